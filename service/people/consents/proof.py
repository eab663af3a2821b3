"""What shows that somebody consented: their own account, or a paper, an e-mail or a recording that somebody else had before them."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from models.experts import Expert, NetworkState
from models.vocabulary.documents import ConsentMeans, DocumentPurpose
from service.identity.access.own_case import about_viewer
from service.kit.actor import Actor
from service.kit.problems import FieldError, Invalid
from service.people.consents.schemas import ConsentInput
from service.people.documents.proofs import check_proof

FIRST_DAY = date(2000, 1, 1)
"""No consent to this network is older; an earlier year is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The day of the word, how it was given, and the document or where it is kept."""

    given_on: date
    means: ConsentMeans | None
    document: str
    document_id: str | None


def proof(session: Session, by: Actor, expert: Expert, word: ConsentInput) -> Proof:
    """Return what shows the consent; raises ``Invalid`` naming what is missing.

    A person's own word needs none. Outside a database of invented people nobody else can give it without a document, its day and the means.
    """
    given_on = word.given_on or by.today
    if given_on > by.today:
        raise Invalid.field("given_on", en="is in the future", vi="ở tương lai")
    if given_on < FIRST_DAY:
        raise Invalid.field("given_on", en="is before this network: check the year", vi="có trước mạng lưới: hãy kiểm tra lại năm")
    check_proof(session, expert.id, word.document_id, DocumentPurpose.CONSENT)
    if about_viewer(by, expert.id):
        return Proof(given_on, ConsentMeans.OWN_ACCOUNT, word.document, word.document_id)
    if word.means is ConsentMeans.OWN_ACCOUNT:
        raise Invalid.field(
            "means", en="is for the person alone: name how they told you", vi="chỉ dành cho chính người đó: hãy ghi hình thức"
        )
    if not _invented(session):
        _require(word)
    return Proof(given_on, word.means, word.document, word.document_id)


def _require(word: ConsentInput) -> None:
    there = {"document": word.document or word.document_id, "given_on": word.given_on, "means": word.means}
    missing = [name for name, value in there.items() if not value]
    if missing:
        names = ", ".join(missing)
        raise Invalid(
            "consent_proof_missing",
            en=f"The consent of somebody else is recorded with its document, its day and the means. Missing: {names}.",
            vi=f"Ghi sự đồng ý của người khác phải kèm văn bản, ngày và hình thức. Còn thiếu: {names}.",
            errors=tuple(FieldError(field=name, message="is required for the consent of somebody else") for name in missing),
        )


def _invented(session: Session) -> bool:
    state = session.get(NetworkState, 1)
    return state is not None and state.synthetic
