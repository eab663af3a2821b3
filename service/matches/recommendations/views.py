"""Turns a ranking into what the API shows; numbers are rounded here and nowhere before."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat

import numpy as np

from matching.explanation.lines import group_labels
from matching.explanation.verified import evidence_basis
from matching.network import Network
from matching.profiles import Profile
from matching.ranking.capability_groups import group_states
from matching.ranking.ranking import Entry, Ranking
from models.vocabulary import Language, RoleCode
from service.catalogue.products.schemas import CapabilityReference
from service.catalogue.subjects.queries import NamedSubject
from service.kit.languages import Bilingual
from service.kit.texts import REFERENCE_ONLY, Text, phrase_text, text
from service.matches.recommendations import schemas
from service.matches.recommendations.band_basis import band_basis
from service.matches.recommendations.labels import BANDS, CONFIDENCES, SIGNALS
from service.matches.recommendations.reasons import Reasons
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.rounding import DECIMALS, rounded, rounded_parts


def head(found: Recommendation) -> schemas.RecommendationHead:
    """Return what every answer about ``found`` begins with."""
    need = found.inputs.need
    return schemas.RecommendationHead(
        subject=_subject(found.inputs.subject),
        role=_role(need.role, found.inputs.role_name),
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
    if not entries:
        return []
    reasons = Reasons(ranking)
    parts = parts_at(ranking, [ranking.network.position[entry.profile_id] for entry in entries])
    capabilities = {capability: capability_reference(ranking.network, capability) for capability in ranking.need.must}
    groups = [(_group_label(ranking, group), [capabilities[one] for one in group]) for group in ranking.need.groups]
    return [
        schemas.EntryView(
            rank=entry.rank,
            tie_group=entry.tie_group,
            expert=card(ranking.network.profiles[ranking.network.position[entry.profile_id]]),
            band=BANDS[entry.band],
            band_basis=band_basis(ranking.weights.calibration.get(entry.band)),
            tier=entry.tier,
            score=rounded(entry.score),
            parts=parts_of_entry,
            covered=[capabilities[capability] for capability in entry.covered],
            missing=[capabilities[capability] for capability in entry.missing],
            groups=_groups(ranking, entry, groups),
            x=entry.groups_shown,
            y=entry.groups_asked,
            confidence=CONFIDENCES[entry.confidence],
            firmness=entry.rank_stability,
            reason=reasons.strongest(entry),
            evidence_basis=_basis(ranking, entry),
        )
        for entry, parts_of_entry in zip(entries, parts, strict=True)
    ]


def _groups(ranking: Ranking, entry: Entry, groups: list[tuple[Text, list[CapabilityReference]]]) -> list[schemas.GroupView]:
    states = group_states(ranking, ranking.network.position[entry.profile_id])
    return [schemas.GroupView(label, members, state) for (label, members), state in zip(groups, states, strict=True)]


def _group_label(ranking: Ranking, group: tuple[str, ...]) -> Text:
    return phrase_text(group_labels(ranking.need, ranking.network.reader.thesaurus, [group]))


def _basis(ranking: Ranking, entry: Entry) -> schemas.EvidenceBasisView:
    found = evidence_basis(ranking, ranking.network.position[entry.profile_id])
    vi, en = found.said[Language.VI], found.said[Language.EN]
    return schemas.EvidenceBasisView(vi=vi, en=en, cited=found.cited, verified=found.verified, documented=found.documented)


def parts_at(ranking: Ranking, positions: list[int]) -> list[list[schemas.PartView]]:
    """Return what each signal adds to the score of each of ``positions``, rounded so that the parts still add up."""
    scores = ranking.scores
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


def capability_reference(network: Network, capability: str) -> CapabilityReference:
    """Return a capability with its label."""
    concept = network.reader.thesaurus.by_id.get(capability)
    # A capability that is younger than the version people were read under has no label there.
    return _reference(capability, concept.label_vi, concept.label_en) if concept else _reference(capability, capability, capability)


# Few and never changed: made once for all answers.
@lru_cache(maxsize=1024)
def _reference(capability: str, label_vi: str, label_en: str) -> CapabilityReference:
    return CapabilityReference(id=capability, label=Text(vi=label_vi, en=label_en))


@lru_cache(maxsize=1024)
def _subject(subject: NamedSubject) -> schemas.SubjectView:
    name = text(subject.name)
    return schemas.SubjectView(kind=subject.kind, id=subject.id, asked_for=subject.asked_for, name=name, synthetic=subject.synthetic)


@lru_cache(maxsize=1024)
def _role(role: RoleCode, name: Bilingual) -> schemas.AskedRole:
    return schemas.AskedRole(code=role, vi=name.vi, en=name.en)
