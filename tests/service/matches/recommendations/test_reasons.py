from dataclasses import replace

from matching.signals import person
from service.matches.recommendations.reasons import Reasons
from service.matches.recommendations.recommending import Recommendation


def test_the_reason_rests_on_an_item_of_the_person(found: Recommendation) -> None:
    reasons, network = Reasons(found.ranking), found.ranking.network
    for entry in found.ranking.entries():
        reason = reasons.strongest(entry)
        items = {item.id: item for item in network.profiles[network.position[entry.profile_id]].items}
        assert reason.evidence is not None
        assert items[reason.evidence].title in reason.citation
        assert reason.en.startswith(reason.label.en)


def test_the_reason_is_the_part_that_adds_most_among_those_with_evidence(found: Recommendation) -> None:
    entry = found.ranking.entries(0, 1, everybody=True)[0]
    best = max(
        (part for part in entry.parts if part.signal not in {person.AVAILABILITY, person.LANGUAGE}), key=lambda part: part.contribution
    )
    assert Reasons(found.ranking).strongest(entry).signal == best.signal


def test_without_any_evidence_the_reason_names_the_signal_alone(found: Recommendation) -> None:
    entry = found.ranking.entries(0, 1, everybody=True)[0]
    bare = replace(entry, parts=tuple(part for part in entry.parts if part.signal == person.LANGUAGE))
    reason = Reasons(found.ranking).strongest(bare)
    assert (reason.evidence, reason.vi) == (None, "Ngôn ngữ làm việc")
