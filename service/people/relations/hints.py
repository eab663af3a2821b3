"""What the address of a person suggests: an employer to ask about. It is no tie, and no conflict, before the person says so."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Evidence, Expert, Relation
from models.projects import Organisation
from models.vocabulary import EvidenceKind
from service.people.profiles.organisations import organisations_above
from service.people.relations.schemas import EmployerHint


def employer_hints(session: Session, expert: Expert) -> list[EmployerHint]:
    """Return the organisations whose mail domain the address of ``expert`` has, but for those that the record is tied to already.

    A tie to a part of an organisation, or to what it is part of, is one to the organisation; so is one that was dismissed.
    """
    host = expert.email.lower().rpartition("@")[2]
    if not host:
        return []
    organisations = sa.select(col(Organisation.id), col(Organisation.name), col(Organisation.domains)).order_by(col(Organisation.id))
    rows = session.execute(organisations.where(sa.cast(col(Organisation.domains), sa.String) != "[]"))  # few have one
    suggested = [(identifier, name) for identifier, name, domains in rows if any(_is_within(host, domain) for domain in domains)]
    tied = _tied(session, expert.id) if suggested else set()
    return [EmployerHint(organisation_id=identifier, name=name, domain=host) for identifier, name in suggested if identifier not in tied]


def _is_within(host: str, domain: str) -> bool:
    wanted = domain.lower().lstrip("@.")
    return bool(wanted) and (host == wanted or host.endswith(f".{wanted}"))


def _tied(session: Session, expert_id: str) -> set[str]:
    position = (col(Evidence.expert_id) == expert_id, col(Evidence.kind) == EvidenceKind.POSITION)
    named = set(session.scalars(sa.select(col(Evidence.organisation_id)).where(*position)))
    named |= set(session.scalars(sa.select(col(Relation.organisation_id)).where(col(Relation.expert_id) == expert_id)))
    above = organisations_above(session)
    whole = {one for name in named for one in above.get(name or "", ())}
    parts = {one for one, chain in above.items() if not named.isdisjoint(chain)}
    return {name for name in named if name} | whole | parts
