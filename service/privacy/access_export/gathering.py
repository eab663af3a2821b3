"""Gathers everything that is kept of a person, and what is computed of them (Law 91/2025/QH15, Articles 4 and 30)."""

import base64
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import Session, SQLModel, col

from matching.ranking.ranking import Ranking
from models.accounts import Account, RoleGrant
from models.audit import AuditAction, AuditEvent
from models.conflicts import ConflictJudgement
from models.consents import PastConsent
from models.data_requests import DataRequest
from models.delegations import Delegation
from models.documents import Document
from models.doubles import DuplicatePair, RecordMerge
from models.experts import Consent, Evidence, Expert, ImportedPerson, Relation, Willingness
from models.imports import ImportRefusal
from models.invitations import CandidateInvitation, OutboxMessage
from models.judgements import ReadingJudgement
from models.nominations import Nomination
from models.notices import ImportNotice
from models.oversight import IncidentPerson, RetentionDeadline
from models.selection import Candidate, RecordedStep
from models.shortlists import EntryContent, EvidenceTask, Feedback, HumanFinding, ShortlistChoice
from models.watches import SeenFit
from service.audit.queries import events_about
from service.catalogue.products.queries import choose_list
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.policies import may_see_inside
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import open_judgements
from service.kit.problems import NotOnListInForce, Unavailable
from service.matches.readings.operations import digest_of_item
from service.matches.recommendations.cells import ROLES, products_of
from service.matches.recommendations.reasons import Reasons
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.rounding import rounded
from service.matches.recommendations.schemas import PartView
from service.matches.recommendations.views import parts_at
from service.people.profiles.merged import merged_ids
from service.people.profiles.queries import find_expert

Row = dict[str, Any]
# Made from the other columns for search, or counters of the service: they say nothing more of the person.
_INTERNAL = {"name_key", "search_key", "change_number", "version", "expert_id", "synthetic", "facts", "salt", "token_hash"}

_OF_ACCOUNT = {"email", "display_name", "language", "created_at"}
_SELECTION: dict[str, type[SQLModel]] = {
    "shortlists": EntryContent,
    "decisions": ShortlistChoice,
    "findings": HumanFinding,
    "evidence_asked": EvidenceTask,
    "candidacies": Candidate,
    "steps": RecordedStep,
    "invitations": CandidateInvitation,
    "messages": OutboxMessage,
    "feedback": Feedback,
    "watched": SeenFit,
    "nominations": Nomination,
}


class AccessExport(BaseModel):
    """What a person gets; every section is a list of rows."""

    expert_id: str
    made_at: datetime
    profile: list[Row] = Field(description="The record, and those that were merged into it")
    merges: list[Row] = Field(description="Records of the person that were made one, and that were taken apart again")
    doubles: list[Row] = Field(description="Records that may be the person's too, and what people decided; the others are not named")
    imports: list[Row] = Field(description="Which file the record came from, and what it said")
    notices: list[Row] = Field(description="When the person was told of a record that came from a file, and when it goes")
    documents: list[Row] = Field(description="Papers, each with its bytes in Base64")
    refused_rows: list[Row] = Field(description="Rows of files about the person that did not enter, until they are forgotten")
    evidence: list[Row]
    consents: list[Row] = Field(description="In force or withdrawn last")
    past_consents: list[Row] = Field(description="Replaced by a newer one")
    willingness: list[Row]
    delegates: list[Row] = Field(description="Who was named to edit the person's evidence, since when and until when")
    relations: list[Row]
    relations_of_others: list[Row] = Field(description="What others' records say of the person; the others are not named")
    judgements: list[Row] = Field(description="Decisions on conflicts of interest; the others are not named")
    reading_judgements: list[Row] = Field(description="What was decided about how the person's work was read")
    account: list[Row]
    scores: list[Row] = Field(
        description="As computed now; nothing is computed where the person's own word forbids it. What is restricted needs clearance"
    )
    readings: list[Row] = Field(description="Who was given the person's data in bulk, when and what for")
    events: list[Row] = Field(description="Who changed something of the person, and when")
    requests: list[Row]
    retention: list[Row]
    incidents: list[Row] = Field(description="Breaches that touched the person, and when the person was told")
    shortlists: list[Row] = Field(description="What was kept of the person on each shortlist, with the scores as they were then")
    decisions: list[Row] = Field(description="What people decided about the person on drafts")
    findings: list[Row]
    evidence_asked: list[Row]
    candidacies: list[Row]
    steps: list[Row] = Field(description="Recorded steps of the selection")
    invitations: list[Row]
    messages: list[Row]
    feedback: list[Row] = Field(description="What leads said of the person")
    nominations: list[Row] = Field(description="Who named the person, for what, and what the person said")
    watched: list[Row] = Field(description="Watched roles that the person was seen to fit")


