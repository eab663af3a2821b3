"""What a person was asked to show evidence for, and how they answer."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.experts import Expert
from models.rules import EligibilityRule
from models.selection import SelectionRequest
from models.shortlists import EvidenceTask
from models.vocabulary import RoleCode, RuleKind
from service.catalogue.rules.clauses import cited
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import find_subject
from service.kit.actor import Actor
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.problems import Conflict, NotFound, NotOnListInForce
from service.kit.texts import Text
from service.matches.recommendations.inputs import role_name
from service.people.evidence.operations import add_evidence
from service.selection.drafts.schemas import EvidenceAnswer


class Question(NamedTuple):
    """A question as the person reads it; ``subject`` is None for what has left the list in force.

    ``asked`` says what the condition asks; ``by_people`` that people alone judge it, so that a paper answers it and no item of evidence.
    """

    task: EvidenceTask
    rule: Text | None
    clause: Text | None
    role: Text
    subject: Text | None
    asked: Text | None
    by_people: bool


def tasks_for(session: Session, visible: sa.Select[Any], expert_id: str) -> Sequence[EvidenceTask]:
    """Return what of the ``visible`` a person was asked for: open questions first, then the newest."""
    order = (col(EvidenceTask.done_at).is_not(None), col(EvidenceTask.id).desc())
    return session.scalars(visible.where(col(EvidenceTask.expert_id) == expert_id).order_by(*order)).all()


def asked_of(expert_id: str) -> sa.Select[Any]:
    """Return everything that a person was asked: what the person asked may see."""
    return sa.select(EvidenceTask).where(col(EvidenceTask.expert_id) == expert_id)


def questions_to(session: Session, expert_id: str) -> list[Question]:
    """Return the questions to a person, as that person reads them, with the words of the rule and of what it is about."""
    return [_question(session, task) for task in tasks_for(session, asked_of(expert_id), expert_id)]


def answer_task(
    session: WriteSession, by: Actor, visible: sa.Select[Any], expert: Expert, task_id: int, fields: EvidenceAnswer
) -> EvidenceTask:
    """Answer one of the ``visible`` questions to ``expert``; the item goes into the profile. Raises ``NotFound`` and ``Conflict``."""
    wanted = visible.where(col(EvidenceTask.id) == task_id, col(EvidenceTask.expert_id) == expert.id).with_for_update()
    task: EvidenceTask | None = session.scalar(wanted.execution_options(populate_existing=True))
    if task is None:
        raise NotFound.of(en="question", vi="câu hỏi", identifier=str(task_id))
    if task.done_at is not None:
        raise Conflict("question_answered_already", en="This question was answered already.", vi="Câu hỏi này đã được trả lời.")
    item = add_evidence(session, by, expert, fields.item) if fields.item is not None else None
    task.done_at, task.answer, task.evidence_id = by.now, fields.text, item.id if item else None
    session.flush()
    record(
        session,
        by,
        AuditAction.EVIDENCE_ANSWERED,
        AuditedObject(EXPERT, expert.id),
        task=task.id,
        rule=task.rule_id,
        evidence=task.evidence_id,
    )
    return task


def _question(session: Session, task: EvidenceTask) -> Question:
    request = session.get_one(SelectionRequest, task.request_id)
    rule = _rule(session, task.role, task.rule_id)
    label, clause, asked = (Text.of(rule, name) if rule else None for name in ("label", "clause", "test"))
    clause = cited(clause) if clause else None
    by_people = rule is not None and rule.kind is RuleKind.HUMAN_ONLY
    name = role_name(session, task.role)
    return Question(task, label, clause, Text(vi=name.vi, en=name.en), _subject(session, request), asked, by_people)


def _rule(session: Session, role: RoleCode, rule_id: str) -> EligibilityRule | None:
    rules = sa.select(EligibilityRule).where(col(EligibilityRule.role) == role, col(EligibilityRule.rule_id) == rule_id)
    newest: EligibilityRule | None = session.scalars(rules.order_by(col(EligibilityRule.version).desc()).limit(1)).one_or_none()
    return newest


def _subject(session: Session, request: SelectionRequest) -> Text | None:
    try:
        name = find_subject(session, SubjectKind(request.subject_kind), request.subject_id).name
    except NotOnListInForce:
        return None
    return Text(vi=name.vi, en=name.en)
