"""Turns a ranking and its explanations into what the API shows; numbers are rounded here and nowhere before."""

from collections.abc import Iterable

from matching.explanation import phrases
from matching.explanation.explanation import Citation, Explanation
from matching.gate.conflicts import ConflictOfInterest
from matching.gate.rules import RuleOutcome
from matching.profiles import Profile
from matching.ranking.ranking import Entry, Ranking
from models.vocabulary import Language
from service.catalogue.schemas import CapabilityReference
from service.languages import Bilingual
from service.recommendations import schemas
from service.recommendations.reasons import Reason, Reasons
from service.recommendations.recommending import Recommendation
from service.recommendations.rounding import rounded, rounded_parts
from service.texts import Text


def text(value: Bilingual) -> Text:
    """Return a bilingual text as the API shows it."""
    return Text(vi=value.vi, en=value.en)


def phrase_text(phrase: phrases.Phrase) -> Text:
    """Return a phrase of the explanations as the API shows it."""
    return Text(vi=phrase[Language.VI], en=phrase[Language.EN])


SIGNAL_LABELS = {code: phrase_text(phrase) for code, phrase in phrases.SIGNAL.items()}
BANDS = {band: schemas.BandView(code=band, vi=phrase[Language.VI], en=phrase[Language.EN]) for band, phrase in phrases.BAND.items()}
REFERENCE_ONLY = phrase_text(phrases.REFERENCE_ONLY)


def head(found: Recommendation) -> schemas.RecommendationHead:
    """Return what every answer about ``found`` begins with."""
    subject = found.subject
    return schemas.RecommendationHead(
        subject=schemas.SubjectView(
            kind=subject.kind, id=subject.id, asked_for=subject.asked_for, name=text(subject.name), synthetic=subject.synthetic
        ),
        role=schemas.AskedRole(code=found.role, vi=found.role_name.vi, en=found.role_name.en),
        model=schemas.ModelVersions(
            text_space=found.text_space,
            weights=found.ranking.weights.version,
            rule_set=found.rule_set,
            selection_date=found.ranking.need.selection_date,
        ),
        verdict=schemas.Verdict(code=found.verdict, reason=text(found.verdict_reason)),
        counts=schemas.Counts(**found.counts),
        reference_only=REFERENCE_ONLY,
    )


class EntryViews:
    """Shows entries of one ranking; what the people of a page share is prepared once."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self.reasons = Reasons(ranking)
        self.capabilities = {capability: _capability(ranking, capability) for capability in ranking.need.must}

    def show(self, entry: Entry) -> schemas.EntryView:
        """Return one entry with its reason."""
        position = self.ranking.network.position[entry.profile_id]
        return schemas.EntryView(
            rank=entry.rank,
            tie_group=entry.tie_group,
            expert=card(self.ranking.network.profiles[position]),
            band=BANDS[entry.band],
            tier=entry.tier,
            score=rounded(entry.score),
            parts=_parts(entry),
            covered=[self.capabilities[capability] for capability in entry.covered],
            missing=[self.capabilities[capability] for capability in entry.missing],
            x=len(entry.covered),
            y=len(entry.covered) + len(entry.missing),
            reason=_reason(self.reasons.strongest(entry)),
        )


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


def explanation_view(found: Recommendation, explanation: Explanation, organisations: dict[str, str]) -> schemas.ExplanationView:
    """Return an explanation; ``organisations`` are the names of those that conflicts mention."""
    ranking, standing = found.ranking, explanation.standing
    profile = ranking.network.profiles[ranking.network.position[explanation.profile_id]]
    return schemas.ExplanationView(
        **dict(head(found)),
        expert=card(profile),
        entry=EntryViews(ranking).show(explanation.entry) if explanation.entry else None,
        gate=[schemas.GateReasonView(code=reason, **_both(phrases.GATE[reason])) for reason in standing.reasons],
        lines=[schemas.LineView(kind=line.kind, vi=line.vi, en=line.en, evidence=list(line.evidence)) for line in explanation.lines],
        rules=[_rule(outcome) for outcome in standing.outcomes],
        conflicts=[_conflict(conflict, organisations) for conflict in standing.conflicts],
        citations=[_citation(citation) for citation in explanation.citations],
    )


def _parts(entry: Entry) -> list[schemas.PartView]:
    contributions = rounded_parts([part.contribution for part in entry.parts], entry.score)
    return [
        schemas.PartView(
            signal=part.signal,
            label=SIGNAL_LABELS[part.signal],
            value=rounded(part.value),
            weight=rounded(part.weight),
            contribution=contribution,
        )
        for part, contribution in zip(entry.parts, contributions, strict=True)
    ]


def _reason(reason: Reason) -> schemas.ReasonView:
    label = SIGNAL_LABELS[reason.signal]
    return schemas.ReasonView(
        vi=reason.text.vi, en=reason.text.en, signal=reason.signal, label=label, evidence=reason.evidence, citation=reason.citation
    )


def _capability(ranking: Ranking, capability: str) -> CapabilityReference:
    concept = ranking.network.space.thesaurus.by_id[capability]
    return CapabilityReference(id=capability, label=Text(vi=concept.label_vi, en=concept.label_en))


def _both(phrase: phrases.Phrase) -> dict[str, str]:
    return {"vi": phrase[Language.VI], "en": phrase[Language.EN]}


def _texts(pairs: Iterable[tuple[Language, str]]) -> Text:
    return phrase_text(dict(pairs))


def _rule(outcome: RuleOutcome) -> schemas.RuleOutcomeView:
    return schemas.RuleOutcomeView(
        rule=outcome.rule.id,
        kind=outcome.rule.kind,
        result=outcome.result,
        result_label=phrase_text(phrases.RULE_RESULT[outcome.result]),
        label=_texts(outcome.rule.label),
        clause=_texts(outcome.rule.clause),
        value=None if outcome.value is None else round(outcome.value, 1),
        minimum=outcome.rule.minimum,
        gap=schemas.Gap(since=outcome.gap[0], until=outcome.gap[1]) if outcome.gap else None,
        evidence=list(outcome.evidence),
    )


def _conflict(conflict: ConflictOfInterest, organisations: dict[str, str]) -> schemas.ConflictView:
    relation = conflict.relation
    return schemas.ConflictView(
        relation=relation.kind,
        relation_label=phrase_text(phrases.RELATION[relation.kind]),
        status=relation.status,
        organisation=conflict.organisation_id,
        organisation_name=organisations.get(conflict.organisation_id, conflict.organisation_id),
        subject=conflict.subject_id,
        starts=relation.starts,
        ends=relation.ends,
    )


def _citation(citation: Citation) -> schemas.CitationView:
    parts = {signal: rounded(share) for signal, share in citation.parts}
    return schemas.CitationView(evidence=citation.item_id, words=citation.words, marks=list(citation.marks), parts=parts)
