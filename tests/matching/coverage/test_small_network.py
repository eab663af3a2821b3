"""The map and the report of the small synthetic network, counted again person by person."""

from collections import Counter

import pytest

from matching.coverage.breakdown import by_label
from matching.coverage.cells import count
from matching.coverage.key_persons import key_persons
from matching.coverage.supply import Supply
from matching.exposure.report import Method, report
from matching.ranking.ranking import Ranking, rank
from models.vocabulary import RoleCode
from seed.network.world import WORLD_DATE
from seed.planted.needs import weights_of
from tests.matching.coverage import slow_recount
from tests.matching.coverage.test_cells import as_recounted
from tests.service.synthetic_world import WORLD, load_world, planted_world
from tests.worlds import Worlds

CELLS = [("P02", RoleCode.CE_PROJECT), ("P02", RoleCode.CA_PROJECT), ("P24", RoleCode.CA_PROJECT), ("P28", RoleCode.CE_PROJECT)]


@pytest.fixture(scope="module")
def rankings(worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> list[Ranking]:
    world = planted_world(worlds.copied(tmp_path_factory.mktemp("coverage") / "world.sqlite3", WORLD, load_world))
    return [rank(world.needs[cell], world.network, world.gatekeeper, weights_of(cell[1].family)) for cell in CELLS]


@pytest.fixture(scope="module")
def seen(rankings: list[Ranking]) -> list[list[slow_recount.RecountedPerson]]:
    return [slow_recount.look(ranking) for ranking in rankings]


def test_cells_and_key_persons(rankings: list[Ranking], seen: list[list[slow_recount.RecountedPerson]]) -> None:
    for ranking, people in zip(rankings, seen, strict=True):
        assert as_recounted(count(Supply.of(ranking))) == slow_recount.cell(people, ranking.need.must)
    found = key_persons(map(Supply.of, rankings))
    assert {(one.profile_id, one.first, one.only) for one in found} == slow_recount.key_persons(seen)


def test_breakdown_and_exposure(rankings: list[Ranking], seen: list[list[slow_recount.RecountedPerson]]) -> None:
    supplies = [Supply.of(ranking) for ranking in rankings]
    countries = {profile.id: [profile.country] for profile in rankings[0].network.profiles}
    assert by_label(supplies, "country", minimum=1) == slow_recount.by_label(seen, countries)
    exposure, places = report(supplies, Method(WORLD_DATE, first=2, minimum=1)), slow_recount.places(seen, 2)
    assert (exposure.shown, exposure.places) == (len(places), sum(places.values()))
    considered = Counter(countries[one.person.id][0] for one in seen[0] if "consenting" in one.names)
    assert {rate.label: rate.people for rate in exposure.groups["country"]} == considered