def gather(session: Session, recommender: Recommender, viewer: Viewer, expert_id: str, now: datetime) -> AccessExport:
    """Return everything about a person; raises ``NotFound``."""
    expert = find_expert(session, expert_id)
    records = [expert_id, *merged_ids(session, expert_id)]
    events = [event for one in records for event in events_about(session, one)]
    events = sorted({event.sequence: event for event in events}.values(), key=lambda event: event.sequence)
    return AccessExport(
        expert_id=expert_id,
        made_at=now,
        profile=[_shown(expert), *(_shown(session.get_one(Expert, one)) for one in records[1:])],
        merges=_merges(session, records),
        doubles=_doubles(session, records),
        imports=_rows(session, ImportedPerson, *records),
        refused_rows=_rows(session, ImportRefusal, *records),
        notices=_rows(session, ImportNotice, *records),
        documents=[row for one in records for row in _documents(session, one)],
        evidence=_rows(session, Evidence, *records),
        consents=_rows(session, Consent, *records),
        past_consents=_rows(session, PastConsent, *records),
        willingness=_rows(session, Willingness, *records),
        delegates=_rows(session, Delegation, *records),
        relations=_rows(session, Relation, *records),
        relations_of_others=_relations_of_others(session, expert_id),
        judgements=_judgements(session, viewer, expert_id),
        reading_judgements=_judged_readings(session, expert_id),
        account=_account(session, expert_id),
        scores=_scores(session, recommender, viewer, expert_id),
        readings=[_reading(event) for event in events if event.action == AuditAction.PEOPLE_READ],
        events=[_event(event) for event in events if event.action != AuditAction.PEOPLE_READ],
        requests=_rows(session, DataRequest, *records),
        retention=_rows(session, RetentionDeadline, *records),
        incidents=_rows(session, IncidentPerson, *records),
        **{section: _rows(session, table, *records) for section, table in _SELECTION.items()},
    )


def _shown(row: SQLModel) -> Row:
    return row.model_dump(mode="json", exclude=_INTERNAL)


def _rows(session: Session, table: type[SQLModel], *expert_ids: str) -> list[Row]:
    key = sa.inspect(table).primary_key
    owner = sa.inspect(table).columns["expert_id"]
    return [_shown(row) for row in session.scalars(sa.select(table).where(owner.in_(expert_ids)).order_by(*key))]


def _merges(session: Session, records: list[str]) -> list[Row]:
    about = sa.or_(col(RecordMerge.kept_id).in_(records), col(RecordMerge.merged_id).in_(records))
    rows = session.scalars(sa.select(RecordMerge).where(about).order_by(col(RecordMerge.id)))
    return [row.model_dump(mode="json", exclude={"changes"}) for row in rows]


def _doubles(session: Session, records: list[str]) -> list[Row]:
    about = sa.or_(col(DuplicatePair.first_id).in_(records), col(DuplicatePair.second_id).in_(records))
    rows = session.scalars(sa.select(DuplicatePair).where(about).order_by(col(DuplicatePair.id)))
    return [row.model_dump(mode="json", exclude={"first_id", "second_id", "reasons"}) for row in rows]


