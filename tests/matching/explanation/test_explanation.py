"""The explanation says what the list says, in both languages, and points to evidence that exists."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from unicodedata import is_normalized, normalize

import numpy as np
import pytest
from hypothesis import given

from matching.explanation.explanation import CITED_ITEMS, Explanation, explain
from matching.explanation.lines import Line, LineKind
from matching.explanation.phrases import GATE
from matching.gate.result import GatePolicy, GateReason
from matching.needs import RoleNeed
from matching.network import Network
from matching.profiles import EvidenceItem, Profile, Relation
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import rank
from models.vocabulary import Language, Outcome, Part, RelationKind, RelationStatus
from tests.matching.examples import BATTERY, RADAR, RADAR_BRIEF, RICE, RULES, THESAURUS, gate_result, item, need, person, ranking, weights
from tests.matching.local_forms import english, vietnamese
from tests.matching.random_worlds import NEEDS, NETWORKS
from tests.matching.readers.examples import SUBJECTS, reader, readers
from tests.service.matches.encoders.examples import WordEncoder

TOLD = "Led the design of the array. Never built the mast."
UNFILLED = re.compile(r"[{}]|None|Language\.|nan")


def explained(profile: Profile, wanted: RoleNeed | None = None) -> Explanation:
    return explain(ranking([profile], wanted), profile.id)


class Mute:
    """An encoder that must not be asked."""

    model, dimension, licence = WordEncoder.model, WordEncoder.dimension, WordEncoder.licence

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        raise AssertionError(f"asked to encode {texts}")


def said(explanation: Explanation, kind: LineKind) -> list[Line]:
    return [line for line in explanation.lines if line.kind is kind]


def test_people_who_are_read_are_explained_without_the_encoder() -> None:
    somebody = person("E1", item(text=TOLD))
    built = Network.build(readers().bound(Mute(), THESAURUS, SUBJECTS), [somebody], {"E1": reader().read(somebody)})
    found = explain(rank(need(subjects=(RADAR_BRIEF,)), built, Gatekeeper(built, GatePolicy()), weights()), "E1")
    assert found.citations
    assert said(found, LineKind.TOLD)


@given(NETWORKS, NEEDS)
def test_every_line_is_said_in_both_languages(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    for line in (line for profile in people for line in explain(found, profile.id).lines):
        assert vietnamese(line).strip()
        assert english(line).strip()
        assert vietnamese(line) != english(line)
        assert not UNFILLED.search(vietnamese(line) + english(line)), line


@given(NETWORKS, NEEDS)
def test_every_pointer_leads_to_the_persons_own_evidence(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    for profile in people:
        explanation, owned = explain(found, profile.id), {one.id for one in profile.items}
        assert {identifier for line in explanation.lines for identifier in line.evidence} <= owned
        assert {citation.item_id for citation in explanation.citations} <= owned


@given(NETWORKS, NEEDS)
def test_marks_lie_inside_the_words_apart_and_in_order(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    for citation in (citation for profile in people for citation in explain(found, profile.id).citations):
        edges = [edge for span in citation.marks for edge in span]
        assert edges == sorted(set(edges))
        assert all(0 <= edge <= len(citation.words) for edge in edges)
        assert all(0 < share <= 1 + 1e-12 for _, share in citation.parts)


@given(NETWORKS, NEEDS)
def test_the_entry_is_the_one_on_the_list(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    for entry in found.entries():
        assert explain(found, entry.profile_id).entry == entry
    listed = {entry.profile_id: entry for entry in found.entries(everybody=True)}
    for profile in people:
        entry = explain(found, profile.id).entry
        assert (entry is None) == (profile.id not in listed)
        assert entry is None or entry.score == listed[profile.id].score


@given(NETWORKS, NEEDS)
def test_whoever_is_gated_is_told_every_reason(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    for profile in people:
        explanation, reasons = explain(found, profile.id), gate_result(profile, wanted, people).reasons
        assert [english(line) for line in said(explanation, LineKind.GATE)] == [GATE[reason][Language.EN] for reason in reasons]
        assert [vietnamese(line) for line in said(explanation, LineKind.GATE)] == [GATE[reason][Language.VI] for reason in reasons]
        assert len(said(explanation, LineKind.CONFLICT)) == len(explanation.gate_result.conflicts)


@given(NETWORKS, NEEDS)
def test_the_reasons_shown_never_add_up_to_more_than_the_score(people: list[Profile], wanted: RoleNeed) -> None:
    found = ranking(people, wanted)
    for entry in found.entries(everybody=True):
        why = said(explain(found, entry.profile_id), LineKind.WHY)
        shown = [float(re.search(r"adds (\d\.\d{3})", english(line))[1]) for line in why]  # type: ignore[index]
        assert sum(shown) <= entry.score + 0.0005 * len(shown)
        assert shown == sorted(shown, reverse=True)


def test_without_consent_nothing_is_said_but_that() -> None:
    explanation = explained(person("E1", item(), consents=frozenset(), available_until=date(2020, 1, 1)))
    assert (explanation.entry, explanation.citations) == (None, ())
    assert [line.kind for line in explanation.lines] == [LineKind.GATE]
    assert explanation.gate_result.reasons == (GateReason.NO_CONSENT,)


def test_somebody_who_is_not_in_the_network_is_not_explained() -> None:
    with pytest.raises(KeyError, match="E9"):
        explain(ranking([person("E1", item())]), "E9")


def test_every_explanation_is_for_reference_only() -> None:
    for profile in (person("E1", item()), person("E1")):
        assert explained(profile).lines[-1].kind is LineKind.NOTE


def test_the_first_citation_is_what_the_score_rests_on() -> None:
    citations = explained(person("E1", item("rice", RICE[0]), item("radar", RADAR[0]), item("battery", BATTERY[0]))).citations
    assert citations[0].item_id == "radar"


def test_led_work_is_cited_before_work_that_was_only_joined() -> None:
    joined, led = item("a", part=Part.CONTRIBUTOR, ends=date(2025, 1, 1)), item("b", part=Part.LED)
    citations = explained(person("E1", joined, led, item("c", part=Part.MAIN))).citations
    assert [citation.item_id for citation in citations] == ["b", "c", "a"]


def test_only_the_strongest_items_are_cited() -> None:
    many = [item(f"i{number:02d}") for number in range(9)]
    citations = explained(person("E1", *many)).citations
    assert [citation.item_id for citation in citations] == [f"i{number:02d}" for number in range(CITED_ITEMS)]


def test_the_rank_is_the_same_on_the_list_and_on_the_longer_list_with_weaker_people() -> None:
    unproven = person("E1", *(item(f"i{n}", title, starts=date(2024, 1, 1)) for n, title in enumerate(RADAR)))
    found = ranking([unproven, person("E2", item("a", RICE[0]))], chosen=weights(fits=0.5))
    assert [entry.profile_id for entry in found.entries()] == ["E1"]
    assert [entry.profile_id for entry in found.entries(everybody=True)] == ["E1", "E2"]
    assert found.entries(everybody=True)[0] == found.entries()[0]
    assert explain(found, "E1").entry == found.entries()[0]
    assert explain(found, "E2").entry == found.entries(everybody=True)[1]


def test_a_rule_line_says_what_was_found_and_what_is_required() -> None:
    lines = said(explained(person("E1", item("a", ends=date(2020, 1, 1)))), LineKind.RULE)
    years, led = lines[:2]
    assert "condition R-YEARS: not shown (10.0 continuous years, 10 required). Basis: clause R-YEARS." in english(years)
    assert "Gap from 1 Jan 2020 to 1 Oct 2026." in english(years)
    assert "Khoảng trống từ 01/01/2020 đến 01/10/2026." in vietnamese(years)
    assert (english(led), led.evidence) == ("condition R-LED: met (declared) (1 found, 1 required). Basis: clause R-LED.", ("a",))
    assert vietnamese(led) == "điều kiện R-LED: đạt (theo khai báo) (1 mục, yêu cầu 1). Căn cứ: điều R-LED."


def test_a_conflict_line_names_both_facts() -> None:
    tie = Relation(RelationKind.ADVISER, RelationStatus.DECLARED, organisation_id="B1", starts=date(2020, 1, 1))
    (line,) = said(explained(person("E1", item(), relations=(tie,)), need(bidders=frozenset({"B1"}))), LineKind.CONFLICT)
    assert (
        english(line) == "Conflict of interest (declared): advisory relation with Company B1 (from 1 Jan 2020 to now), which bids for P1."
    )
    assert vietnamese(line) == "Xung đột lợi ích (đã khai báo): quan hệ tư vấn với Company B1 (từ 01/01/2020 đến nay), đơn vị dự thầu P1."


def test_coverage_names_what_is_shown_and_what_is_not() -> None:
    lines = said(explained(person("E1", item("a", RADAR[1])), need(must=("radar", "battery"))), LineKind.COVERAGE)
    assert [english(line) for line in lines] == [
        "The evidence shows 1 of 2 required groups of capabilities; of each group one is enough.",
        "Named: radar.",
        "Not shown: battery storage.",
    ]
    assert [vietnamese(line) for line in lines][1:] == ["Nêu đích danh: ra đa.", "Chưa thể hiện: pin lưu trữ."]


def test_what_is_shown_in_other_words_is_told_apart() -> None:
    found = ranking([person("E1", item("a", "AESA antennas"))], need(must=("array", "battery")))
    other_words = replace(found.network.readings[0], named=found.network.readings[0].named * 0.0)
    unnamed = replace(found.network, readings=(other_words,))
    lines = said(explain(replace(found, network=unnamed, view=replace(found.view, network=unnamed)), "E1"), LineKind.COVERAGE)
    assert english(lines[1]) == "Shown in other words: phased array. This is how the record was read; a person has to confirm it."


def test_of_alternatives_one_is_enough_and_only_whole_groups_are_missing() -> None:
    names = ((("battery", "breeding"), ((Language.VI, "pin hoặc lúa"), (Language.EN, "batteries or rice"))),)
    asked = need(must=("array", "battery", "breeding", "radar"), groups=(("array", "radar"), ("battery", "breeding")), group_labels=names)
    lines = said(explained(person("E1", item("a", RADAR[1])), asked), LineKind.COVERAGE)
    assert [english(line) for line in lines] == [
        "The evidence shows 1 of 2 required groups of capabilities; of each group one is enough.",
        "Named: radar.",
        "Not shown: batteries or rice.",
    ]
    assert vietnamese(lines[2]) == "Chưa thể hiện: pin hoặc lúa."
    unnamed = said(explained(person("E1", item("a", RADAR[1])), replace(asked, group_labels=())), LineKind.COVERAGE)
    assert english(unnamed[2]) == "Not shown: battery storage or rice breeding."


def test_a_capability_younger_than_the_text_space_is_named_by_its_id() -> None:
    lines = said(explained(person("E1", item()), need(must=("unheard_of",))), LineKind.COVERAGE)
    assert english(lines[-1]) == "Not shown: unheard_of."


def test_a_clause_without_a_number_is_told_once_at_the_end() -> None:
    clause = ((Language.VI, "Nghị định X (chưa rõ điều, khoản)"), (Language.EN, "Decree X (clause number not found)"))
    rules = tuple(replace(one, clause=clause) for one in RULES)
    found = explained(person("E1", item()), need(rules=rules))
    assert all(english(line).endswith("Basis: Decree X.") for line in said(found, LineKind.RULE) if "Gap" not in english(line))
    assert sum("not found" in english(line) for line in found.lines) == 1
    assert sum("chưa tìm được" in vietnamese(line) for line in found.lines) == 1
    assert "not found" in english(found.lines[-2])


def test_how_firm_a_place_is_is_told_only_where_more_than_five_fit() -> None:
    few = [person(f"E{n}", *(item(f"i{n}{k}", title) for k, title in enumerate(RADAR[:n]))) for n in range(1, 5)]
    lines = said(explain(ranking(few), "E1"), LineKind.SURENESS)
    assert ["small changes" in english(line) for line in lines] == [False]


def test_what_is_told_comes_before_what_is_missing_and_both_before_the_arithmetic() -> None:
    kinds = [line.kind for line in explained(person("E1", item())).lines]
    first = [kinds.index(kind) for kind in (LineKind.TOLD, LineKind.COVERAGE, LineKind.LACKING, LineKind.WHY, LineKind.RULE)]
    assert first == sorted(first)


def test_below_the_threshold_the_score_says_so() -> None:
    found = ranking([person("E1", item("a", RICE[0]))], chosen=weights(fits=0.9))
    assert any("below 0.900, where a possible fit begins" in english(line) for line in said(explain(found, "E1"), LineKind.WHY_NOT))


def test_no_word_of_a_denial_is_marked() -> None:
    denying = item(
        "a", "Coastal radar", text="Radar signal processing was led here. I have never built a phased array radar for coastal surveillance."
    )
    (citation,) = explained(person("E1", denying)).citations
    marked = [citation.words[start:end] for start, end in citation.marks]
    assert marked
    assert all(end <= citation.words.index("I have never") for _, end in citation.marks)


def test_words_of_a_citation_are_composed_so_that_the_marks_fit() -> None:
    decomposed = normalize("NFD", "Đã thiết kế ra đa mạng pha")
    (citation,) = explained(person("E1", item("a", decomposed))).citations
    assert is_normalized("NFC", citation.words)
    assert [citation.words[start:end] for start, end in citation.marks] == ["ra đa mạng pha"]


def score_of(built: Network) -> float:
    return float(ranking(built.profiles).scores.total[0])


@pytest.mark.parametrize("outcomes", [(Outcome.APPLIED,) * 4, (Outcome.REPORTED, Outcome.APPLIED, None, Outcome.TRANSFERRED)])
def test_taking_away_the_most_cited_item_never_helps(outcomes: Sequence[Outcome | None]) -> None:
    items: list[EvidenceItem] = [item(f"i{n}", title, outcome=outcomes[n]) for n, title in enumerate(RADAR)]
    scores = []
    while items:
        found = ranking([person("E1", *items)])
        scores.append(float(found.scores.total[0]))
        cited = explain(found, "E1").citations[0].item_id
        items = [one for one in items if one.id != cited]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_taking_away_an_item_that_was_never_cited_changes_nothing() -> None:
    full = person("E1", item("radar", RADAR[0]), item("other", "Nothing known", kind=item().kind, outcome=None, sectors=()))
    cited = {citation.item_id for citation in explained(full).citations}
    assert cited == {"radar"}
    without = replace(full, items=full.items[:1])
    assert ranking([without]).scores.total.tolist() == ranking([full]).scores.total.tolist()
