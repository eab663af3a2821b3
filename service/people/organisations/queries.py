"""Finds organisations by any of their names, abbreviations or e-mail domains."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from models.projects import Organisation
from models.search_key import folded, search_words, toned
from service.kit.problems import NotFound


def find_organisation(session: Session, organisation_id: str) -> Organisation:
    """Return the organisation; raises ``NotFound``."""
    row = session.get(Organisation, organisation_id)
    if row is None:
        raise NotFound.of(en="organisation", vi="tổ chức", identifier=organisation_id)
    return row


def names_of(row: Organisation) -> list[str]:
    """Return every name and abbreviation."""
    return [row.name, *(each["name"] for each in row.names), *row.abbreviations]


def organisations(session: Session, q: str | None) -> list[Organisation]:
    """Return those that ``q`` finds, whole names first, then by name and id; without ``q`` all."""
    rows = session.scalars(sa.select(Organisation).order_by(col(Organisation.name), col(Organisation.id))).all()
    if q is None:
        return list(rows)
    found = [row for row in rows if _has_domain(row, q) or any(_found_by(q, name) for name in names_of(row))]
    return sorted(found, key=lambda row: not _named(row, q))


def same_name(text: str) -> str:
    """Return ``text`` as two spellings of one name agree: words in lower case with their accents, tone positions aside."""
    return " ".join(toned(word) for word in search_words(text))


def same_letters(text: str) -> str:
    """Return ``text`` as it is typed without accents."""
    return " ".join(folded(word) for word in search_words(text))


def _named(row: Organisation, q: str) -> bool:
    return any(same_letters(q) == same_letters(name) for name in names_of(row))


def _has_domain(row: Organisation, q: str) -> bool:
    host = q.strip().lower().rpartition("@")[2]
    return any(host == domain or host.endswith(f".{domain}") for domain in row.domains)


def _found_by(q: str, name: str) -> bool:
    """Return whether every word of ``q`` begins a word of ``name``; an accent that is written must be there."""
    words = search_words(name)
    wanted = search_words(q)
    return bool(wanted) and all(any(_begins(word, of) for of in words) for word in wanted)


def _begins(word: str, of: str) -> bool:
    return of.startswith(word) if folded(word) != word else folded(of).startswith(word)


def taken_names(rows: Iterable[Organisation]) -> dict[str, list[str]]:
    """Return the ids of those that have each name, as ``same_name`` writes it."""
    taken: dict[str, list[str]] = {}
    for row in rows:
        for name in {same_name(each) for each in names_of(row)}:
            taken.setdefault(name, []).append(row.id)
    return taken
