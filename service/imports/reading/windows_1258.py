"""Vietnamese text in the encoding of Windows before Unicode, 1258: letters with their shape, then the tone as a letter of its own."""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONLY_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ơưƠƯ]")
ENOUGH = 3
"""Letters that only Vietnamese has: fewer can be another encoding by chance."""


def windows_1258(content: bytes) -> str | None:
    """Return the text of ``content`` in composed letters, or None where it is not Vietnamese in this encoding.

    Every tone must stand on a letter that takes it: in text of another encoding, some does not.
    """
    try:
        text = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    if any(tone in text for tone in _TONES) or len(_ONLY_VIETNAMESE.findall(text)) < ENOUGH:
        return None
    return text
