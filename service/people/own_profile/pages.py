"""The page "My profile": everything that is kept of an expert, and forms for availability, willingness and consents."""

from datetime import datetime
from typing import Annotated, Any, NamedTuple

import sqlalchemy as sa
from fastapi import Form, Request, Response
from sqlmodel import Session, col

from matching.explanation.conflict_sentences import STATUS
from matching.explanation.phrases import RELATION
from models.database import WriteSession
from models.experts import Evidence, Expert, Relation
from models.projects import Organisation
from models.rules import Role
from models.vocabulary import ConsentPurpose, Language, ProcessingStop, RoleCode
from service.identity.access.acting import Acting
from service.kit.actor import Actor
from service.kit.forms import Submitted, check_version, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.kit.texts import Text
from service.kit.validation import validated
from service.kit.words import LANGUAGE_NAMES
from service.people.consents import operations as consents
from service.people.consents.queries import text_in_use
from service.people.consents.schemas import ConsentInput
from service.people.delegates.queries import delegates_of
from service.people.hooks import questions_to
from service.people.profiles import operations
from service.people.profiles.guards import OwnExpertToChange, OwnExpertToRead
from service.people.profiles.organisations import organisations_by_name
from service.people.profiles.queries import consents_of, willingness_of
from service.people.profiles.returning import back_to_profile
from service.people.profiles.schemas import ExpertChange
from service.people.profiles.sensitive import sensitive_in
from service.people.profiles.words import KINDS, OUTCOMES, PARTS, PURPOSES, SCALES, STOPS, VERIFICATIONS
from service.people.relations.hints import employer_hints
from service.people.relations.operations import add_relation as add_declared
from service.people.relations.schemas import RelationCreate

router = APIRouter(prefix="/profile", include_in_schema=False)


AVAILABILITY = ("available_from", "available_until", "hours_per_week")
OF_A_RELATION = ("kind", "organisation_id", "starts", "ends")


class ProfileForm(NamedTuple):
    """Whose form it is, by whom it was sent, and where the answer goes."""

    reader: Reader
    session: WriteSession
    by: Actor
    expert: Expert


@router.get("")
def profile_page(expert: OwnExpertToRead, session: Reading, by: Acting, reader: ReaderOfPage, saved: bool = False) -> Response:
    """Show everything that is kept of the expert who asks."""
    return reader.render("people/own_profile/profile.html", **everything(session, by, expert), saved=saved)


@router.post("/availability")
def change_availability(expert: OwnExpertToChange, session: Writing, reader: ReaderOfPage, by: Acting, form: Submitted) -> Response:
    """Change availability, if the form showed the present version; an empty field means nothing is said."""
    typed, seen = filled(form), expert.version

    def change() -> None:
        sent = dict(typed)
        check_version(sent, seen)
        named = {name: sent.get(name) for name in AVAILABILITY}
        operations.change_expert(session, by, expert, validated(ExpertChange, named))

    typed_again = {"availability": {**dict.fromkeys(AVAILABILITY, ""), **typed}}
    return _answered(ProfileForm(reader, session, by, expert), refusal(session, change), typed_again)


@router.post("/relations")
def add_relation(expert: OwnExpertToChange, session: Writing, reader: ReaderOfPage, by: Acting, form: Submitted) -> Response:
    """Declare a relation to an organisation; ties to other experts are recorded by coordinators."""
    typed = {name: value for name, value in filled(form).items() if name in OF_A_RELATION}

    def add() -> None:
        add_declared(session, by, expert, validated(RelationCreate, typed))

    return _answered(ProfileForm(reader, session, by, expert), refusal(session, add), {"relation_typed": typed})


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


def _answered(at: ProfileForm, problem: Problem | None, typed: dict[str, Any]) -> Response:
    if problem is None:
        return back_to_profile(at.reader.request)
    at.session.rollback()  # the person was marked as changed before the form was looked at
    shown = everything(at.session, at.by, at.expert) | typed | {"problem": problem, "saved": False}
    return at.reader.render("people/own_profile/profile.html", status=problem.status, **shown)


def everything(session: Session, by: Actor, expert: Expert) -> dict[str, Any]:
    """Return what the page shows of ``expert``."""
    items = sa.select(Evidence).where(col(Evidence.expert_id) == expert.id).order_by(col(Evidence.starts).desc(), col(Evidence.id))
    relations = sa.select(Relation, col(Organisation.name)).outerjoin(Organisation).where(col(Relation.expert_id) == expert.id)
    roles = session.scalars(sa.select(Role)).all()
    given = {consent.purpose for consent in consents_of(session, expert.id) if consent.withdrawn_at is None}
    said = {word.role: word for word in willingness_of(session, expert.id)}
    return {
        "expert": expert,
        "sensitive_in": sensitive_in,
        "questions": [question for questions in questions_to(session, expert.id) for question in questions],
        "typed": {"task": 0},
        "problem": None,
        "relation_typed": {},
        "availability": {name: "" if getattr(expert, name) is None else getattr(expert, name) for name in AVAILABILITY},
        "languages": LANGUAGE_NAMES,
        "headline": Text.of(expert, "headline"),
        "biography": Text.of(expert, "biography"),
        "evidence": session.scalars(items).all(),
        "editors": [delegate.name for delegate in delegates_of(session, expert.id) if delegate.ended_at is None],
        "employer_hints": employer_hints(session, expert),
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


def _text(session: Session, by: Actor, purpose: ConsentPurpose) -> Text | None:
    found = text_in_use(session, purpose, by.today)
    return Text.of(found, "text") if found else None
