"""Turns the explanation of one person into what the API shows."""

from collections.abc import Iterable

from matching.explanation import phrases
from matching.explanation.explanation import Citation, Explanation
from matching.gate.conflicts import ConflictOfInterest
from matching.gate.rules import RuleOutcome
from matching.profiles import EvidenceItem
from models.vocabulary import Language
from service.recommendations import schemas
from service.recommendations.labels import phrase_text
from service.recommendations.recommending import Recommendation
from service.recommendations.rounding import rounded
from service.recommendations.views import card, entry_views, head
from service.texts import Text


def explanation_view(found: Recommendation, explanation: Explanation, organisations: dict[str, str]) -> schemas.ExplanationView:
    """Return an explanation; ``organisations`` are the names of those that conflicts mention."""
    ranking, standing = found.ranking, explanation.standing
    profile = ranking.network.profiles[ranking.network.position[explanation.profile_id]]
    items = {item.id: item for item in profile.items}
    return schemas.ExplanationView(
        **dict(head(found)),
        expert=card(profile),
        entry=entry_views(ranking, [explanation.entry])[0] if explanation.entry else None,
        gate=[schemas.GateReasonView(code=reason, **_both(phrases.GATE[reason])) for reason in standing.reasons],
        lines=[schemas.LineView(kind=line.kind, vi=line.vi, en=line.en, evidence=list(line.evidence)) for line in explanation.lines],
        rules=[_rule(outcome) for outcome in standing.outcomes],
        conflicts=[_conflict(conflict, organisations) for conflict in standing.conflicts],
        citations=[_citation(citation, items) for citation in explanation.citations],
    )


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


def _citation(citation: Citation, items: dict[str, EvidenceItem]) -> schemas.CitationView:
    return schemas.CitationView(
        evidence=citation.item_id,
        language=items[citation.item_id].language,
        words=citation.words,
        marks=list(citation.marks),
        parts={signal: rounded(share) for signal, share in citation.parts},
    )
