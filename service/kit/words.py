"""The interface words: gettext catalogues, one per language, in which the room that says a word is its context.

A template says ``w.invite``. Whose word that is follows from the folder of the template: its own room's, else that of the wing around it,
else the one that every room shares. Nothing else is looked at, so no page can say the word of another room.
"""

import gettext
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from models.vocabulary import Language, RuleResult
from service.kit.languages import Bilingual
from service.kit.local_forms import number_in

LOCALE = Path(__file__).parent / "locale"
SHARED = "kit"
NAME_IN_TEMPLATES = "w"
LANGUAGE_NAMES = {Language.VI: "Tiếng Việt", Language.EN: "English"}
# A sign beside the word: colour alone says nothing to many readers.
RESULT_SIGNS = {RuleResult.MET: "✓", RuleResult.NOT_MET: "✗", RuleResult.NOT_SHOWN: "?", RuleResult.FOR_PEOPLE: "–"}
Counting = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: ``counted`` says for each (room, name) whether it stands with a number; ``known`` are those found so far.

    A page says some words in every row, and what a room says by a name never changes.
    """

    language: Language
    counted: dict[tuple[str, str], bool]
    spoken: gettext.NullTranslations
    known: dict[tuple[str, str], str | Counting] = field(default_factory=dict, compare=False, init=False)

    def __getitem__(self, room: str) -> "RoomWords":
        return RoomWords(self, room)

    def find(self, room: str, name: str) -> str | Counting:
        """Return the word ``name`` of ``room``, or what says it with a number; raises ``KeyError`` where nobody may lend it one."""
        if (room, name) not in self.known:
            self.known[room, name] = self._looked_up(room, name)
        return self.known[room, name]

    def _looked_up(self, room: str, name: str) -> str | Counting:
        context = next((one for one in lenders(room) if (one, name) in self.counted), None)
        if context is None:
            raise KeyError(f"{room} has no word {name}")
        if not self.counted[context, name]:
            return self.spoken.pgettext(context, name)

        def count(number: int, **values: Any) -> str:
            return self.spoken.npgettext(context, name, name, number).format(number=number_in(self.language, number), **values)

        return count


@dataclass(frozen=True, slots=True)
class RoomWords:
    """The words that one room says, by their names."""

    words: Words
    room: str

    def __getattr__(self, name: str) -> str | Counting:
        return self.words.find(self.room, name)


class WordsOfTheRoom(Extension):
    """Makes ``w.invite`` in a template of ``people/evidence`` the word of that room, also where another template imports it."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens, with the room of the template after every ``w``."""
        room = (stream.name or "").rpartition("/")[0]
        before = ""
        for token in stream:
            yield token
            if token.type == "name" and token.value == NAME_IN_TEMPLATES and before != "dot":
                yield Token(token.lineno, "lbracket", "[")
                yield Token(token.lineno, "string", room)
                yield Token(token.lineno, "rbracket", "]")
            before = token.type


def lenders(room: str) -> list[str]:
    """Return whose words ``room`` may say, the nearest first: its own, those of the rooms around it, those of all."""
    parts = room.split("/")
    return [*("/".join(parts[:depth]) for depth in range(len(parts), 0, -1)), SHARED]


def catalogue_in(language: Language) -> Catalog:
    """Return the catalogue of ``language`` as it was written."""
    with (LOCALE / language.value / "LC_MESSAGES" / "pages.po").open("rb") as file:
        return read_po(file, locale=language.value, abort_invalid=True)


@cache
def words_in(language: Language) -> Words:
    """Return the words of ``language``; read and compiled once for a process."""
    catalogue, compiled = catalogue_in(language), BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    counted = {(entry.context or "", _name(entry.id)): entry.pluralizable for entry in catalogue if entry.id}
    return Words(language, counted, gettext.GNUTranslations(compiled))


def both(room: str, name: str, *number: int) -> Bilingual:
    """Return a word of ``room`` in both languages, said with ``number`` where it needs one."""
    found = {language: words_in(language).find(room, name) for language in Language}
    return Bilingual(**{language.value: word if isinstance(word, str) else word(*number) for language, word in found.items()})


def _name(identifier: str | list[str] | tuple[str, ...]) -> str:
    return identifier if isinstance(identifier, str) else identifier[0]
