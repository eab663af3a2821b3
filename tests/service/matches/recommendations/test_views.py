from dataclasses import asdict, replace

import pytest

from matching.needs import RoleNeed
from matching.ranking.ranking import rank
from models.vocabulary import Language
from service.kit.texts import Text
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.rounding import rounded
from service.matches.recommendations.views import card, entry_views, head


def test_a_card_says_who_somebody_is_and_no_more(found: Recommendation) -> None:
    profile = replace(found.ranking.network.profiles[0], name="An Nguyễn", headlines=((Language.VI, "Kỹ sư"),))
    shown = asdict(card(profile))
    assert set(shown) == {"id", "display_name", "country", "sub_network", "headline", "synthetic"}
    assert (shown["display_name"], shown["headline"]) == ("An Nguyễn", Text(vi="Kỹ sư", en=""))


def test_covered_and_missing_capabilities_have_labels(found: Recommendation) -> None:
    (shown,) = entry_views(found.ranking, found.ranking.entries(0, 1, everybody=True))
    asked = found.ranking.need.must
    assert sorted(capability.id for capability in [*shown.covered, *shown.missing]) == sorted(asked)
    assert all(capability.label.vi != capability.id for capability in [*shown.covered, *shown.missing])


def test_a_capability_younger_than_the_text_space_is_called_by_its_id(found: Recommendation) -> None:
    need: RoleNeed = replace(found.ranking.need, must=("brand-new",))
    ranking = rank(need, found.ranking.network, found.ranking.gatekeeper, found.ranking.weights)
    (shown,) = entry_views(ranking, ranking.entries(0, 1, everybody=True))
    assert [capability.label.en for capability in shown.missing] == ["brand-new"]


def test_a_page_shows_what_its_entries_say_and_each_alone(found: Recommendation) -> None:
    entries = found.ranking.entries(everybody=True)
    shown = entry_views(found.ranking, entries)
    assert [view.score for view in shown] == [rounded(entry.score) for entry in entries]
    for view, entry in zip(shown, entries, strict=True):
        assert [part.signal for part in view.parts] == [part.signal for part in entry.parts]
        assert [part.contribution for part in view.parts] == pytest.approx([part.contribution for part in entry.parts], abs=1e-4)
        assert rounded(sum(part.contribution for part in view.parts)) == view.score
    assert [entry_views(found.ranking, [entry])[0] for entry in entries] == shown


def test_the_head_repeats_question_and_counts(found: Recommendation) -> None:
    shown = head(found)
    assert (shown.subject.id, shown.role.code.value, shown.counts.considered) == ("P01", "CE_PROJECT", 200)
    assert shown.verdict.code == found.verdict
