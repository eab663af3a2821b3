"""What the API says of a conflict of interest and takes of a judgement."""

from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, StringConstraints

from matching.explanation.conflict_sentences import STATUS, Naming, conflict_sentence
from matching.explanation.phrases import RELATION, Phrase
from matching.gate.conflicts import ConflictOfInterest
from models.vocabulary import Interest, Language, RelationKind, RelationStatus
from service.kit.fields import Identifier, Input, Prose
from service.kit.texts import RowView, Text, sentence_text

Reason = Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=r"^[^\x00]*$")]
Verdict = Literal[RelationStatus.CONFIRMED, RelationStatus.DISMISSED]


class JudgedView(BaseModel):
    """Who decided, when and why."""

    judged_by: str = Field(description="The id of an account")
    judged_on: date | None
    reason: str


class ConflictView(BaseModel):
    """Both matched facts of a conflict: the person's tie, and an organisation's interest or another person."""

    text: Text = Field(description="Both facts, their dates, the source and the status in one sentence")
    relation: RelationKind
    relation_label: Text
    status: RelationStatus
    status_label: Text
    organisation: str | None = Field(description="Null for a bond between two people")
    organisation_name: str | None
    interest: Interest | None = Field(description="Of the organisation in the subject")
    other: str | None = Field(description="The other person, where the tie is to or through one")
    other_name: str | None
    subject: str
    starts: date | None
    ends: date | None
    their_starts: date | None = Field(description="Of the other person's employment")
    their_ends: date | None
    source: str
    evidence: list[str]
    judgement: JudgedView | None

    @classmethod
    def of(cls, conflict: ConflictOfInterest, name: Naming) -> Self:
        """Return what is shown of ``conflict``; ``name`` gives the name of an organisation or a person by its id."""
        relation, through, judgement = conflict.relation, conflict.through, conflict.judgement
        other = conflict.subject_id if conflict.between else relation.other_expert_id
        organisation = conflict.organisation_id
        return cls(
            text=sentence_text(conflict_sentence(conflict, name)),
            relation=relation.kind,
            relation_label=_both(RELATION[relation.kind]),
            status=conflict.status,
            status_label=_both(STATUS[conflict.status]),
            organisation=organisation,
            organisation_name=name(organisation) if organisation else None,
            interest=conflict.party.interest if conflict.party else None,
            other=other,
            other_name=name(other) if other else None,
            subject=conflict.subject_id,
            starts=relation.starts,
            ends=relation.ends,
            their_starts=through.starts if through else None,
            their_ends=through.ends if through else None,
            source=relation.source,
            evidence=list(conflict.evidence),
            judgement=JudgedView(judged_by=judgement.judged_by, judged_on=judgement.judged_on, reason=judgement.reason)
            if judgement
            else None,
        )


def _both(phrase: Phrase) -> Text:
    return Text(vi=phrase[Language.VI], en=phrase[Language.EN])


class ConflictCheck(BaseModel):
    """Whether a person is in conflict with a subject or another person, and every match of two facts, dismissed ones too."""

    expert: str = Field(examples=["E000123"])
    expert_name: str
    subject: str | None = Field(examples=["P01"])
    other: str | None
    selection_date: date = Field(description="Day on which the windows are counted")
    in_conflict: bool
    conflicts: list[ConflictView]
    reference_only: Text


class JudgementInput(Input):
    """A decision on one conflict that a check has shown; its fields name the conflict as the check does."""

    expert: Identifier
    relation: RelationKind
    verdict: Verdict
    reason: Reason
    organisation: Identifier | None = None
    other: Identifier | None = None
    subject: Identifier | None = Field(default=None, description="Product or project; leave out for a conflict between two people")


class JudgementView(RowView):
    """A judgement; it is in force until it is lifted."""

    id: int
    expert_id: str
    kind: RelationKind
    organisation_id: str | None
    other_expert_id: str | None
    product_id: str | None
    project_id: str | None
    verdict: RelationStatus
    reason: str
    judged_by: str
    judged_at: datetime
    lifted_by: str | None
    lifted_at: datetime | None


class NamesInput(Input):
    """Names as they were pasted, one a line."""

    names: Prose = Field(examples=["GS.TS. Nguyễn Văn An\nTran Thi Binh"])
    subject: Identifier | None = Field(default=None, examples=["P01"], description="Product, project or group to check them against too")


class KnownView(BaseModel):
    """Somebody whom a pasted name may mean."""

    id: str
    name: str
    exact: bool = Field(description="Whether the whole name agrees, in any order and with accents missing")


class AskedView(BaseModel):
    """A pasted line and whom it may mean."""

    line: str
    known: list[KnownView]
    meant: str | None = Field(description="Null where nobody or several people bear the name")
    checked: bool = Field(description="Whether the person has consented to matching, so that ties were looked for")


class NamesCheck(BaseModel):
    """Who of a pasted list is known, and the conflicts of those people with the subject and among each other."""

    asked: list[AskedView]
    selection_date: date
    subject: str | None
    conflicts: dict[str, list[ConflictView]] = Field(description="By the id of a person; a tie between two stands once")
    reference_only: Text
