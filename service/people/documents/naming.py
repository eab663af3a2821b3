"""The name that a file is kept and handed out under."""

import unicodedata

from service.kit.fields import one_line
from service.kit.problems import Invalid

LONGEST = 150


def clean_name(sent: str | None) -> str:
    """Return the last part of the name that was sent, composed letters, one line; raises ``Invalid`` where nothing of a name is left."""
    name = unicodedata.normalize("NFC", (sent or "").replace("\\", "/").rsplit("/", 1)[-1]).strip().lstrip(".")
    try:
        one_line(name)
    except ValueError:
        name = ""
    stem, dot, ending = name.rpartition(".")
    if not stem or not dot:
        raise Invalid.field("file", en="has no usable name: name it such as cv.pdf", vi="không có tên dùng được: hãy đặt tên như cv.pdf")
    return f"{stem[: LONGEST - len(ending) - 1]}.{ending}" if len(ending) < LONGEST else f"{stem}"[:LONGEST]
