"""Needs from a pasted text or from examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.free_needs import LIKENESS, briefs_of, named_capabilities, shared_capabilities, weights_for, without_words
from matching.gate.result import GatePolicy
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import rank
from models.vocabulary import Language, Part, RoleCode
from tests.matching.examples import BATTERY, RADAR, RICE, THESAURUS, item, need, network, person, reader, weights

TEXT = "Radar and RADAR: a phased array, ra đa.\nChọn giống lúa chịu mặn"


def test_capabilities_come_with_the_words_that_name_them_most_often_first() -> None:
    named = named_capabilities([TEXT], THESAURUS)
    assert [(one.capability, one.words, one.times) for one in named] == [
        ("radar", ("Radar", "RADAR", "ra đa"), 3),
        ("array", ("phased array",), 1),
        ("breeding", ("Chọn giống lúa",), 1),
    ]


def test_lines_are_sorted_by_language() -> None:
    assert briefs_of([TEXT, " \n"]) == ((Language.VI, "Chọn giống lúa chịu mặn"), (Language.EN, TEXT.splitlines()[0]))
    assert briefs_of(["", " \n "]) == ()


def test_the_words_of_an_excluded_capability_leave_the_text() -> None:
    assert without_words("Use radar, not AESA.", {"array"}, THESAURUS) == "Use radar, not ."
    assert without_words(TEXT, {"battery"}, THESAURUS) is TEXT


@given(st.text(max_size=60), st.sets(st.sampled_from(THESAURUS.ids)))
def test_what_was_taken_out_is_named_no_more(text: str, capabilities: set[str]) -> None:
    told = {one.capability for one in named_capabilities([without_words(f"{text} radar {text} AESA", capabilities, THESAURUS)], THESAURUS)}
    assert told.isdisjoint(capabilities & {"battery", "breeding"})


def test_examples_share_what_each_of_them_shows() -> None:
    first, second = person("E1", item("a", RADAR[0]), item("b", RICE[0])), person("E2", item("c", "Radar for rice breeding"))
    assert shared_capabilities([first, second], THESAURUS) == ("breeding", "radar")
    assert shared_capabilities([second], THESAURUS) == ("breeding", "radar")
    assert shared_capabilities([first, person("E3")], THESAURUS) == shared_capabilities([], THESAURUS) == ()


@pytest.mark.parametrize("role", [None, RoleCode.CE_PROJECT, RoleCode.CE_SYSTEM])
@pytest.mark.parametrize(("must", "nice"), [((), ()), (("radar",), ()), (("radar",), ("array",))])
def test_weights_add_up_to_one_over_what_is_asked(role: RoleCode | None, must: tuple[str, ...], nice: tuple[str, ...]) -> None:
    asked = need(role=role or RoleCode.CE_PROJECT, text_only=role is None, must=must, nice=nice)
    found = weights_for(asked, reader().text_weights if role is None else weights()).of_signal
    assert sum(found.values()) == pytest.approx(1.0)
    assert ("must_coverage" in found, "nice_coverage" in found) == (bool(must), bool(nice))
    assert ("role_shown" in found, "coordination" in found) == (role is None, role is not None)


def test_a_text_without_a_role_ranks_by_the_text_alone_and_gates_nobody_by_rules() -> None:
    unwilling = person("E3", item("c", RADAR[1]), willing=((RoleCode.CE_PROJECT, False),))
    built = network([person("E1", item("a", BATTERY[0])), person("E2", item("b", RADAR[0])), unwilling])
    asked = need(text_only=True, rules=(), must=(), nice=(), subjects=(), briefs=briefs_of([RADAR[0]]))
    found = rank(asked, built, Gatekeeper(built, GatePolicy()), weights_for(asked, reader().text_weights))
    first = found.entries(everybody=True)[0]
    assert first.profile_id == "E2"
    assert [part.signal for part in first.parts if part.weight] == ["topical_fit", "depth", "role_shown", "role_in_field"]
    assert found.counts()["gated"] == 0


def test_who_is_like_somebody_works_in_the_same_field_whatever_they_led() -> None:
    example = person("E1", item("a"))
    others = [
        person("E2", item("b", title=BATTERY[0], text=BATTERY[1], part=Part.LED)),
        person("E3", item("c", part=Part.CONTRIBUTOR, outcome=None)),
    ]
    known = network([example, *others])
    wanted = need(briefs=briefs_of([RADAR[0]]), must=(), nice=shared_capabilities([example], THESAURUS), text_only=True)
    found = rank(wanted, known, Gatekeeper(known, GatePolicy()), weights_for(wanted, LIKENESS))
    assert [known.profiles[position].id for position in found.order] == ["E1", "E3", "E2"]
    assert sum(LIKENESS.of_signal.values()) == pytest.approx(1.0)
