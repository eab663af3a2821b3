"""Academic and professional titles before a name, which say nothing of who is meant when somebody is looked up."""

import re

from models.search_key import folded

_TITLES = frozenset(
    "gs pgs ts tskh ths ks kts bs cn dr prof professor mr mrs ms miss ong ba anh chi thay co".split()  # noqa: SIM905 - a list of words
)
_PERIODS = re.compile(r"[.\s]+")
_PLAIN = frozenset({"ong", "ba", "anh", "chi", "thay", "co"})


def without_titles(name: str) -> str:
    """Return ``name`` without the titles that it begins with: "GS.TS. Nguyễn Văn An" is "Nguyễn Văn An".

    A form of address is passed over only where at least two words follow it: "Anh" is a name as well. A name of titles alone stays.
    """
    words = [word for word in _PERIODS.split(name.strip()) if word]
    start = 0
    while start < len(words) - 1 and _is_title(words, start):
        start += 1
    return " ".join(words[start:]) if start else name


def _is_title(words: list[str], place: int) -> bool:
    word = folded(words[place])
    return word in _TITLES and (word not in _PLAIN or len(words) - place > 2)
