"""Turns the explanation of one person into what the API shows."""

from collections.abc import Iterable

from matching.explanation import phrases
from matching.explanation.clauses import clause_of
from matching.explanation.explanation import Citation, Explanation, names_in
from matching.explanation.verified import is_declared, result_phrase
from matching.gate.rules import RuleOutcome
from matching.profiles import EvidenceItem
from matching.ranking.ranking import Ranking
from models.vocabulary import Language
from service.kit.texts import Text, phrase_text
from service.matches.recommendations import schemas
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.rounding import rounded
from service.matches.recommendations.views import capability_reference, card, entry_views, head
from service.people.conflicts.schemas import ConflictView


def explanation_view(found: Recommendation, explanation: Explanation) -> schemas.ExplanationView:
    """Return an explanation with what was asked."""
    return schemas.ExplanationView(**dict(head(found)), **dict(explanation_body(found.ranking, explanation)))


def explanation_body(ranking: Ranking, explanation: Explanation) -> schemas.ExplanationBody:
    """Return an explanation."""
    gate_result = explanation.gate_result
    profile = ranking.network.profiles[ranking.network.position[explanation.profile_id]]
    items = {item.id: item for item in profile.items}
    return schemas.ExplanationBody(
        expert=card(profile),
        entry=entry_views(ranking, [explanation.entry])[0] if explanation.entry else None,
        gate=[schemas.GateReasonView(code=reason, **_both(phrases.GATE[reason])) for reason in gate_result.reasons],
        lines=[schemas.LineView.of_line(line) for line in explanation.lines],
        rules=[_rule(outcome, profile.items) for outcome in gate_result.outcomes],
        conflicts=[ConflictView.of(conflict, names_in(ranking)) for conflict in gate_result.conflicts],
        citations=[_citation(ranking, citation, items) for citation in explanation.citations],
    )


def _both(phrase: phrases.Phrase) -> dict[str, str]:
    return {"vi": phrase[Language.VI], "en": phrase[Language.EN]}


def _texts(pairs: Iterable[tuple[Language, str]]) -> Text:
    return phrase_text(dict(pairs))


def _rule(outcome: RuleOutcome, items: tuple[EvidenceItem, ...]) -> schemas.RuleOutcomeView:
    return schemas.RuleOutcomeView(
        rule=outcome.rule.id,
        kind=outcome.rule.kind,
        result=outcome.result,
        declared=is_declared(outcome, items),
        result_label=phrase_text(result_phrase(outcome, items)),
        label=_texts(outcome.rule.label),
        clause=phrase_text(clause_of(outcome.rule)),
        value=None if outcome.value is None else round(outcome.value, 1),
        minimum=outcome.rule.minimum,
        gap=schemas.Gap(since=outcome.gap[0], until=outcome.gap[1]) if outcome.gap else None,
        evidence=list(outcome.evidence),
    )


def _citation(ranking: Ranking, citation: Citation, items: dict[str, EvidenceItem]) -> schemas.CitationView:
    return schemas.CitationView(
        evidence=citation.item_id,
        language=items[citation.item_id].language,
        words=citation.words,
        marks=list(citation.marks),
        shows=[capability_reference(ranking.network, capability) for capability in citation.shows],
        parts={signal: rounded(share) for signal, share in citation.parts},
    )
