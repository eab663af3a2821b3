"""Turns a ranking into what the API shows; numbers are rounded here and nowhere before."""

from collections.abc import Sequence
from itertools import repeat

import numpy as np

from matching.profiles import Profile
from matching.ranking.ranking import Entry, Ranking
from models.vocabulary import Language
from service.catalogue.schemas import CapabilityReference
from service.recommendations import schemas
from service.recommendations.labels import BANDS, REFERENCE_ONLY, SIGNALS, text
from service.recommendations.reasons import Reasons
from service.recommendations.recommending import Recommendation
from service.recommendations.rounding import DECIMALS, rounded, rounded_parts
from service.texts import Text


def head(found: Recommendation) -> schemas.RecommendationHead:
    """Return what every answer about ``found`` begins with."""
    subject, need, role_name = found.inputs.subject, found.inputs.need, found.inputs.role_name
    return schemas.RecommendationHead(
        subject=schemas.SubjectView(
            kind=subject.kind, id=subject.id, asked_for=subject.asked_for, name=text(subject.name), synthetic=subject.synthetic
        ),
        role=schemas.AskedRole(code=need.role, vi=role_name.vi, en=role_name.en),
        model=schemas.ModelVersions(
            text_space=found.text_space,
            weights=found.inputs.weights.version,
            rule_set=found.inputs.rule_set,
            selection_date=need.selection_date,
        ),
        verdict=schemas.Verdict(code=found.verdict, reason=text(found.verdict_reason)),
        counts=schemas.Counts(**found.counts),
        reference_only=REFERENCE_ONLY,
    )


def entry_views(ranking: Ranking, entries: Sequence[Entry]) -> list[schemas.EntryView]:
    """Return ``entries`` of ``ranking``, each with its reason; what the people of a page share is made once."""
    reasons, parts = Reasons(ranking), _parts(ranking, entries)
    capabilities = {capability: _capability(ranking, capability) for capability in ranking.need.must}
    return [
        schemas.EntryView(
            rank=entry.rank,
            tie_group=entry.tie_group,
            expert=card(ranking.network.profiles[ranking.network.position[entry.profile_id]]),
            band=BANDS[entry.band],
            tier=entry.tier,
            score=rounded(entry.score),
            parts=parts_of_entry,
            covered=[capabilities[capability] for capability in entry.covered],
            missing=[capabilities[capability] for capability in entry.missing],
            x=len(entry.covered),
            y=len(entry.covered) + len(entry.missing),
            reason=reasons.strongest(entry),
        )
        for entry, parts_of_entry in zip(entries, parts, strict=True)
    ]


def _parts(ranking: Ranking, entries: Sequence[Entry]) -> list[list[schemas.PartView]]:
    scores, positions = ranking.scores, [ranking.network.position[entry.profile_id] for entry in entries]
    values = np.round(scores.values[positions], DECIMALS).tolist()
    contributions = rounded_parts(scores.parts[positions], scores.total[positions]).tolist()
    codes = [signal.code for signal in scores.signals]
    labels = [SIGNALS[code] for code in codes]
    weights = [rounded(ranking.weights.of_signal.get(code, 0.0)) for code in codes]
    return [list(map(schemas.PartView, codes, labels, *row)) for row in zip(values, repeat(weights), contributions)]


def card(profile: Profile) -> schemas.ExpertCard:
    """Return who ``profile`` is."""
    headlines = dict(profile.headlines)
    return schemas.ExpertCard(
        id=profile.id,
        display_name=profile.name,
        country=profile.country,
        sub_network=profile.sub_network,
        headline=Text(vi=headlines.get(Language.VI, ""), en=headlines.get(Language.EN, "")),
        synthetic=profile.synthetic,
    )


def _capability(ranking: Ranking, capability: str) -> CapabilityReference:
    concept = ranking.network.space.thesaurus.by_id.get(capability)
    if concept is None:  # younger than the text space, which holds the labels
        return CapabilityReference(id=capability, label=Text(vi=capability, en=capability))
    return CapabilityReference(id=capability, label=Text(vi=concept.label_vi, en=concept.label_en))
