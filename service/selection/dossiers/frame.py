"""What every dossier has around its content: the mark, the method, the lines to sign on, the seal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.vocabulary import Language
from service.catalogue.rules.schemas import RuleSetView
from service.kit.calendar import local_day
from service.kit.languages import Bilingual
from service.kit.local_forms import day_in
from service.kit.texts import REFERENCE_ONLY
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Seal, Table, facts, plain, said
from service.selection.dossiers.filing import filed_as


@dataclass(frozen=True, slots=True)
class DossierFrame:
    """For whom a dossier is made: the language, the moment, the address of this service, and what its rule sets are called."""

    language: Language
    now: datetime
    base_url: str
    rule_sets: Mapping[str, RuleSetView]

    def say(self, text: Bilingual, **values: object) -> str:
        """Return a text of dossiers in the language."""
        return said(text, self.language).format(**values) if values else said(text, self.language)

    def day(self, day: date | str) -> str:
        """Return a day as readers of the language write it."""
        return day_in(self.language, date.fromisoformat(day) if isinstance(day, str) else day)


@dataclass(frozen=True, slots=True)
class Basis:
    """By which versions of rules and weights the answer was made, up to which day, and what the weights are for in words."""

    rules: str
    weights: str
    weights_for: str
    day: str


@dataclass(frozen=True, slots=True)
class DossierSubject:
    """What a dossier is about. ``path`` is the page that shows the same; ``fingerprint`` the one that was signed or saved,
    of which ``sealed_as`` says what it is of.

    ``parts`` are what its file is called after the title; ``day`` is the one on which it was signed, where it was.
    """

    parts: tuple[str, ...]
    title: Bilingual
    subject: str
    basis: Basis
    path: str
    invented: bool
    fingerprint: str = ""
    day: date | None = None
    sealed_as: Bilingual = words.CONTENT_SEAL


def dossier(
    frame: DossierFrame, about: DossierSubject, head: Sequence[tuple[str, str | None]], tables: Sequence[Table], leaves: Sequence[Leaf] = ()
) -> Dossier:
    """Return a whole dossier; without a signed fingerprint it is sealed by its own content."""
    basis = about.basis
    rules = frame.rule_sets[basis.rules].named(frame.language)
    values = {"rules": rules, "weights": basis.weights_for, "day": frame.day(basis.day)}
    seal = frame.say(about.sealed_as, rules=basis.rules, weights=basis.weights)
    found = Dossier(
        language=frame.language,
        name=filed_as((frame.say(about.title), *about.parts), about.day or local_day(frame.now)),
        title=frame.say(about.title),
        subject=plain(about.subject),
        reference=said(REFERENCE_ONLY, frame.language),
        invented=frame.say(words.INVENTED) if about.invented else "",
        made=frame.say(words.MADE, day=frame.day(local_day(frame.now))),
        made_at=frame.now,
        facts=facts((frame.say(words.SUBJECT), about.subject), *head),
        method_heading=frame.say(words.METHOD),
        method=tuple(frame.say(one, **values) for one in words.METHOD_LINES),
        tables=tuple(tables),
        leaves=tuple(leaves),
        signature_heading=frame.say(words.SIGNATURES),
        signatures=tuple(frame.say(one) for one in words.SIGNATURE_LINES),
        seal=Seal(seal, about.fingerprint, f"{frame.base_url}{about.path}"),
    )
    return found.sealed()
