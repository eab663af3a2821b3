"""A registry is asked for the record of somebody who is a member, to be brought in as a file of that registry is."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Consent, Expert
from models.vocabulary import ConsentPurpose
from service.imports.faults import Unreadable
from service.imports.fetching.client import Registries
from service.imports.fetching.records import fetch_openalex, fetch_orcid
from service.imports.runs.formats import ImportFormat, one_of
from service.kit.problems import Invalid

_MEMBERS = (ConsentPurpose.MEMBERSHIP, ConsentPurpose.MATCHING)


def check_member(session: Session, orcid: str) -> None:
    """Raise ``Invalid`` unless ``orcid`` is that of somebody who consents to membership or matching: of others no registry is asked."""
    agreed = sa.select(col(Consent.expert_id)).where(col(Consent.purpose).in_(_MEMBERS), col(Consent.withdrawn_at).is_(None))
    member = sa.select(col(Expert.id)).where(col(Expert.orcid) == orcid, col(Expert.merged_into).is_(None), col(Expert.id).in_(agreed))
    if session.scalar(member) is None:
        raise Invalid(
            "not_a_member",
            en=f"{orcid} is nobody who consents to membership or matching: a registry is asked of members alone. Send a file instead.",
            vi=f"{orcid} không phải mã của ai đã đồng ý tham gia hoặc được xét chọn: chỉ tra cứu sổ đăng ký về thành viên. Hãy gửi tệp.",
        )


def ask_registry(registries: Registries, registry: ImportFormat, orcid: str) -> bytes:
    """Return what ``registry``, ORCID or OpenAlex, says of ``orcid``, as one file; raises ``Invalid``, as for a host not allowed."""
    try:
        if registry is ImportFormat.OPENALEX:
            return one_of(fetch_openalex(registries, orcid))
        return fetch_orcid(registries, orcid)
    except Unreadable as fault:
        raise Invalid(fault.code, en=fault.message.en, vi=fault.message.vi) from None
