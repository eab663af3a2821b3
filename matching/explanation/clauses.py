"""The clause that a rule rests on; that its number was not found is said once, not with every rule."""

from matching.explanation.phrases import UNKNOWN_CLAUSE, Phrase
from matching.needs import Rule


def clause_of(rule: Rule) -> Phrase:
    """Return the text that ``rule`` rests on, without the remark that the number of the clause was not found."""
    return {language: text.removesuffix(UNKNOWN_CLAUSE[language]) for language, text in rule.clause}


def has_unknown_clause(rule: Rule) -> bool:
    """Return whether the number of the clause was not found."""
    return any(text.endswith(UNKNOWN_CLAUSE[language]) for language, text in rule.clause)
