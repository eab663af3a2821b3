"""What the matcher knows of a person: a profile of dated evidence, without contact details."""

from dataclasses import dataclass
from datetime import date

from models.vocabulary import (
    ConsentPurpose,
    EvidenceKind,
    Language,
    Outcome,
    Part,
    ProcessingStop,
    ReadingMatter,
    ReadingVerdict,
    RelationKind,
    RelationStatus,
    RoleCode,
    Scale,
    Verification,
)


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One dated item; an item without an end date is still going on."""

    id: str
    kind: EvidenceKind
    language: Language
    title: str
    text: str = ""
    part: Part | None = None
    outcome: Outcome | None = None
    scale: Scale | None = None
    sectors: tuple[str, ...] = ()
    starts: date | None = None
    ends: date | None = None
    counts_as_innovation_work: bool = False
    organisation_id: str | None = None
    verification: Verification = Verification.DECLARED
    source: str = ""

    @property
    def words(self) -> str:
        """Return the title and the text as one string, the unit that is vectorised."""
        return f"{self.title}. {self.text}" if self.text else self.title


@dataclass(frozen=True, slots=True)
class Relation:
    """A dated relation to an organisation or to another expert."""

    kind: RelationKind
    status: RelationStatus
    organisation_id: str | None = None
    other_expert_id: str | None = None
    starts: date | None = None
    ends: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided about a conflict of interest, named by its two facts; it holds until it is lifted.

    ``organisation_id`` and ``other_expert_id`` are whom the person is tied to and through whom; ``subject_id`` is the product or project,
    empty for a conflict between two people. ``verdict`` is confirmed or dismissed.
    """

    kind: RelationKind
    organisation_id: str | None
    other_expert_id: str | None
    subject_id: str
    verdict: RelationStatus
    judged_by: str = ""
    judged_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadingJudgement:
    """What somebody decided about a reading of the words that ``digest`` names; ``capability`` is empty for any other matter."""

    digest: str
    matter: ReadingMatter
    capability: str
    verdict: ReadingVerdict
    by_person: bool = False
    judged_on: date | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as the matcher sees them.

    ``consents`` holds the purposes that are given and not withdrawn; ``stops`` the person's own words against automated processing;
    ``willing`` maps a role to the person's word (absent: not declared); ``record_complete`` is the person's declaration that nothing is
    missing from the record.
    """

    id: str
    name: str
    items: tuple[EvidenceItem, ...] = ()
    headlines: tuple[tuple[Language, str], ...] = ()
    biographies: tuple[tuple[Language, str], ...] = ()
    country: str = ""
    sub_network: str = ""
    languages: tuple[str, ...] = ()
    available_from: date | None = None
    available_until: date | None = None
    hours_per_week: int | None = None
    consents: frozenset[ConsentPurpose] = frozenset()
    stops: frozenset[ProcessingStop] = frozenset()
    willing: tuple[tuple[RoleCode, bool], ...] = ()
    relations: tuple[Relation, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    reading_judgements: tuple[ReadingJudgement, ...] = ()
    record_complete: bool = False
    refreshed_on: date | None = None
    synthetic: bool = False

    @property
    def may_be_matched(self) -> bool:
        """Return whether the person consented to matching and has not objected to it or had it restricted."""
        return ConsentPurpose.MATCHING in self.consents and not self.stops

    def willingness(self, role: RoleCode) -> bool | None:
        """Return the person's word on ``role``, or None when nothing was declared."""
        return dict(self.willing).get(role)
