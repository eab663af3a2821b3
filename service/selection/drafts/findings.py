"""Records what people find of the rules that only they may judge, and asks people for evidence that is missing."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import col

from models.audit import AuditAction
from models.database import WriteSession
from models.selection import SelectionRequest
from models.shortlists import EvidenceTask, HumanFinding
from models.vocabulary import RoleCode, RuleKind
from models.vocabulary.documents import DocumentPurpose
from service.catalogue.rules.in_force import read_rules
from service.kit.actor import Actor
from service.kit.days import check_done
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict, Invalid
from service.kit.settings import Settings
from service.people.documents.proofs import check_proof
from service.people.profiles.queries import find_expert
from service.selection.demanded import lists_real_people
from service.selection.drafts.queries import OF_PEOPLE
from service.selection.drafts.schemas import EvidenceTaskInput, FindingInput
from service.selection.messages.operations import ask_for_evidence
from service.selection.messages.sending import enqueue_waiting
from service.selection.requests.operations import REQUEST
from service.selection.requests.queries import roles_of
from service.selection.rivals import leave_to_uninvolved


def record_finding(session: WriteSession, by: Actor, request: SelectionRequest, fields: FindingInput, settings: Settings) -> HumanFinding:
    """Record a finding. Of real people the machine's rules are judged as well: what is met by declaration alone needs it.

    Raises ``Invalid`` for a rule that the machine judges, ``NotFound`` for an unknown person, ``Forbidden`` to who stands in the request.
    """
    leave_to_uninvolved(session, by, request.id, fields.expert_id)
    find_expert(session, fields.expert_id)
    check_done(by.today, on_day=fields.on_day)
    kind = _kind_of_rule(session, request, fields.role, fields.rule, settings.selection_day(lambda: by.now))
    if kind not in OF_PEOPLE and not (kind == RuleKind.HARD.value and lists_real_people(session, settings)):
        raise Invalid.field("rule", en="is not one that people judge", vi="không phải điều kiện do con người xem xét")
    check_proof(session, fields.expert_id, fields.document_id, DocumentPurpose.FINDING, request.id)
    own = fields.model_dump(exclude={"rule"})
    finding = HumanFinding(request_id=request.id, rule_id=fields.rule, found_by=by.actor, found_at=by.now, **own)
    session.add(finding)
    session.flush()
    what = {"role": fields.role.value, "expert": fields.expert_id, "rule": fields.rule, "finding": fields.finding.value}
    record(session, by, AuditAction.FINDING_RECORDED, AuditedObject(REQUEST, request.id), **what)
    return finding


def ask_evidence(
    session: WriteSession, by: Actor, request: SelectionRequest, fields: EvidenceTaskInput, settings: Settings
) -> EvidenceTask:
    """Ask a person to show evidence for a rule and write the message; raises ``Conflict`` where it is asked already."""
    leave_to_uninvolved(session, by, request.id, fields.expert_id)
    expert, day = find_expert(session, fields.expert_id), settings.selection_day(lambda: by.now)
    _kind_of_rule(session, request, fields.role, fields.rule, day)
    asked = (EvidenceTask.request_id, request.id), (EvidenceTask.role, fields.role)
    same = [col(column) == value for column, value in (*asked, (EvidenceTask.expert_id, expert.id), (EvidenceTask.rule_id, fields.rule))]
    if session.scalar(sa.select(col(EvidenceTask.id)).where(*same)) is not None:
        raise Conflict("evidence_asked_already", en="The person was asked for this already.", vi="Đã hỏi người này về minh chứng đó.")
    own = fields.model_dump(exclude={"rule"})
    task = EvidenceTask(request_id=request.id, rule_id=fields.rule, asked_by=by.actor, asked_at=by.now, **own)
    session.add(task)
    session.flush()
    message = ask_for_evidence(session, by, request, expert, fields.role, fields.rule, settings)
    enqueue_waiting(session, message, settings)
    what = {"role": fields.role.value, "expert": expert.id, "rule": fields.rule}
    record(session, by, AuditAction.EVIDENCE_ASKED, AuditedObject(REQUEST, request.id), **what)
    return task


def _kind_of_rule(session: WriteSession, request: SelectionRequest, role: RoleCode, rule_id: str, day: date) -> str:
    if role not in roles_of(request):
        raise Invalid.field("role", en="is not asked for by this request", vi="không thuộc yêu cầu này")
    kinds = {rule.id: rule.kind.value for rule in read_rules(session, role, day)}
    if rule_id not in kinds:
        raise Invalid.field("rule", en="is not a rule for this role", vi="không phải điều kiện của vai trò này")
    return kinds[rule_id]
