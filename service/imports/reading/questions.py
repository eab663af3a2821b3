"""Headings that are questions of a form: "5. Địa chỉ email liên hệ thường xuyên", "Please list two to five works"."""

import re
from functools import lru_cache

from models.search_key import folded, search_words

MOST_LETTERS = 300
_NUMBER = re.compile(r"^\s*(?:câu\s*)?\d{1,2}\s?[.):]\s*(?=[^\W\d])", re.IGNORECASE)
_ASKS = re.compile(r"^(?:list|liet ke|ke khai|ke ten)\b|\b(?:anh chi|ong ba|quy vi|vui long|xin|hay|please|your|you)\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORKS = re.compile(r"\b(?:liet ke|ke|neu|list|name)\b.*\b(?:cong trinh|du an|de tai|bai bao|san pham|works?|projects?|publications?)\b")
_HOW_MUCH = re.compile(r"\b(?:bao nhieu|how many|how much|how often|dong y|agree|consent)\b")
_FIELDS = (
    ("", re.compile(r"\b(?:dien thoai|zalo|phone|ngay sinh|nam sinh|gioi tinh)\b")),
    ("email", re.compile(r"\b(?:email|e mail|thu dien tu)\b")),
    ("vietnamese_name", re.compile(r"\b(?:vietnamese name|ten tieng viet|name in vietnamese)\b")),
    ("orcid", re.compile(r"\borcid\b")),
    (
        "country",
        re.compile(
            r"\bsinh song\b.*\b(?:quoc gia|nuoc)\b|\b(?:quoc gia|nuoc|country)\b.*\b(?:sinh song|lam viec|live)\b|\bwhere\b.*\blive\b"
        ),
    ),
    ("organisation", re.compile(r"\b(?:co quan|to chuc|don vi|cong ty)\b.*\b(?:lam viec|cong tac)\b|\bwhere\b.*\bwork\b")),
    (
        "languages",
        re.compile(r"\b(?:ngon ngu|ngoai ngu|languages?)\b.*\b(?:su dung|lam viec|cong viec|use|speak|work)\b|\bsu dung\b.*\bngon ngu\b"),
    ),
    ("headline_vi", re.compile(r"\b(?:hoc ham|hoc vi)\b")),
    ("biography_vi", re.compile(r"\bgioi thieu\b.*\bban than\b")),
)
"""What a question asks for, in the order that decides; an empty field is one that no record has a place for."""


def without_number(heading: str) -> str:
    """Return a heading without the number of the question in front."""
    return _NUMBER.sub("", heading) if heading[:1].isdigit() or heading[:1] in "cC" else heading


def is_question(heading: str) -> bool:
    """Return whether a heading asks somebody, or is numbered as the questions of a form are."""
    if not heading or len(heading) > MOST_LETTERS:
        return False
    return "?" in heading or without_number(heading) != heading or _ASKS.search(_plain(heading)) is not None


def asks_for_works(heading: str) -> bool:
    """Return whether a question asks for a list of works of any kind."""
    return is_question(heading) and _WORKS.search(_plain(_BRACKETS.sub(" ", heading))) is not None


def asks_how_much_or_whether(heading: str) -> bool:
    """Return whether a question asks for a number or a consent, so that its answers name nothing."""
    return is_question(heading) and _HOW_MUCH.search(_plain(heading)) is not None


def asked(heading: str) -> str | None:
    """Return the field that a question asks for, or None; remarks in brackets say how to answer."""
    if not is_question(heading) or asks_for_works(heading):
        return None
    plain = _plain(_BRACKETS.sub(" ", heading))
    return next((field for field, words in _FIELDS if words.search(plain)), None) or None


@lru_cache(maxsize=4096)
def _plain(words: str) -> str:
    return folded(" ".join(search_words(words)))
