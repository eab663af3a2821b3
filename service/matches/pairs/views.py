"""Turns pairs into what the API shows; numbers are rounded here and nowhere before."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from matching.explanation import phrases as of_people
from matching.gate.result import Tier
from matching.pairs import coverage, phrases
from matching.pairs.explanation import Alternative, PairExplanation
from matching.pairs.pairing import Barrier, PairEntry, Pairing
from matching.pairs.sides import Sides
from matching.ranking.ranking import Ranking
from models.vocabulary import Language
from service.kit.texts import REFERENCE_ONLY, phrase_text, text
from service.matches.pairs import schemas
from service.matches.pairs.pairing import PairRecommendation
from service.matches.recommendations.labels import BANDS
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.rounding import rounded, rounded_parts
from service.matches.recommendations.schemas import Counts, LineView, Verdict
from service.matches.recommendations.views import capability_reference, card
from service.matches.recommendations.views import head as head_of_people

TERMS = {code: phrase_text(phrase) for code, phrase in phrases.TERM.items()}


def head(found: PairRecommendation) -> schemas.PairHead:
    """Return what every answer about ``found`` begins with."""
    engineers, architects = found.engineers, found.architects
    barred = Counter(pair.barrier for pair in found.pairing.forbidden())
    return schemas.PairHead(
        subject=head_of_people(engineers).subject,
        model=schemas.PairModel(
            text_space=engineers.text_space,
            engineer_weights=engineers.inputs.weights.version,
            architect_weights=architects.inputs.weights.version,
            pair_weights=found.pairing.sides.weights.version,
            rule_set=engineers.inputs.rule_set,
            selection_date=engineers.inputs.need.selection_date,
        ),
        verdict=Verdict(code=found.verdict, reason=text(found.verdict_reason)),
        engineers=_side(engineers),
        architects=_side(architects),
        barred=schemas.BarredCounts(same_person=barred[Barrier.SAME_PERSON], relation=barred[Barrier.RELATION]),
        reference_only=REFERENCE_ONLY,
    )


def _side(found: Recommendation) -> schemas.SideView:
    verdict = Verdict(code=found.verdict, reason=text(found.verdict_reason))
    return schemas.SideView(role=text(found.inputs.role_name), verdict=verdict, counts=Counts(**found.counts))


def pair_views(pairing: Pairing, entries: Sequence[PairEntry]) -> list[schemas.PairView]:
    """Return ``entries`` of ``pairing``, each with who covers which required capability."""
    if not entries:
        return []
    return [_pair(pairing.sides, entry, pairing.division(entry)) for entry in entries]


def _pair(sides: Sides, entry: PairEntry, division: coverage.Division) -> schemas.PairView:
    contributions = rounded_parts(np.array([[part.contribution for part in entry.parts]]), np.array([entry.score]))[0].tolist()
    return schemas.PairView(
        rank=entry.rank,
        tie_group=entry.tie_group,
        engineer=_member(sides.engineers, entry.engineer_id),
        architect=_member(sides.architects, entry.architect_id),
        tier=entry.tier,
        score=rounded(entry.score),
        parts=[
            schemas.TermView(part.signal, TERMS[part.signal], rounded(part.value), rounded(part.weight), contribution)
            for part, contribution in zip(entry.parts, contributions, strict=True)
        ],
        x=entry.groups_shown,
        y=entry.groups_asked,
        must=division_view(sides.engineers, division),
    )


def _member(ranking: Ranking, identifier: str) -> schemas.MemberView:
    position = ranking.network.position[identifier]
    score = float(ranking.scores.total[position])
    return schemas.MemberView(
        card(ranking.network.profiles[position]),
        BANDS[ranking.weights.band(score)],
        tuple(Tier)[int(ranking.tiers[position])],
        rounded(score),
    )


def division_view(ranking: Ranking, division: coverage.Division) -> schemas.DivisionView:
    """Return who shows what, with the names of the capabilities."""
    groups = (division.both, division.only_engineer, division.only_architect, division.neither)
    return schemas.DivisionView(*([capability_reference(ranking.network, one) for one in group] for group in groups))


def explanation_view(found: PairRecommendation, explained: PairExplanation) -> schemas.PairExplanationView:
    """Return an explanation."""
    sides = found.pairing.sides
    network = sides.engineers.network
    engineer, architect = (network.profiles[network.position[one]] for one in (explained.engineer_id, explained.architect_id))
    barrier, alternative = explained.barrier, explained.following
    return schemas.PairExplanationView(
        **dict(head(found)),
        engineer=card(engineer),
        architect=card(architect),
        gate=[
            schemas.SideReasonView(side=side, code=reason, vi=of_people.GATE[reason][Language.VI], en=of_people.GATE[reason][Language.EN])
            for side, reason in explained.gates
        ],
        barrier=schemas.BarrierView(code=barrier, **dict(phrase_text(phrases.BARRIER[barrier]))) if barrier else None,
        pair=_pair(sides, explained.entry, explained.must) if explained.entry and explained.must else None,
        nice=division_view(sides.engineers, explained.nice) if explained.nice else None,
        lines=[LineView.of_line(line) for line in explained.lines],
        alternative=_alternative(found.pairing, alternative) if alternative else None,
    )


def _alternative(listed: Pairing, alternative: Alternative) -> schemas.AlternativeView:
    return schemas.AlternativeView(
        pair=pair_views(listed, [alternative.entry])[0],
        cost=rounded(alternative.cost),
        differences={term: rounded(difference) for term, difference in alternative.differences},
    )
