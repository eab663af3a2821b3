"""What would change a place is recomputed, comes true, and is silent where nothing small would."""

import re
from datetime import date

import pytest

from matching.explanation.changes import place_of
from matching.explanation.explanation import explain
from matching.explanation.lines import Line, LineKind
from matching.ranking.ranking import Ranking
from models.vocabulary import Part
from tests.matching.examples import RADAR, item, need, person, ranking, weights


def changes(found: Ranking, identifier: str) -> list[Line]:
    return [line for line in explain(found, identifier).lines if line.kind is LineKind.CHANGE]


def test_a_missing_group_that_lifts_somebody_past_another_is_told_with_score_and_rank() -> None:
    wanted = need(must=("radar", "battery"))
    first, second = person("E1", item("a", RADAR[1])), person("E2", item("b", RADAR[1]))
    (line,) = [line for line in changes(ranking([first, second], wanted), "E2") if "battery" in line.en]
    assert line.en.endswith("rank 1 instead of 2.")
    foretold = float(re.search(r"would be (\d\.\d{3})", line.en)[1])  # type: ignore[index]
    richer = person("E2", item("b", RADAR[1]), item("c", "battery storage", part=Part.CONTRIBUTOR, outcome=None))
    after = ranking([first, richer], wanted)
    assert after.entries()[0].profile_id == "E2"
    before = ranking([first, second], wanted)
    gain = before.weights.of_signal["must_coverage"] * 0.5
    assert foretold == pytest.approx(before.scores.total[1] + gain, abs=0.0005)


def test_nothing_is_told_where_neither_band_nor_place_would_change() -> None:
    alone = ranking([person("E1", item("a", RADAR[1]))], need(must=("radar", "battery")), weights(fits=0.1))
    assert not [line for line in changes(alone, "E1") if "battery" in line.en]


def test_nothing_is_told_to_somebody_far_below_the_threshold() -> None:
    assert changes(ranking([person("E1", item("a", RADAR[1]))], chosen=weights(fits=0.99)), "E1") == []


def test_a_missing_dimension_that_lifts_the_band_is_told() -> None:
    one = item("a", RADAR[0])
    low = ranking([person("E1", one)])
    just_above = float(low.scores.total[0]) + 0.01
    lines = changes(ranking([person("E1", one)], chosen=weights(fits=just_above)), "E1")
    assert any(line.en.startswith("If one piece of work in the field plainly showed resource connection,") for line in lines)
    assert all("rank 1 instead of no rank" in line.en for line in lines)


def test_rules_that_are_not_shown_are_told_where_they_would_lift_the_place() -> None:
    young = person("E2", *(item(f"i{n}", title, starts=date(2024, 1, 1)) for n, title in enumerate(RADAR)))
    found = ranking([person("E1", item("a", RADAR[1])), young])
    (line,) = [line for line in changes(found, "E2") if "mandatory" in line.en]
    assert line.en == (
        "Evidence for “condition R-YEARS” would place this person among those who have shown every mandatory rule: rank 1 instead of 2."
    )
    assert not [line for line in changes(ranking([young]), "E2") if "mandatory" in line.en]


def test_the_present_place_is_the_rank_on_the_list() -> None:
    found = ranking([person(f"E{n}", *(item(f"i{n}{k}", title) for k, title in enumerate(RADAR[:n]))) for n in range(1, 5)])
    for entry in found.entries():
        position = found.network.position[entry.profile_id]
        assert place_of(found, position, entry.score).rank == entry.rank
