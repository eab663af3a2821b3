"""Words by which a CV names posts, organisations, degrees and publications; they stand in ``words.toml``."""

import re
import tomllib
from pathlib import Path

from matching.text.normalise import fold


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


_WORDS = {name: _any(words) for name, words in tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8")).items()}
ROLE = _WORDS["role"]
ORGANISATION = _WORDS["organisation"]
DEGREE = _WORDS["degree"]
SCHOOL = _WORDS["school"]
COURSE = _WORDS["course"]
PUBLISHED = _WORDS["published"]
PATENT = _WORDS["patent"]
PROJECT = _WORDS["project"]
GENERIC = _WORDS["generic"]


def has(words: re.Pattern[str], text: str) -> bool:
    """Return whether ``text`` holds one of ``words``."""
    return words.search(fold(text)) is not None


def begins_with(words: re.Pattern[str], text: str) -> bool:
    """Return whether ``text`` begins with one of ``words``, a number or a sign of a list apart."""
    return words.match(fold(text).lstrip(" -–•*+0123456789.)(\t")) is not None
