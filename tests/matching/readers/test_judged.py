"""What people decided stands over what the readers found."""

from datetime import date

import pytest

from matching.explanation.explanation import explain
from matching.profiles import EvidenceItem, Profile, ReadingJudgement
from matching.ranking.capability_groups import GroupState, group_states
from matching.readers.judged import digest_of_words
from models.vocabulary import Part, ReadingMatter, ReadingVerdict
from tests.matching.examples import RADAR, RICE, item, person, ranking
from tests.matching.local_forms import english

CAPABILITY, LED, WORK = ReadingMatter
CONFIRMED, REJECTED = ReadingVerdict
RADAR_WORK = item("radar", RADAR[1])


def judged(matter: ReadingMatter, verdict: ReadingVerdict, capability: str = "", of: EvidenceItem = RADAR_WORK) -> Profile:
    decision = ReadingJudgement(digest_of_words(of), matter, capability, verdict, judged_on=date(2026, 11, 28))
    return person("E1", RADAR_WORK, reading_judgements=(decision,))


def credit(profile: Profile, capability: str) -> float:
    found = ranking([profile])
    return float(found.view.credits([capability])[0, 0])


def test_a_confirmed_capability_is_sure_and_counted_as_confirmed() -> None:
    assert credit(person("E1", RADAR_WORK), "array") == 0.0
    profile = judged(CAPABILITY, CONFIRMED, "array")
    assert credit(profile, "array") == 1.0
    found = ranking([profile])
    assert dict(zip(found.need.groups, group_states(found, 0), strict=True))[("array",)] is GroupState.CONFIRMED
    assert "Confirmed by a coordinator on 28 Nov 2026: phased array." in [english(line) for line in explain(found, "E1").lines]


def test_a_rejected_capability_is_gone_though_the_words_name_it() -> None:
    assert credit(person("E1", RADAR_WORK), "radar") > 0.0
    profile = judged(CAPABILITY, REJECTED, "radar")
    assert credit(profile, "radar") == 0.0
    told = [english(line) for line in explain(ranking([profile]), "E1").lines]
    assert f"Set aside by a coordinator on 28 Nov 2026: radar, in “{RADAR[1]}”." in told


def test_work_that_is_not_the_persons_shows_nothing() -> None:
    found = ranking([judged(WORK, REJECTED)])
    assert found.view.relevance.tolist() == [0.0]
    assert found.network.profiles[0].items[0].part is None


@pytest.mark.parametrize(("verdict", "part"), [(REJECTED, None), (CONFIRMED, Part.LED)])
def test_what_was_led_is_as_people_say(verdict: ReadingVerdict, part: Part | None) -> None:
    assert ranking([judged(LED, verdict)]).network.profiles[0].items[0].part is part


def test_a_judgement_of_other_words_says_nothing() -> None:
    assert credit(judged(CAPABILITY, REJECTED, "radar", of=item("radar", RICE[0])), "radar") > 0.0
