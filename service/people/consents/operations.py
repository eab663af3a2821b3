"""Records consents, objections and restrictions, and willingness."""

from dataclasses import asdict
from datetime import date, datetime

from models.audit import AuditAction
from models.consents import ConsentText, PastConsent
from models.database import WriteSession
from models.experts import Consent, Expert, Willingness
from models.vocabulary import ConsentPurpose, Language, ProcessingStop, RoleCode
from service.kit.actor import Actor
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.local_forms import day_in
from service.kit.problems import Invalid
from service.people.consents.proof import proof
from service.people.consents.queries import text_in_use
from service.people.consents.schemas import ConsentInput
from service.people.hooks import on_withdrawal


def record_consent(session: WriteSession, by: Actor, expert: Expert, purpose: ConsentPurpose, word: ConsentInput) -> Consent | None:
    """Give or withdraw consent; None when there is nothing to withdraw. Saying the same again changes nothing.

    Whoever withdraws consent to matching is no candidate any more, in the same transaction.
    """
    consent = session.get(Consent, (expert.id, purpose))
    if word.given:
        return _give(session, by, expert, purpose, word)
    if consent is not None and consent.withdrawn_at is None:
        consent.withdrawn_at = by.now
        session.flush()
        _record_consent(session, by, AuditAction.CONSENT_WITHDRAWN, consent)
        if purpose is ConsentPurpose.MATCHING:
            on_withdrawal(session, by, expert.id)
    return consent


def _give(session: WriteSession, by: Actor, expert: Expert, purpose: ConsentPurpose, word: ConsentInput) -> Consent:
    text_version = word.text_version
    if text_version is None:
        raise Invalid.field("text_version", en="is required to give consent", vi="là bắt buộc khi cho phép")
    before = session.get(Consent, (expert.id, purpose))
    if before is not None and before.withdrawn_at is None and before.text_version == text_version:
        return before
    shown = proof(session, by, expert, word)
    _check_text(session, shown.given_on, purpose, text_version)
    if before is not None:
        session.add(PastConsent(**before.model_dump(), replaced_at=by.now))
    consent = Consent(expert_id=expert.id, purpose=purpose, text_version=text_version, given_at=by.now, withdrawn_at=None, **asdict(shown))
    consent = session.merge(consent)
    session.flush()
    _record_consent(session, by, AuditAction.CONSENT_GIVEN, consent)
    return consent


def _check_text(session: WriteSession, day: date, purpose: ConsentPurpose, version: str) -> None:
    """Raise ``Invalid`` unless the text exists and was in use on ``day``: nobody can consent to what was not shown."""
    text = session.get(ConsentText, (purpose, version))
    if text is None or text.valid_from > day or (text.valid_until is not None and text.valid_until < day):
        known = text_in_use(session, purpose, day)
        shown = {language: day_in(language, day) for language in Language}
        raise Invalid.field(
            "text_version",
            en=f"names no text in use on {shown[Language.EN]}" + (f": then it was {known.version}" if known else ""),
            vi=f"không phải văn bản dùng vào ngày {shown[Language.VI]}" + (f": khi đó là {known.version}" if known else ""),
        )


def _record_consent(session: WriteSession, by: Actor, action: AuditAction, consent: Consent) -> None:
    what = {"purpose": consent.purpose.value, "text_version": consent.text_version}
    record(session, by, action, AuditedObject(EXPERT, consent.expert_id), **what)


_STOPPED_AT = {ProcessingStop.OBJECTION: "objected_at", ProcessingStop.RESTRICTION: "restricted_at"}


def record_stop(session: WriteSession, by: Actor, expert: Expert, stop: ProcessingStop, *, stopped: bool) -> datetime | None:
    """Stop the matching of a person at their word, or let it go on, and return since when it is stopped; the same again changes nothing.

    Whoever objects is no candidate any more; a restriction only lets everything about the person rest.
    """
    since: datetime | None = getattr(expert, _STOPPED_AT[stop])
    if stopped == (since is not None):
        return since
    since = by.now if stopped else None
    setattr(expert, _STOPPED_AT[stop], since)
    session.flush()
    action = AuditAction.PROCESSING_STOPPED if stopped else AuditAction.PROCESSING_RESUMED
    record(session, by, action, AuditedObject(EXPERT, expert.id), stop=stop.value)
    if stopped and stop is ProcessingStop.OBJECTION:
        on_withdrawal(session, by, expert.id)
    return since


def record_willingness(session: WriteSession, by: Actor, expert: Expert, role: RoleCode, *, willing: bool) -> Willingness:
    """Record the person's word of today on ``role``, in place of an earlier one."""
    word = session.merge(Willingness(expert_id=expert.id, role=role, willing=willing, declared_on=by.today))
    session.flush()
    record(session, by, AuditAction.WILLINGNESS_RECORDED, AuditedObject(EXPERT, expert.id), role=role.value, willing=willing)
    return word
