"""Records and lifts judgements of conflicts of interest."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from matching.gate.conflicts import ConflictOfInterest
from matching.gate.ties import ConflictPolicy
from models.audit import AuditAction
from models.conflicts import ConflictJudgement
from models.database import WriteSession
from models.projects import Project
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import JUDGEMENT, AuditedObject, record
from service.kit.problems import Conflict, Invalid, NotFound
from service.people.conflicts.queries import against_person, against_subject
from service.people.conflicts.schemas import JudgementInput
from service.people.profiles.changes import expert_to_extend


def judge(session: WriteSession, word: JudgementInput, policy: ConflictPolicy, by: Actor) -> ConflictJudgement:
    """Record a decision on a conflict that a check finds, its window passed or not, in place of an earlier one.

    Raises ``Invalid`` where the named facts do not meet, ``Forbidden`` to either side of the conflict, and what a check raises.
    """
    leave_to_others(by, word.expert, word.other)
    owner, other = _owner(word)
    expert_to_extend(session, owner)
    conflict = _named_conflict(session, word.model_copy(update={"expert": owner, "other": other}), policy, by)
    kind, organisation, person, subject = conflict.key
    facts = "|".join(conflict.key)
    _lift_earlier(session, owner, facts, by)
    is_project = bool(subject) and session.get(Project, subject) is not None
    judgement = ConflictJudgement(
        expert_id=owner,
        kind=kind,
        organisation_id=organisation or None,
        other_expert_id=person or None,
        product_id=None if is_project else subject or None,
        project_id=subject if is_project else None,
        facts=facts,
        judged_by=by.actor,
        judged_at=by.now,
        **word.model_dump(include={"verdict", "reason"}),
    )
    session.add(judgement)
    session.flush()
    _record(session, by, AuditAction.CONFLICT_JUDGED, judgement)
    return judgement


def lift(session: WriteSession, visible: sa.Select[Any], judgement_id: int, by: Actor) -> ConflictJudgement:
    """End one of the ``visible`` judgements; raises ``NotFound``, ``Forbidden`` to who it is about, ``Conflict`` for a lifted one."""
    judgement: ConflictJudgement | None = session.scalar(visible.where(col(ConflictJudgement.id) == judgement_id))
    if judgement is None:
        raise NotFound.of(en="judgement", vi="quyết định", identifier=str(judgement_id))
    leave_to_others(by, judgement.expert_id, judgement.other_expert_id)
    expert_to_extend(session, judgement.expert_id)
    session.refresh(judgement)
    if judgement.lifted_at is not None:
        raise Conflict(
            "judgement_lifted_already",
            en=f"Judgement {judgement_id} was lifted before.",
            vi=f"Quyết định {judgement_id} đã được gỡ bỏ trước đó.",
        )
    judgement.lifted_by, judgement.lifted_at = by.actor, by.now
    session.flush()
    _record(session, by, AuditAction.CONFLICT_JUDGEMENT_LIFTED, judgement)
    return judgement


def _record(session: WriteSession, by: Actor, action: AuditAction, judgement: ConflictJudgement) -> None:
    # The other person is left out: whoever exports what is kept of one reads the events that name him or her.
    about = {"expert": judgement.expert_id, "subject": judgement.product_id or judgement.project_id, "verdict": judgement.verdict.value}
    record(session, by, action, AuditedObject(JUDGEMENT, str(judgement.id)), **about)


def _owner(word: JudgementInput) -> tuple[str, str | None]:
    """Return whose judgement it is and who the other is: between two people the first by id, so that there is one for both."""
    if word.subject is not None or word.other is None:
        return word.expert, word.other
    first, second = sorted((word.expert, word.other))
    return first, second


def _named_conflict(session: WriteSession, word: JudgementInput, policy: ConflictPolicy, by: Actor) -> ConflictOfInterest:
    if word.subject is not None:
        found = against_subject(session, word.expert, word.subject, policy, by.today, cooled=True)
        wanted = (word.relation, word.organisation or "", word.other or "", found.subject or "")
    elif word.other is not None:
        found = against_person(session, word.expert, word.other, policy, by.today, cooled=True)
        wanted = (word.relation, word.organisation or "", word.other, "")
    else:
        raise Invalid.field("subject", en="or other must be given", vi="hoặc other phải có")
    for conflict in found.conflicts:
        if conflict.key == wanted:
            return conflict
    raise Invalid.field(
        "relation",
        en="names no conflict that a check finds: repeat relation, organisation, other and subject as the check shows them",
        vi="không ứng với xung đột nào mà phép kiểm tra tìm thấy: hãy lặp lại relation, organisation, other và subject đúng như kết quả",
    )


def _lift_earlier(session: WriteSession, expert_id: str, facts: str, by: Actor) -> None:
    in_force = (col(ConflictJudgement.expert_id) == expert_id, col(ConflictJudgement.facts) == facts)
    earlier = sa.update(ConflictJudgement).where(*in_force, col(ConflictJudgement.lifted_at).is_(None))
    session.execute(earlier.values(lifted_by=by.actor, lifted_at=by.now))
