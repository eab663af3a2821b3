"""Whether a statement tells of something, or only names an organisation and an amount."""

import re

_WORD = re.compile(r"\w[\w.,'’-]*")
_TELLING_WORDS, _PLAIN_SHARE = 4, 0.45


def tells(text: str) -> bool:
    """Return whether a statement tells of something: a bare amount, or the names of organisations and figures alone, does not."""
    words = _WORD.findall(text)
    plain = [word for word in words if word[0].islower()]
    return len(words) >= _TELLING_WORDS and len(plain) >= _PLAIN_SHARE * len(words)
