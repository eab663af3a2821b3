"""The page "My profile": everything that is kept of an expert, and forms for availability, willingness and consents."""

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel
from sqlmodel import Session, col

from models.experts import Evidence, Expert, Relation
from models.projects import Organisation
from models.rules import Role
from models.vocabulary import ConsentPurpose, RoleCode
from service.access.guards import OwnExpertToChange, OwnExpertToRead
from service.acting import Acting, By
from service.consents.queries import text_in_use
from service.experts import operations
from service.experts.changes import validated
from service.experts.queries import consents_of, willingness_of
from service.experts.schemas import ExpertChange
from service.experts.standing import operations as standing
from service.experts.standing.schemas import ConsentInput
from service.experts.words import PURPOSES
from service.pages.rendering import ReaderOfPage
from service.preconditions import etag, require_match
from service.sessions import Reading, Writing
from service.texts import Text

router = APIRouter(prefix="/profile", include_in_schema=False)


class AvailabilityForm(BaseModel):
    """The fields as a browser sends them."""

    version: str
    available_from: str = ""
    available_until: str = ""
    hours_per_week: str = ""


@router.get("")
def profile_page(expert: OwnExpertToRead, session: Reading, by: Acting, reader: ReaderOfPage, saved: bool = False) -> Response:
    """Show everything that is kept of the expert who asks."""
    return reader.render("experts/profile.html", **_everything(session, by, expert), saved=saved)


@router.post("/availability")
def change_availability(
    expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, form: Annotated[AvailabilityForm, Form()]
) -> Response:
    """Change availability, if the form showed the present version; an empty field means nothing is said."""
    require_match(etag(form.version), expert.version)
    change = validated(ExpertChange, {name: value or None for name, value in form.model_dump(exclude={"version"}).items()})
    operations.change_expert(session, by, expert, change)
    return _back(request)


@router.post("/willingness/{role}")
def change_willingness(
    role: RoleCode, expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, willing: Annotated[bool, Form()]
) -> Response:
    """Record whether the expert would accept a role."""
    standing.record_willingness(session, by, expert, role, willing=willing)
    return _back(request)


@router.post("/consents/{purpose}")
def change_consent(
    purpose: ConsentPurpose, expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, given: Annotated[bool, Form()]
) -> Response:
    """Give consent to the text that the page shows, or withdraw it."""
    text = text_in_use(session, purpose, by.today) if given else None
    standing.record_consent(session, by, expert, purpose, ConsentInput(given=given, text_version=text.version if text else None))
    return _back(request)


def _everything(session: Session, by: By, expert: Expert) -> dict[str, Any]:
    items = sa.select(Evidence).where(col(Evidence.expert_id) == expert.id).order_by(col(Evidence.starts).desc(), col(Evidence.id))
    relations = sa.select(Relation, col(Organisation.name)).outerjoin(Organisation).where(col(Relation.expert_id) == expert.id)
    roles = session.scalars(sa.select(Role)).all()
    given = {consent.purpose for consent in consents_of(session, expert.id) if consent.withdrawn_at is None}
    said = {word.role: word for word in willingness_of(session, expert.id)}
    return {
        "expert": expert,
        "headline": Text.of(expert, "headline"),
        "biography": Text.of(expert, "biography"),
        "evidence": session.scalars(items).all(),
        "relations": session.execute(relations.order_by(col(Relation.id))).all(),
        "roles": [(code, next((Text.of(role, "name") for role in roles if role.code == code), None), said.get(code)) for code in RoleCode],
        "purposes": [(purpose, PURPOSES[purpose], purpose in given, _text(session, by, purpose)) for purpose in ConsentPurpose],
    }


def _text(session: Session, by: By, purpose: ConsentPurpose) -> Text | None:
    found = text_in_use(session, purpose, by.today)
    return Text.of(found, "text") if found else None


def _back(request: Request) -> Response:
    return RedirectResponse(f"{request.scope.get('root_path', '').rstrip('/')}/profile?saved=true", 303)
