"""Answers about the pairs of one subject: a page of the list, all of it, or the explanation of two people."""

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.pairs.explanation import explain_pair
from matching.pairs.pairing import PairEntry
from matching.profiles import Profile
from models.projects import Organisation
from service.kit.pagination import Paging, slice_page
from service.kit.problems import NotFound
from service.matches.pairs.pairing import PairRecommendation
from service.matches.pairs.schemas import PairExplanationView, PairList, PairMatrix
from service.matches.pairs.views import explanation_view, head, pair_views
from service.matches.recommendations.rounding import rounded
from service.matches.recommendations.views import card

MATRIX = 8
"""How many people of each list the matrix shows."""


def list_page(found: PairRecommendation, paging: Paging) -> PairList:
    """Return one page of the pairs; only this page's entries are made."""
    places = slice_page(range(len(found.pairing.order)), paging)
    first = places.rows[0] if places.rows else 0
    paging.link(places.next)
    return _list(found, found.pairing.entries(first, first + len(places.rows)), places.next)


def whole_list(found: PairRecommendation, limit: int | None = None) -> PairList:
    """Return the list as one page of at most ``limit`` pairs, by default all."""
    return _list(found, found.pairing.entries(0, limit))


def _list(found: PairRecommendation, entries: list[PairEntry], following: str | None = None) -> PairList:
    items = pair_views(found.pairing, entries)
    return PairList(**dict(head(found)), items=items, total=len(found.pairing.order), next=following)


def matrix(found: PairRecommendation) -> PairMatrix:
    """Return the first people of both lists as rows and columns, each combination with its rank, or None where it is barred."""
    pairing, (rows, columns) = found.pairing, found.pairing.sides.shape
    engineers, architects = pairing.sides.engineer_profiles[:MATRIX], pairing.sides.architect_profiles[:MATRIX]
    cells = [[pairing.entry(row, column) for column in range(min(columns, MATRIX))] for row in range(min(rows, MATRIX))]
    return PairMatrix(
        engineers=[card(profile) for profile in engineers],
        architects=[card(profile) for profile in architects],
        ranks=[[entry.rank for entry in row] for row in cells],
        scores=[[rounded(entry.score) for entry in row] for row in cells],
    )


def explanation_of(found: PairRecommendation, engineer_id: str, architect_id: str, session: Session) -> PairExplanationView:
    """Explain two people against the list ``found``; raises ``NotFound`` for somebody who is not in the network."""
    network = found.pairing.sides.engineers.network
    for identifier in (engineer_id, architect_id):
        if identifier not in network.position:
            raise NotFound.of(en="expert", vi="chuyên gia", identifier=identifier)
    people = [network.profiles[network.position[identifier]] for identifier in (engineer_id, architect_id)]
    return explanation_view(found, explain_pair(found.pairing, engineer_id, architect_id, _organisations(session, people)))


def _organisations(session: Session, people: list[Profile]) -> dict[str, str]:
    named = {item.organisation_id for person in people for item in person.items}
    named |= {relation.organisation_id for person in people for relation in person.relations}
    rows = session.execute(sa.select(col(Organisation.id), col(Organisation.name)).where(col(Organisation.id).in_(named - {None})))
    return {row.id: row.name for row in rows}
