from dataclasses import replace

from models.vocabulary import EvidenceKind, RoleDimension
from service.matches.recommendations.labels import SIGNALS
from service.matches.recommendations.reasons import Reasons
from service.matches.recommendations.recommending import Recommendation

NOT_WORK = {EvidenceKind.DEGREE, EvidenceKind.CERTIFICATE, EvidenceKind.AWARD}


def test_the_reason_rests_on_work_of_the_person_and_speaks_of_the_role(found: Recommendation) -> None:
    reasons, network = Reasons(found.ranking), found.ranking.network
    for entry in found.ranking.entries():
        reason = reasons.strongest(entry)
        items = {item.id: item for item in network.profiles[network.position[entry.profile_id]].items}
        assert reason.evidence is not None
        assert items[reason.evidence].title in reason.citation
        assert items[reason.evidence].title in reason.en
        assert items[reason.evidence].kind not in NOT_WORK
        assert reason.signal in {*RoleDimension, "topical_fit"}


def test_with_nothing_in_the_field_the_reason_names_the_largest_part_alone(found: Recommendation) -> None:
    ranking = found.ranking
    nothing = replace(ranking, view=replace(ranking.view, relevance=ranking.view.relevance * 0.0))
    entry = ranking.entries(0, 1, everybody=True)[0]
    largest = max(entry.parts, key=lambda part: part.contribution).signal
    reason = Reasons(nothing).strongest(entry)
    assert (reason.evidence, reason.citation, reason.vi) == (None, "", SIGNALS[largest].vi)
