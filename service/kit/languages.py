"""Texts in both languages, and which of the two a reader wants."""

from typing import NamedTuple

from models.vocabulary import Language


class Bilingual(NamedTuple):
    """A text in both languages."""

    en: str
    vi: str

    def in_language(self, language: Language) -> str:
        """Return the text in ``language``."""
        return self.vi if language is Language.VI else self.en


def preferred_language(accept_language: str | None, default: Language = Language.EN) -> Language:
    """Return the language with the highest weight in an ``Accept-Language`` header (RFC 9110, 12.5.4); the first wins a tie."""
    best, best_weight = default, 0.0
    for part in (accept_language or "").split(","):
        tag, _, weight_text = part.strip().partition(";q=")
        weight = _weight(weight_text)
        code = tag.split("-")[0].strip().lower()
        if code in set(Language) and weight > best_weight:
            best, best_weight = Language(code), weight
    return best


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