def _documents(session: Session, expert_id: str) -> list[Row]:
    statement = sa.select(Document).where(col(Document.expert_id) == expert_id).order_by(col(Document.uploaded_at), col(Document.id))
    bytes_apart = _INTERNAL | {"content"}
    return [
        row.model_dump(mode="json", exclude=bytes_apart) | {"content": base64.b64encode(row.content).decode()}
        for row in session.scalars(statement)
    ]


def _relations_of_others(session: Session, expert_id: str) -> list[Row]:
    statement = sa.select(Relation).where(col(Relation.other_expert_id) == expert_id).order_by(col(Relation.id))
    return [_shown(row) | {"other_expert_id": None} for row in session.scalars(statement)]


def _judgements(session: Session, viewer: Viewer, expert_id: str) -> list[Row]:
    about = sa.or_(col(ConflictJudgement.expert_id) == expert_id, col(ConflictJudgement.other_expert_id) == expert_id)
    statement = sa.select(ConflictJudgement).where(about, open_judgements(viewer)).order_by(col(ConflictJudgement.id))
    return [_shown(row) | {"other_expert_id": None} for row in session.scalars(statement)]


def _judged_readings(session: Session, expert_id: str) -> list[Row]:
    """Return what was decided about readings, with the item whose words it is about in place of their digest."""
    items = session.scalars(sa.select(Evidence).where(col(Evidence.expert_id) == expert_id).order_by(col(Evidence.id)))
    named = {digest_of_item(item): item.id for item in items}
    return [{"evidence_id": named.get(row.pop("digest"))} | row for row in _rows(session, ReadingJudgement, expert_id)]


def _account(session: Session, expert_id: str) -> list[Row]:
    statement = sa.select(RoleGrant, Account).join(Account).where(col(RoleGrant.expert_id) == expert_id)
    return [_shown(grant) | account.model_dump(mode="json", include=_OF_ACCOUNT) for grant, account in session.execute(statement)]


def _reading(event: AuditEvent) -> Row:
    what = {"subject_kind": event.object_kind, "subject": event.object_id, "purpose": event.details.get("purpose")}
    return {"at": event.at.isoformat(), "actor": event.actor, **what}


def _event(event: AuditEvent) -> Row:
    return {"at": event.at.isoformat(), "actor": event.actor, "action": event.action, "details": event.details}


def _scores(session: Session, recommender: Recommender, viewer: Viewer, expert_id: str) -> list[Row]:
    """Return how the person stands for every product and role today; nothing before people are read."""
    try:
        return list(_standings(session, recommender, viewer, expert_id))
    except Unavailable:
        return []


def _standings(session: Session, recommender: Recommender, viewer: Viewer, expert_id: str) -> Iterable[Row]:
    for product in products_of(session, choose_list(session, None) or ""):
        for role in ROLES:
            try:
                found = recommender.recommend(session, SubjectKind.PRODUCT, product.id, role)
            except NotOnListInForce:
                continue
            if may_see_inside(viewer, found.inputs.subject.sensitivity) is not True:
                continue
            named = {"subject": product.id, "name_vi": product.name_vi, "name_en": product.name_en, "role": role.value}
            yield named | _score(found.ranking, expert_id)


def _score(ranking: Ranking, expert_id: str) -> Row:
    """Return how one person stands, with the parts that add up to the score, the reason, and which required capabilities are shown."""
    position = ranking.network.position[expert_id]
    reasons = [reason.value for reason in ranking.gate_result(position).reasons]
    if reasons:
        return {"gated": reasons, "score": None, "band": None}
    because = Reasons(ranking).at(position)
    covered, missing = ranking.covered(position)
    return {
        "gated": [],
        "score": rounded(float(ranking.scores.total[position])),
        "band": ranking.band(position).value,
        "because": {"vi": because.vi, "en": because.en, "evidence": because.evidence},
        "parts": [_part(part) for part in parts_at(ranking, [position])[0]],
        "covered": list(covered),
        "missing": list(missing),
    }


def _part(part: PartView) -> Row:
    numbers = {"value": part.value, "weight": part.weight, "contribution": part.contribution}
    return {"label_vi": part.label.vi, "label_en": part.label.en, **numbers}
