"""One line of an explanation, a phrase and what fills it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matching.explanation import phrases
from matching.explanation.sentences import Sentence
from matching.needs import RoleNeed
from matching.space.thesaurus import Concept, Thesaurus
from models.vocabulary import Language


class LineKind(StrEnum):
    """What a line says."""

    GATE = "gate"
    TOLD = "told"
    LACKING = "lacking"
    WHY = "why"
    WHY_NOT = "why_not"
    COVERAGE = "coverage"
    RULE = "rule"
    CONFLICT = "conflict"
    CHANGE = "change"
    SURENESS = "sureness"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, which the edge puts in words, with the ids of the evidence it rests on."""

    kind: LineKind
    said: Sentence
    evidence: tuple[str, ...] = ()


def line(kind: LineKind, phrase: phrases.Phrase, evidence: Iterable[str] = (), **values: object) -> Line:
    """Return a line of a phrase and its values, which may be phrases and sentences themselves."""
    return Line(kind, Sentence((phrase,), values), tuple(evidence))


def labels(thesaurus: Thesaurus, capabilities: Iterable[str]) -> phrases.Phrase:
    """Return what ``capabilities`` are called, one after the other."""
    # A capability that is younger than the version people were read under has no label there.
    concepts = [thesaurus.by_id.get(capability) or Concept(capability, capability, capability) for capability in capabilities]
    return {Language.VI: "; ".join(c.label_vi for c in concepts), Language.EN: "; ".join(c.label_en for c in concepts)}


def group_labels(need: RoleNeed, thesaurus: Thesaurus, groups: Iterable[tuple[str, ...]]) -> phrases.Phrase:
    """Return what ``groups`` of required capabilities are called, one after the other."""
    named = [_group_label(need, thesaurus, group) for group in groups]
    return {language: "; ".join(label[language] for label in named) for language in Language}


def _group_label(need: RoleNeed, thesaurus: Thesaurus, group: tuple[str, ...]) -> phrases.Phrase:
    if label := need.label_of(group):
        return dict(label)
    members = [labels(thesaurus, [capability]) for capability in group]
    return {language: phrases.OR[language].join(member[language] for member in members) for language in Language}


def day(found: date | None, otherwise: phrases.Phrase) -> object:
    """Return a date, or what is said where there is none."""
    return found if found is not None else otherwise
