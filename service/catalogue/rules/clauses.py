"""The clause that a rule rests on, as pages cite it: that its number was not found is said once, not with every rule."""

from collections.abc import Iterable
from typing import Protocol

from matching.explanation.phrases import CLAUSES_UNKNOWN, UNKNOWN_CLAUSE
from models.vocabulary import Language
from service.kit.texts import Text, phrase_text


class Resting(Protocol):
    """What rests on a clause."""

    @property
    def clause(self) -> Text:
        """Return the clause as the catalogue has it."""


def cited(clause: Text) -> Text:
    """Return the text that a rule rests on, without the remark that the number of the clause was not found."""
    return Text(vi=clause.vi.removesuffix(UNKNOWN_CLAUSE[Language.VI]), en=clause.en.removesuffix(UNKNOWN_CLAUSE[Language.EN]))


def unknown_note(rules: Iterable[Resting]) -> Text | None:
    """Return the remark for all of ``rules``; None where every clause is known."""
    return phrase_text(CLAUSES_UNKNOWN) if any(cited(rule.clause) != rule.clause for rule in rules) else None
