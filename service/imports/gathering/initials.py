"""Authors with initials, such as "N. V. An", "Tran T. B." or "Hoa LT": whom of the people in the file they can be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.search_key import search_words
from service.imports.gathering.names import without_titles
from service.imports.reading.person_names import initials_and_words
from service.people.organisations.queries import same_letters

Somebody = TypeVar("Somebody")
_Key = tuple[str, str]
"""The words that are written out, and the first letters of the others, in their order."""


@dataclass(frozen=True)
class Initials(Generic[Somebody]):
    """People by how they can be written with initials: the given name whole, or the family name."""

    people: dict[_Key, list[tuple[str, Somebody]]]

    def whom(self, author: str) -> list[Somebody]:
        """Return whom ``author`` can be; nobody for a name without initials. Accents that are written have to be those of the name."""
        words, initials = initials_and_words(author)
        if not words or not initials:
            return []
        letters = "".join(same_letters(initial)[:1] for initial in initials)
        found = self.people.get((same_letters(" ".join(words)), letters), [])
        return [somebody for name, somebody in found if _agrees(name, words, initials)]


def by_initials(named: Iterable[tuple[str, Somebody]]) -> Initials[Somebody]:
    """Return the people of a file, each with the name, so that authors with initials can be looked up."""
    found: dict[_Key, list[tuple[str, Somebody]]] = {}
    for name, somebody in named:
        for key in dict.fromkeys(_keys(same_letters(without_titles(name)).split())):
            found.setdefault(key, []).append((name, somebody))
    return Initials(found)


def _keys(words: Sequence[str]) -> Iterable[_Key]:
    """Yield the ways to write a name: "v a|nguyen" of Nguyễn Văn An is "Nguyen V. A.", and "a v|nguyen" is "A. V. Nguyen"."""
    if len(words) > 1:
        family, *others = words
        yield words[-1], "".join(word[0] for word in words[:-1])
        yield family, "".join(word[0] for word in others)
        yield family, "".join(word[0] for word in (others[-1], *others[:-1]))


def _agrees(name: str, words: Sequence[str], initials: Sequence[str]) -> bool:
    """Return whether the accents of the words that are written out, and longer initials such as "Th.", are those of ``name``."""
    own = search_words(without_titles(name))
    accented = [word for word in search_words(" ".join(words)) if not word.isascii()]
    longer = [same_letters(initial) for initial in initials if len(initial) > 1]
    return set(accented) <= set(own) and all(any(same_letters(word).startswith(start) for word in own) for start in longer)
