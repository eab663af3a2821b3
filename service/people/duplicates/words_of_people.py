"""The person's own words in two records: a withdrawal and a refusal hold until the person answers anew."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.consents import PastConsent
from models.database import WriteSession
from models.experts import Consent, Willingness
from models.vocabulary import ConsentPurpose, RoleCode
from service.kit.actor import Actor


def join_consents(session: WriteSession, by: Actor, kept: str, other: str) -> None:
    """Let ``kept`` have one consent for each purpose: a withdrawn one before a given one, then the one given first.

    The consent that does not stand is kept as a past one. No word in one record takes nothing from the word in the other.
    """
    own, theirs = _consents(session, kept), _consents(session, other)
    for purpose in sorted({*own, *theirs}):
        both = [word[purpose] for word in (own, theirs) if purpose in word]
        standing = min(both, key=lambda consent: (consent.withdrawn_at is None, consent.given_at))
        values = standing.model_dump() | {"expert_id": kept}
        for consent in both:
            if consent is not standing:
                session.add(PastConsent(**consent.model_dump() | {"expert_id": kept}, replaced_at=by.now))
            session.delete(consent)
        session.flush()
        session.add(Consent.model_validate(values))
        session.flush()


def join_willingness(session: WriteSession, kept: str, other: str) -> None:
    """Let ``kept`` have one word on each role: a no before a yes, then the later one."""
    own, theirs = _willing(session, kept), _willing(session, other)
    for role in sorted({*own, *theirs}):
        both = [word[role] for word in (own, theirs) if role in word]
        standing = max(both, key=lambda word: (not word.willing, word.declared_on))
        values = standing.model_dump() | {"expert_id": kept}
        for word in both:
            session.delete(word)
        session.flush()
        session.add(Willingness.model_validate(values))
        session.flush()


def keep_withdrawals(session: WriteSession, kept: str, other: str) -> None:
    """After two records are apart again: what the person withdrew meanwhile is withdrawn in both."""
    own, theirs = _consents(session, kept), _consents(session, other)
    for purpose, consent in own.items():
        restored = theirs.get(purpose)
        since = consent.withdrawn_at
        if restored is not None and since is not None and restored.withdrawn_at is None and restored.given_at <= since:
            restored.withdrawn_at = since
    session.flush()


def _consents(session: Session, expert_id: str) -> dict[ConsentPurpose, Consent]:
    found = session.scalars(sa.select(Consent).where(col(Consent.expert_id) == expert_id))
    return {consent.purpose: consent for consent in found}


def _willing(session: Session, expert_id: str) -> dict[RoleCode, Willingness]:
    found = session.scalars(sa.select(Willingness).where(col(Willingness.expert_id) == expert_id))
    return {word.role: word for word in found}
