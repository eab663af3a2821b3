"""Who stands behind the evidence that a person is listed on: said beside the band, which it does not change."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from matching.explanation import phrases
from matching.explanation.phrases import Phrase
from matching.gate.rules import RuleOutcome
from matching.profiles import EvidenceItem
from matching.ranking.ranking import Ranking
from models.vocabulary import Language, RuleResult, Verification

_MOST = 5


@dataclass(frozen=True)
class EvidenceBasis:
    """Of the ``cited`` items so many are ``verified`` and so many ``documented``; the others are declared alone."""

    cited: int
    verified: int
    documented: int

    @property
    def said(self) -> Phrase:
        """Return the basis in words."""
        if not self.cited:
            return phrases.NO_BASIS
        if not self.verified + self.documented:
            return phrases.ALL_DECLARED
        chosen = phrases.SOME_DOCUMENTED if self.documented else phrases.SOME_VERIFIED
        counts = {"cited": self.cited, "verified": self.verified, "documented": self.documented}
        return {language: chosen[language].format(**counts) for language in Language}


def evidence_basis(ranking: Ranking, position: int) -> EvidenceBasis:
    """Return the basis of the five items that are most about the need; what is not about it does not count."""
    rows, worth = ranking.network.rows_of(position), ranking.view.worth
    best = sorted((row for row in rows if worth[row] > 0), key=lambda row: (-float(worth[row]), row))[:_MOST]
    counts = Counter(ranking.network.items[row].verification for row in best)
    return EvidenceBasis(len(best), counts[Verification.VERIFIED], counts[Verification.DOCUMENTED])


def is_declared(outcome: RuleOutcome, items: Iterable[EvidenceItem]) -> bool:
    """Return whether a rule is met by evidence that nobody stands behind but the person. A person's own will is nobody else's word."""
    theirs = [item for item in items if item.id in outcome.evidence]
    return outcome.result is RuleResult.MET and bool(theirs) and all(item.verification is Verification.DECLARED for item in theirs)


def result_phrase(outcome: RuleOutcome, items: Iterable[EvidenceItem]) -> Phrase:
    """Return what a rule found; "met" by declaration alone says so: nobody stands behind any of its evidence but the person."""
    result = phrases.RULE_RESULT[outcome.result]
    checked = any(item.id in outcome.evidence and item.verification is not Verification.DECLARED for item in items)
    if outcome.result is not RuleResult.MET or checked:
        return result
    return {language: phrases.BY_DECLARATION[language].format(result=result[language]) for language in Language}
