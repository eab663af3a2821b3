"""Every sentence exists in both languages and asks for the same values."""

from string import Formatter

import pytest

from matching.explanation import account_phrases, phrases
from matching.gate.result import GateReason
from matching.ranking.weights import Band
from matching.signals.registry import signals_of
from models.vocabulary import Language, RelationKind, RoleFamily, RuleResult


def all_phrases() -> list[phrases.Phrase]:
    tables = [value for module in (phrases, account_phrases) for name, value in vars(module).items() if name.isupper()]
    return [phrase for table in tables for phrase in ([table] if Language.VI in table else table.values())]


@pytest.mark.parametrize("phrase", all_phrases(), ids=lambda phrase: phrase[Language.EN][:40])
def test_both_languages_say_the_same_with_different_words(phrase: phrases.Phrase) -> None:
    assert set(phrase) == set(Language)
    assert phrase[Language.VI] != phrase[Language.EN]
    assert all(text.strip() for text in phrase.values())
    vi, en = ({field for _, field, _, _ in Formatter().parse(phrase[language]) if field} for language in Language)
    assert vi == en


def test_every_code_has_a_phrase() -> None:
    assert set(phrases.SIGNAL) == {signal.code for family in (*RoleFamily, None) for signal in signals_of(family)}
    assert set(phrases.BAND) == set(Band)
    assert set(phrases.GATE) == set(GateReason)
    assert set(phrases.RULE_RESULT) == set(RuleResult)
    assert set(phrases.RELATION) == set(RelationKind)
