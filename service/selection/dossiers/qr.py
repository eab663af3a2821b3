"""The address at which a dossier is checked, as a picture that a telephone reads."""

import io

import segno

from service.selection.dossiers.contents import Seal

_PIXELS = 6


def picture_of(seal: Seal) -> io.BytesIO:
    """Return a PNG of the address of ``seal``."""
    picture = io.BytesIO()
    segno.make(seal.address, error="m", micro=False).save(picture, kind="png", scale=_PIXELS, border=2)
    picture.seek(0)
    return picture
