"""Records and removes judgements of readings. A person may lower what was read of them; raising it waits for a coordinator."""

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.profiles import EvidenceItem
from matching.readers.judged import digest_of_words
from models.audit import AuditAction
from models.capabilities import Capability
from models.database import WriteSession
from models.experts import Evidence, Expert
from models.judgements import ReadingJudgement
from models.vocabulary import ReadingMatter, ReadingVerdict
from service.kit.actor import Actor
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.problems import Forbidden, Invalid, NotFound
from service.matches.readings.schemas import ReadingJudgementInput
from service.people.evidence.operations import find_evidence


def judge(session: WriteSession, by: Actor, expert: Expert, word: ReadingJudgementInput) -> ReadingJudgement:
    """Record a decision in place of an earlier one on the same words; the person's own counts at once where it lowers.

    Raises ``NotFound`` for the item and ``Invalid`` for a capability that is missing, unknown or does not belong to the matter.
    """
    item = find_evidence(session, expert, word.evidence)
    capability = _capability(session, word)
    own = by.expert_id == expert.id
    waiting = own and word.verdict is ReadingVerdict.CONFIRMED
    digest = digest_of_item(item)
    _forget(session, expert.id, digest, word.matter, capability, waiting_only=waiting)
    judgement = ReadingJudgement(
        expert_id=expert.id,
        digest=digest,
        matter=word.matter,
        capability_id=capability,
        verdict=word.verdict,
        waiting=waiting,
        by_person=own,
        judged_by=by.actor,
        judged_at=by.now,
    )
    session.add(judgement)
    session.flush()
    _record(session, by, AuditAction.READING_JUDGED, judgement, item.id)
    return judgement


def remove(session: WriteSession, by: Actor, expert: Expert, judgement_id: int) -> None:
    """Take a judgement back, so that what the readers found counts again; a person takes back their own word alone.

    Raises ``NotFound``, for somebody else's judgement too, and ``Forbidden`` to the person for a coordinator's decision.
    """
    judgement = session.get(ReadingJudgement, judgement_id)
    if judgement is None or judgement.expert_id != expert.id:
        raise NotFound.of(en="judgement", vi="quyết định", identifier=str(judgement_id))
    if by.expert_id == expert.id and not judgement.by_person:
        raise Forbidden(
            "coordinator_decided",
            en="A coordinator decided this: ask a coordinator to look at it again.",
            vi="Điều phối viên đã quyết định việc này: hãy đề nghị điều phối viên xem lại.",
        )
    session.delete(judgement)
    session.flush()
    _record(session, by, AuditAction.READING_JUDGEMENT_REMOVED, judgement, None)


def digest_of_item(item: Evidence) -> str:
    """Return the name of the words of ``item``, as the matcher names them."""
    return digest_of_words(EvidenceItem(item.id, item.kind, item.language, item.title, item.text))


def _capability(session: Session, word: ReadingJudgementInput) -> str:
    if word.matter is not ReadingMatter.CAPABILITY:
        if word.capability is not None:
            raise Invalid.field("capability", en="belongs to the matter `capability` alone", vi="chỉ dùng khi matter là `capability`")
        return ""
    if word.capability is None:
        raise Invalid.field("capability", en="must be given for the matter `capability`", vi="phải có khi matter là `capability`")
    if session.get(Capability, word.capability) is None:
        raise Invalid.field("capability", en="names no capability of the catalogue", vi="không phải năng lực trong danh mục")
    return word.capability


def _forget(session: WriteSession, expert_id: str, digest: str, matter: ReadingMatter, capability: str, *, waiting_only: bool) -> None:
    """Delete what was said of the reading: a wish that is repeated, or everything where somebody decides."""
    table = ReadingJudgement
    named = (col(table.expert_id) == expert_id, col(table.digest) == digest, col(table.matter) == matter)
    which = (col(table.waiting),) if waiting_only else ()
    session.execute(sa.delete(table).where(*named, col(table.capability_id) == capability, *which))


def _record(session: WriteSession, by: Actor, action: AuditAction, judgement: ReadingJudgement, evidence: str | None) -> None:
    about = {"evidence": evidence, "matter": judgement.matter.value, "capability": judgement.capability_id or None}
    said = {"verdict": judgement.verdict.value, "waiting": judgement.waiting}
    record(session, by, action, AuditedObject(EXPERT, judgement.expert_id), **about, **said)
