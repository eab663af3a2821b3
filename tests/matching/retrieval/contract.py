"""What every engine has to keep: the list of who fits, its scores and its counts are those of the ranking of everybody."""

from collections.abc import Callable
from dataclasses import replace

from matching.gate.result import GatePolicy
from matching.needs import RoleNeed
from matching.network import Network
from matching.profiles import Profile
from matching.ranking.chosen import rank_chosen
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Entry, Ranking, rank
from matching.ranking.weights import Weights
from matching.retrieval.engines import Retrieval
from models.vocabulary import Language, RoleCode, RoleFamily
from tests.matching.examples import BATTERY, RADAR, RADAR_BRIEF, RICE, item, need, network, person, weights

EngineOf = Callable[[Network], Retrieval]
_BATTERY_BRIEF = ((Language.EN, BATTERY[0]),)
NEEDS = (
    need(subjects=(RADAR_BRIEF,)),
    need(subjects=(RADAR_BRIEF,), role=RoleCode.CA_PROJECT),
    need(subjects=(RADAR_BRIEF, _BATTERY_BRIEF), must=(), nice=("battery",)),
    need(groups=(("array", "radar"),)),
    need(text_only=True, briefs=_BATTERY_BRIEF, must=(), nice=()),
    need(subjects=(RADAR_BRIEF,), excluded=("sensing",), bidders=("B1",)),
)
"""A product, its other role, a group of products, a text for a role, a text alone, and a product with exclusions and a bidder."""


def people() -> list[Profile]:
    """Return a dozen people of three fields, strong and weak; one declined, one is tied to a bidder, one does not consent."""
    led = [person(f"E{n}", *(item(f"E{n}-{i}", text) for i, text in enumerate(TEXTS[n % 3][: 1 + n % 4]))) for n in range(9)]
    return [
        *led,
        replace(led[0], id="E9", willing=((RoleCode.CE_PROJECT, False),)),
        replace(led[3], id="F0", consents=frozenset()),
        replace(led[6], id="F1", items=tuple(replace(one, organisation_id="B1", ends=None) for one in led[6].items)),
    ]


TEXTS = (RADAR, BATTERY, RICE)


def assert_exact(engine_of: EngineOf, fits: float = 0.6) -> None:
    """Every list of who fits is that of the ranking of everybody, and an engine that is asked of many leaves somebody out."""
    found = network(people())
    engine, gatekeeper = engine_of(found), Gatekeeper(found, GatePolicy())
    fitting = [assert_same(engine, wanted, found, gatekeeper, weights_of(wanted, found, fits)) for wanted in NEEDS]
    assert any(fitting)


def assert_same(engine: Retrieval, wanted: RoleNeed, found: Network, gatekeeper: Gatekeeper, chosen: Weights) -> int:
    """Compare the two rankings and return how many people fit."""
    expected, given = rank(wanted, found, gatekeeper, chosen), rank_chosen(wanted, found, gatekeeper, chosen, engine)
    assert _listed(given) == _listed(expected)
    assert given.counts() == expected.counts()
    assert given.nobody_fits == expected.nobody_fits
    return len(expected.fitting)


def weights_of(wanted: RoleNeed, found: Network, fits: float = 0.6) -> Weights:
    return found.reader.text_weights if wanted.text_only else weights(wanted.role.family or RoleFamily.CHIEF_ENGINEER, fits=fits)


def _listed(ranking: Ranking) -> list[Entry]:
    """Return the list without rank stability, which is told among those who were compared."""
    return [replace(entry, rank_stability=0.0) for entry in ranking.entries()]
