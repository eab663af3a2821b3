"""A sentence as a phrase with its values, which is worded at the edge: days and numbers are written as each language writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Any, Protocol

from matching.explanation.phrases import Phrase
from models.vocabulary import Language


class Forms(Protocol):
    """How a language writes days and numbers."""

    def day(self, language: Language, day: date) -> str:
        """Return ``day`` as it is written."""

    def number(self, language: Language, number: float, places: int | None, *, signed: bool) -> str:
        """Return ``number`` with so many decimals, None for as many as it has; ``signed`` puts a plus before what is above zero."""

    def share(self, language: Language, share: float, places: int) -> str:
        """Return ``share`` of 1 as a percentage."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """``phrases`` one after the other; ``values`` fill them: words, days, numbers, phrases and other sentences.

    A phrase says how exact a number is in the manner of ``str.format``: ``{score:.3f}``, ``{share:.0%}``, ``{minimum:g}``,
    ``{gain:+.3f}``.
    """

    phrases: tuple[Phrase, ...]
    values: Mapping[str, object]

    def worded(self, forms: Forms) -> Phrase:
        """Return the sentence in every language."""
        return {language: self.in_language(language, forms) for language in Language}

    def in_language(self, language: Language, forms: Forms) -> str:
        """Return the sentence in one language."""
        wording = _Wording(language, forms)
        return "".join(wording.filled(phrase[language], self.values) for phrase in self.phrases)

    def then(self, other: "Sentence") -> "Sentence":
        """Return this sentence with another after it."""
        return Sentence((_BOTH,), {"first": self, "second": other})


_BOTH: Phrase = dict.fromkeys(Language, "{first} {second}")


@lru_cache(maxsize=1024)
def _taken_apart(phrase: str) -> tuple[tuple[str, str | None, str], ...]:
    """Return what stands before each place to be filled, its name and how exact a number is there: half of the cost of filling it."""
    return tuple((before, name, exactness or "") for before, name, exactness, _ in Formatter().parse(phrase))


@dataclass(frozen=True, slots=True)
class _Wording:
    language: Language
    forms: Forms

    def filled(self, phrase: str, values: Mapping[str, object]) -> str:
        """Return ``phrase`` with its ``values``; raises KeyError where one is missing."""
        parts = _taken_apart(phrase)
        return "".join(before + ("" if name is None else self._worded(values[name], exactness)) for before, name, exactness in parts)

    def _worded(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Sentence):
            return value.in_language(self.language, self.forms)
        if isinstance(value, dict):
            return str(value[self.language])
        if isinstance(value, date):
            return self.forms.day(self.language, value)
        if isinstance(value, str) or value is None:
            return str(value or "")
        return self._number(value, format_spec)

    def _number(self, number: float, spec: str) -> str:
        exactness = spec.removeprefix("+")
        places = int(exactness[1:-1]) if exactness[1:-1] else None
        if spec.endswith("%"):
            return self.forms.share(self.language, number, places or 0)
        return self.forms.number(self.language, number, places, signed=exactness != spec)
