"""Loads a world into the database in chunks, inside the caller's transaction."""

from collections.abc import Callable, Iterator
from itertools import islice

from sqlalchemy import insert
from sqlmodel import Session

from models.experts import NetworkState
from models.projects import InterestedParty, Organisation
from seed.network.experts import SyntheticExpert
from seed.network.generator import generate
from seed.network.organisations import interested_parties, organisations
from seed.network.rows import TABLES, Row, expert_rows, interest_row, organisation_row

CHUNK = 500


def load_network(session: Session, seed: int, size: int, progress: Callable[[int, int], None]) -> None:
    """Insert organisations, interests and ``size`` experts, and mark the network synthetic; the products must be there already.

    ``progress`` is told (experts inserted, size) after each chunk. ValueError for a size that cannot be made; nothing is
    committed here.
    """
    people = generate(seed, size)
    session.execute(insert(Organisation), [organisation_row(organisation) for organisation in organisations()])
    session.execute(insert(InterestedParty), [interest_row(party) for party in interested_parties(seed)])
    insert_experts(session, people, lambda done: progress(done, size))


def insert_experts(session: Session, people: Iterator[SyntheticExpert], progress: Callable[[int], None]) -> None:
    """Insert experts in chunks, count the changes and mark the network synthetic; ``progress`` is told how many are in."""
    state = session.get(NetworkState, 1) or NetworkState()
    done, changes = 0, state.expert_changes
    for chunk in _chunks(people):
        _insert(session, chunk, changes + done)
        done += len(chunk)
        progress(done)
    state.expert_changes, state.synthetic = changes + done, True
    session.add(state)


def _chunks(people: Iterator[SyntheticExpert]) -> Iterator[list[SyntheticExpert]]:
    while chunk := list(islice(people, CHUNK)):
        yield chunk


def _insert(session: Session, chunk: list[SyntheticExpert], changes: int) -> None:
    made = [expert_rows(expert, changes + number).by_table() for number, expert in enumerate(chunk, 1)]
    for table, parts in zip(TABLES, zip(*made, strict=True), strict=True):
        rows: list[Row] = [row for part in parts for row in part]
        if rows:
            session.execute(insert(table), rows)
