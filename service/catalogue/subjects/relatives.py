"""Organisations above and below an interested party: who works for a part of it, or for what it is part of, is tied to it as well."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.needs import Party
from models.projects import Organisation


def with_relatives(session: Session, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return ``parties``, then every organisation above or below one of them with the same interest, named with the party in brackets.

    Organisations that only share one above them are not tied: two institutes of a ministry are two employers.
    """
    if not parties:
        return ()
    rows = session.execute(sa.select(col(Organisation.id), col(Organisation.name), col(Organisation.parent_id))).all()
    names, above = {row.id: row.name for row in rows}, {row.id: row.parent_id for row in rows}
    below: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.parent_id is not None:
            below[row.parent_id].append(row.id)
    named = {(party.organisation_id, party.interest, party.subject_id) for party in parties}
    found = list(parties)
    for party in parties:
        for identifier in (*_above(party.organisation_id, above), *_below(party.organisation_id, below)):
            key = (identifier, party.interest, party.subject_id)
            if key not in named:
                named.add(key)
                found.append(Party(identifier, party.interest, party.subject_id, f"{names[identifier]} ({party.organisation_name})"))
    return tuple(found)


def _above(identifier: str, above: Mapping[str, str | None]) -> Iterator[str]:
    seen, parent = {identifier}, above.get(identifier)
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = above.get(parent)


def _below(identifier: str, below: Mapping[str, Sequence[str]]) -> Iterator[str]:
    seen, waiting = {identifier}, [identifier]
    while waiting:
        for child in sorted(below.get(waiting.pop(), ())):
            if child not in seen:
                seen.add(child)
                waiting.append(child)
                yield child
