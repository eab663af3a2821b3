"""What the engine of the settings finds of the lists that comparing everybody gives, on the people who are in the database."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from matching.ranking.chosen import rank_chosen
from matching.ranking.ranking import Ranking, rank
from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.kit.problems import NotOnListInForce
from service.matches.network.live import read_stored
from service.matches.recommendations.cells import ROLES
from service.matches.recommendations.recommending import Recommender
from service.matches.retrieval.asking import retrieval_of

FIRST = 50
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Recall:
    """One list: of its ``expected`` first people the engine's list has ``found``; medians of milliseconds for both ways.

    ``compared`` people were compared on their rows; ``same_order`` says whether the two lists have the same people in the same order.
    """

    product: str
    role: RoleCode
    expected: int
    found: int
    compared: int
    same_order: bool
    engine_ms: float
    everybody_ms: float


def recall_of(session: Session, recommender: Recommender, products: Sequence[str]) -> list[Recall]:
    """Return the recall of every product and role; one that is not on the list in force has none."""
    found = []
    for product in products:
        for role in ROLES:
            try:
                found.append(_recall(session, recommender, product, role))
            except NotOnListInForce:
                continue
    return found


def _recall(session: Session, recommender: Recommender, product: str, role: RoleCode) -> Recall:
    asked = recommender.recommend(session, SubjectKind.PRODUCT, product, role)
    inputs, stored = asked.inputs, read_stored(session)
    snapshot = recommender.live.snapshot(session, stored)
    retrieval = retrieval_of(recommender.settings, session, stored, snapshot)
    of_snapshot = (inputs.need, snapshot.network, snapshot.gatekeeper, inputs.weights)
    whole, everybody_ms = _timed(lambda: rank(*of_snapshot))
    some, engine_ms = _timed(lambda: rank_chosen(*of_snapshot, retrieval))
    expected, given = _first(whole), _first(some)
    found = len(set(expected) & set(given))
    return Recall(product, role, len(expected), found, len(some.tiers), expected == given, engine_ms, everybody_ms)


def _first(ranking: Ranking) -> list[str]:
    return [ranking.network.profiles[position].id for position in ranking.fitting[:FIRST]]


def _timed(ranked: Callable[[], Ranking]) -> tuple[Ranking, float]:
    took = []
    for _ in range(_TRIES):
        begun = time.perf_counter()
        found = ranked()
        _first(found)
        took.append(1_000 * (time.perf_counter() - begun))
    return found, statistics.median(took)
