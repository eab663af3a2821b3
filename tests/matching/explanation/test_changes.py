"""What would change a place is recomputed, comes true, and is silent where nothing small would."""

import re
from dataclasses import replace

import pytest

from matching.explanation.changes import places_with, present_place
from matching.explanation.explanation import explain
from matching.explanation.lines import Line, LineKind
from matching.ranking.ranking import Ranking
from matching.ranking.weights import Band
from tests.matching.examples import RADAR, item, need, person, ranking, weights
from tests.matching.local_forms import english, vietnamese


def changes(found: Ranking, identifier: str) -> list[Line]:
    return [line for line in explain(found, identifier).lines if line.kind is LineKind.CHANGE]


def test_a_missing_group_that_lifts_somebody_past_another_is_told_with_score_and_rank() -> None:
    wanted = need(must=("radar", "battery"))
    first, second = person("E1", item("a", RADAR[1])), person("E2", item("b", RADAR[1]))
    (line,) = [line for line in changes(ranking([first, second], wanted), "E2") if "battery" in english(line)]
    assert english(line).endswith("rank 1 instead of 2.")
    foretold = float(re.search(r"would be (\d\.\d{3})", english(line))[1])  # type: ignore[index]
    before = ranking([first, second], wanted)
    gain = before.weights.of_signal["must_coverage"] * 0.5
    assert foretold == pytest.approx(before.scores.total[1] + gain, abs=0.0005)


def test_nothing_is_told_where_neither_band_nor_place_would_change() -> None:
    alone = ranking([person("E1", item("a", RADAR[1]))], need(must=("radar", "battery")), replace(weights(), good=0.8, strong=0.9))
    assert not [line for line in changes(alone, "E1") if "battery" in english(line)]


def test_nothing_is_told_to_somebody_far_below_the_threshold() -> None:
    assert changes(ranking([person("E1", item("a", RADAR[1]))], chosen=weights(fits=0.99)), "E1") == []


def test_a_missing_dimension_that_lifts_the_band_is_told() -> None:
    one = item("a", RADAR[0])
    low = ranking([person("E1", one)])
    just_above = float(low.scores.total[0]) + 0.01
    lines = changes(ranking([person("E1", one)], chosen=weights(fits=just_above)), "E1")
    assert any("also plainly showed resource connection," in english(line) for line in lines)
    assert all(english(line).endswith("on the list, at rank 1.") for line in lines)


def test_a_band_that_changes_without_the_rank_is_told_so() -> None:
    alone = ranking([person("E1", item("a", RADAR[1]))], need(must=("radar", "battery")))
    edge = replace(weights(), good=float(alone.scores.total[0]) + 0.001)
    (line,) = [line for line in changes(alone.reweighed(edge), "E1") if "battery" in english(line)]
    assert english(line).endswith("good fit, still at rank 1.")
    assert vietnamese(line).endswith("phù hợp, vẫn ở hạng 1.")


def test_the_present_place_is_the_rank_on_the_list_and_the_same_reading_leaves_it() -> None:
    found = ranking([person(f"E{n}", *(item(f"i{n}{k}", title) for k, title in enumerate(RADAR[:n]))) for n in range(1, 5)])
    for entry in found.entries():
        position = found.network.position[entry.profile_id]
        place = present_place(found, position)
        assert (place.rank, place.band, place.score) == (entry.rank, entry.band, entry.score)
        assert places_with(found, position, [found.network.readings[position]] * 2) == [place, place]


def test_strong_is_not_promised_while_less_than_half_of_the_groups_would_be_shown() -> None:
    wanted = need(must=("radar", "battery", "breeding", "array", "sensing"))
    found = ranking([person("E1", item("a", "Coast and target tracking"))], wanted, replace(weights(fits=0.05), good=0.06, strong=0.07))
    assert present_place(found, 0).band is Band.GOOD
    assert all("strong" not in english(line) for line in changes(found, "E1"))
