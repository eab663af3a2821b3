"""The page "My profile": everything that is kept of an expert, and forms for availability, willingness and consents."""

from datetime import datetime
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel
from sqlmodel import Session, col

from matching.explanation.conflict_sentences import STATUS
from matching.explanation.phrases import RELATION
from models.experts import Evidence, Expert, Relation
from models.projects import Organisation
from models.rules import Role
from models.vocabulary import ConsentPurpose, Language, ProcessingStop, RoleCode
from service.identity.access.acting import Acting
from service.kit.acting import By
from service.kit.preconditions import etag, require_match
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.kit.texts import Text
from service.kit.validation import validated
from service.kit.words import LANGUAGE_NAMES
from service.people.consents import operations as consents
from service.people.consents.queries import text_in_use
from service.people.consents.schemas import ConsentInput
from service.people.hooks import questions_to
from service.people.profiles import operations
from service.people.profiles.guards import OwnExpertToChange, OwnExpertToRead
from service.people.profiles.organisations import organisations_by_name
from service.people.profiles.queries import consents_of, willingness_of
from service.people.profiles.returning import back_to_profile
from service.people.profiles.schemas import ExpertChange
from service.people.profiles.words import KINDS, OUTCOMES, PARTS, PURPOSES, SCALES, STOPS, VERIFICATIONS

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
    return reader.render("people/own_profile/profile.html", **everything(session, by, expert), saved=saved)


@router.post("/availability")
def change_availability(
    expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, form: Annotated[AvailabilityForm, Form()]
) -> Response:
    """Change availability, if the form showed the present version; an empty field means nothing is said."""
    require_match(etag(form.version), expert.version)
    change = validated(ExpertChange, {name: value or None for name, value in form.model_dump(exclude={"version"}).items()})
    operations.change_expert(session, by, expert, change)
    return back_to_profile(request)


@router.post("/willingness/{role}")
def change_willingness(
    role: RoleCode, expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, willing: Annotated[bool, Form()]
) -> Response:
    """Record whether the expert would accept a role."""
    consents.record_willingness(session, by, expert, role, willing=willing)
    return back_to_profile(request)


@router.post("/consents/{purpose}")
def change_consent(
    purpose: ConsentPurpose, expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, given: Annotated[bool, Form()]
) -> Response:
    """Give consent to the text that the page shows, or withdraw it."""
    text = text_in_use(session, purpose, by.today) if given else None
    consents.record_consent(session, by, expert, purpose, ConsentInput(given=given, text_version=text.version if text else None))
    return back_to_profile(request)


def everything(session: Session, by: By, expert: Expert) -> dict[str, Any]:
    """Return what the page shows of ``expert``."""
    items = sa.select(Evidence).where(col(Evidence.expert_id) == expert.id).order_by(col(Evidence.starts).desc(), col(Evidence.id))
    relations = sa.select(Relation, col(Organisation.name)).outerjoin(Organisation).where(col(Relation.expert_id) == expert.id)
    roles = session.scalars(sa.select(Role)).all()
    given = {consent.purpose for consent in consents_of(session, expert.id) if consent.withdrawn_at is None}
    said = {word.role: word for word in willingness_of(session, expert.id)}
    return {
        "expert": expert,
        "questions": [question for questions in questions_to(session, expert.id) for question in questions],
        "typed": {"task": 0},
        "problem": None,
        "languages": LANGUAGE_NAMES,
        "headline": Text.of(expert, "headline"),
        "biography": Text.of(expert, "biography"),
        "evidence": session.scalars(items).all(),
        "relations": session.execute(relations.order_by(col(Relation.id))).all(),
        "roles": [(code, next((Text.of(role, "name") for role in roles if role.code == code), None), said.get(code)) for code in RoleCode],
        "kinds": KINDS,
        "labels": {**PARTS, **OUTCOMES, **SCALES, **VERIFICATIONS},
        "statuses": {status: Text(vi=said[Language.VI], en=said[Language.EN]) for status, said in STATUS.items()},
        "relation_kinds": {kind: Text(vi=phrase[Language.VI], en=phrase[Language.EN]) for kind, phrase in RELATION.items()},
        "organisations": organisations_by_name(session),
        "stops": [(stop, STOPS[stop], since) for stop, since in _stops(expert)],
        "purposes": [(purpose, PURPOSES[purpose], purpose in given, _text(session, by, purpose)) for purpose in ConsentPurpose],
    }


def _stops(expert: Expert) -> list[tuple[ProcessingStop, datetime | None]]:
    return [(ProcessingStop.OBJECTION, expert.objected_at), (ProcessingStop.RESTRICTION, expert.restricted_at)]


def _text(session: Session, by: By, purpose: ConsentPurpose) -> Text | None:
    found = text_in_use(session, purpose, by.today)
    return Text.of(found, "text") if found else None
