from dataclasses import replace

from matching.needs import RoleNeed
from models.vocabulary import Language
from service.recommendations.recommending import Recommendation
from service.recommendations.views import EntryViews, card, head


def test_a_card_says_who_somebody_is_and_no_more(found: Recommendation) -> None:
    profile = replace(found.ranking.network.profiles[0], name="An Nguyễn", headlines=((Language.VI, "Kỹ sư"),))
    shown = card(profile).model_dump()
    assert set(shown) == {"id", "display_name", "country", "sub_network", "headline", "synthetic"}
    assert (shown["display_name"], shown["headline"]) == ("An Nguyễn", {"vi": "Kỹ sư", "en": ""})


def test_covered_and_missing_capabilities_have_labels(found: Recommendation) -> None:
    shown = EntryViews(found.ranking).show(found.ranking.entries(0, 1, everybody=True)[0])
    asked = found.ranking.need.must
    assert sorted(capability.id for capability in [*shown.covered, *shown.missing]) == sorted(asked)
    assert all(capability.label.vi != capability.id for capability in [*shown.covered, *shown.missing])


def test_a_capability_younger_than_the_text_space_is_called_by_its_id(found: Recommendation) -> None:
    need: RoleNeed = replace(found.ranking.need, must=("brand-new",))
    assert EntryViews(replace(found.ranking, need=need)).capabilities["brand-new"].label.en == "brand-new"


def test_the_head_repeats_question_and_counts(found: Recommendation) -> None:
    shown = head(found)
    assert (shown.subject.id, shown.role.code.value, shown.counts.considered) == ("P01", "CE_PROJECT", 200)
    assert shown.verdict.code == found.verdict
