"""Offers beside the profile that they are for, and those that the person confirms entering it."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.text.normalise import fold
from models.database import WriteSession
from models.experts import Evidence, Expert
from models.vocabulary import ConsentPurpose
from service.identity.access.viewer import Viewer
from service.imports.faults import Unreadable
from service.imports.fetching.client import Registries
from service.imports.fetching.records import fetch_openalex, fetch_orcid
from service.imports.formats.openalex.files import read as read_openalex
from service.imports.offers.reading import ReadFile, of_records, read_file
from service.imports.offers.schemas import OfferInput, OffersView, view_of
from service.kit.actor import Actor
from service.kit.problems import FieldError, Forbidden, Invalid
from service.people.evidence.operations import add_evidence
from service.people.evidence.schemas import EvidenceCreate
from service.people.profiles.changes import expert_to_extend
from service.people.profiles.queries import consents_of

Same = tuple[str, ...]


def offers_for(session: Session, expert: Expert, content: bytes) -> OffersView:
    """Return what the file offers to ``expert``; raises ``Invalid`` for one that cannot be read or is somebody else's record."""
    try:
        found = read_file(content)
    except Unreadable as fault:
        raise _refused("file", fault) from None
    return _offers(session, expert, found)


def offers_from(session: Session, viewer: Viewer, expert: Expert, registry: str, registries: Registries) -> OffersView:
    """Return what the record of ``expert`` at a registry offers. It is asked for at the person's own request, or with their consent.

    Raises ``Forbidden`` without either, ``Invalid`` where the profile names no ORCID iD or the registry gives no record.
    """
    own = viewer.expert_id == expert.id
    if not own and not any(one.purpose is ConsentPurpose.MATCHING and one.withdrawn_at is None for one in consents_of(session, expert.id)):
        raise Forbidden(
            "registry_needs_consent",
            en="A registry is asked at the person's own request, or with their consent to matching.",
            vi="Chỉ truy vấn sổ đăng ký khi chính chuyên gia yêu cầu hoặc đã đồng ý được xét chọn.",
        )
    if expert.orcid is None:
        raise Invalid.field("orcid", en="is not in the profile: add it first", vi="chưa có trong hồ sơ: hãy bổ sung trước")
    try:
        return _offers(session, expert, _fetched(registries, registry, expert.orcid))
    except Unreadable as fault:
        raise _refused("registry", fault) from None


def _fetched(registries: Registries, registry: str, orcid: str) -> ReadFile:
    if registry == "orcid":
        return read_file(fetch_orcid(registries, orcid))
    return of_records(read_openalex(*fetch_openalex(registries, orcid)), "openalex")


def _refused(field: str, fault: Unreadable) -> Invalid:
    return Invalid(fault.code, en=fault.message.en, vi=fault.message.vi, errors=(FieldError(field=field, message=fault.message.en),))


def _offers(session: Session, expert: Expert, found: ReadFile) -> OffersView:
    """Return the passages of a record or CV as offers to ``expert``; raises ``Invalid`` for somebody else's record."""
    if found.orcid and expert.orcid and found.orcid != expert.orcid:
        raise Invalid(
            "record_of_somebody_else",
            en=f"The record is that of {found.orcid}, the profile names {expert.orcid}: send the record of this person.",
            vi=f"Hồ sơ này thuộc mã {found.orcid}, còn hồ sơ chuyên gia ghi {expert.orcid}: hãy gửi đúng hồ sơ của người này.",
        )
    held = _held(session, expert.id)
    offers = [
        view_of(
            one.fields,
            organisation=one.organisation,
            page=one.page,
            passage=one.words,
            known=not held.isdisjoint(_names(str(one.fields["kind"]), str(one.fields["title"]), str(one.fields["source"]))),
        )
        for one in found.passages
    ]
    return OffersView(format=found.format, person=found.person, offers=offers)


def accept(session: WriteSession, by: Actor, viewer: Viewer, expert_id: str, chosen: Sequence[OfferInput]) -> tuple[list[Evidence], int]:
    """Add what the person chose as declarations of their own; return the new items, and how many the profile held already.

    Raises ``Forbidden`` for anybody but the person: nothing that a machine read enters by another's word.
    """
    if viewer.expert_id != expert_id:
        raise Forbidden(
            "only_person_confirms",
            en="Only the person confirms what was read of a CV or record. Ask them to do it in My profile.",
            vi="Chỉ chính chuyên gia được xác nhận nội dung đọc từ CV hoặc hồ sơ. Hãy đề nghị họ làm việc này ở Hồ sơ của tôi.",
        )
    held, added = _held(session, expert_id), list[Evidence]()
    for one in chosen:
        names = _names(one.kind.value, one.title, one.source)
        if held.isdisjoint(names):
            added.append(_add(session, by, expert_id, one))
            held |= names
    return added, len(chosen) - len(added)


def _add(session: WriteSession, by: Actor, expert_id: str, one: OfferInput) -> Evidence:
    """Add one item; each is a change of the person with a number of its own, by which the item is called."""
    try:
        return add_evidence(session, by, expert_to_extend(session, expert_id), EvidenceCreate.model_validate(one.model_dump()))
    except Invalid as wrong:
        raise Invalid(
            wrong.code, en=f"“{one.title}”: {wrong.detail.en}", vi=f"“{one.title}”: {wrong.detail.vi}", errors=wrong.errors
        ) from None


def _held(session: Session, expert_id: str) -> set[Same]:
    columns = sa.select(col(Evidence.kind), col(Evidence.title), col(Evidence.source))
    rows = session.execute(columns.where(col(Evidence.expert_id) == expert_id))
    return {name for kind, title, source in rows for name in _names(kind.value, title, source)}


def _names(kind: str, title: str, source: str) -> set[Same]:
    """Return by what an item is known again: kind and title, and the identifier of a registry; a page of a CV is none."""
    return {(kind, " ".join(fold(title).split()))} | {(one,) for one in _identifiers((source,))}


def _identifiers(sources: Iterable[str]) -> set[str]:
    return {source.lower() for source in sources if source.startswith(("doi:", "orcid:"))}
