"""A dossier as data: everything that is in it, in one language, whatever file it becomes."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from models.vocabulary import Language

# Line breaks are kept; what nobody sees, what turns the text round and what XML cannot hold are not.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; ``numbers`` are the places of columns that stand on the right."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; one with a quotation holds the words of somebody's record."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of one person, or of one part of the dossier."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """What shows that the content is as it was: a fingerprint, and the address at which it is checked."""

    label: str
    fingerprint: str
    address: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier in one language. ``invented`` is the mark of invented people, or empty; ``signatures`` are lines to be signed on."""

    language: Language
    name: str
    title: str
    subject: str
    reference: str
    invented: str
    made: str
    made_at: datetime
    facts: tuple[tuple[str, str], ...]
    method_heading: str
    method: tuple[str, ...]
    tables: tuple[Table, ...]
    leaves: tuple[Leaf, ...]
    signature_heading: str
    signatures: tuple[str, ...]
    seal: Seal

    def sealed(self) -> "Dossier":
        """Return the dossier with the fingerprint of its own content, where it has no signed one."""
        if self.seal.fingerprint:
            return self
        content = {name: value for name, value in asdict(self).items() if name not in {"made", "made_at", "seal"}} | {
            "seal": self.seal.label
        }
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return replace(self, seal=replace(self.seal, fingerprint=hashlib.sha256(text.encode()).hexdigest()))


def plain(text: str) -> str:
    """Return ``text`` composed, without letters that no reader sees and no document holds."""
    return "".join(
        letter if letter == "\n" or unicodedata.category(letter) not in _UNSEEN else " " if letter in "\r\t\v\f" else ""
        for letter in unicodedata.normalize("NFC", text)
    )


def lines(*texts: str) -> tuple[str, ...]:
    """Return the texts that say something, each cleaned."""
    return tuple(cleaned for text in texts if (cleaned := plain(text).strip()))


def facts(*pairs: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    """Return the labels with what they say, those left out that say nothing."""
    return tuple((label, plain(value)) for label, value in pairs if value)


def section(heading: str, texts: Sequence[str]) -> tuple[Section, ...]:
    """Return the section, or nothing where there are no lines."""
    cleaned = lines(*texts)
    return (Section(heading, cleaned),) if cleaned else ()


def said(text: Any, language: Language) -> str:
    """Return the words of ``text`` in ``language``: of an object with both, or of the JSON of one."""
    words: str = text[language.value] if isinstance(text, Mapping) else getattr(text, language.value)
    return plain(words)
