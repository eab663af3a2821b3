"""The pages of people: the directory, and everything that may be seen of one person."""

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends, Query, Request, Response
from sqlmodel import Session, col

from matching.explanation.conflict_sentences import STATUS
from matching.explanation.phrases import RELATION
from models.conflicts import ConflictJudgement
from models.experts import Evidence, Expert, Relation
from models.projects import Organisation
from models.vocabulary import Language
from service.catalogue.rules.queries import role_names
from service.identity.access.guards import permit_part
from service.identity.access.naming import people_named
from service.identity.access.policies import Operation, may, may_with_expert
from service.identity.access.viewer import CurrentViewer, Now
from service.identity.access.visibility import visible_experts, visible_judgements
from service.identity.access.waiting import PendingTasksQuery, Waiting
from service.kit.addresses import led_to
from service.kit.late_routes import APIRouter
from service.kit.pagination import ShortPaged
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.kit.texts import Text
from service.people.delegates.queries import editors_of
from service.people.directory.facets import Chosen
from service.people.directory.queries import called, directory, offered
from service.people.directory.timeline import drawn
from service.people.hooks import on_person, shown_by
from service.people.profiles.completeness import STEPS, completeness_of
from service.people.profiles.guards import ExpertToRead
from service.people.profiles.organisations import organisations_named
from service.people.profiles.queries import consents_of, willingness_of
from service.people.profiles.sensitive import sensitive_in
from service.people.profiles.words import KINDS, OUTCOMES, PARTS, PURPOSES, SCALES, VERIFICATIONS
from service.people.relations.hints import employer_hints

router = APIRouter(prefix="/people", include_in_schema=False)
Value = Annotated[str, Query(max_length=40)]


def _places(country: Value = "", sub_network: Value = "", language: Value = "", role: Value = "") -> Chosen:
    given = {"country": country, "sub_network": sub_network, "language": language, "role": role}
    return {name: value for name, value in given.items() if value}


def _states(availability: Value = "", freshness: Value = "", completeness: Value = "") -> Chosen:
    given = {"availability": availability, "freshness": freshness, "completeness": completeness}
    return {name: value for name, value in given.items() if value}


Places = Annotated[Chosen, Depends(_places)]
States = Annotated[Chosen, Depends(_states)]


@router.get("", dependencies=[permit_part(Operation.READ_EXPERTS)])
def directory_page(
    viewer: CurrentViewer,
    session: Reading,
    reader: ReaderOfPage,
    paging: ShortPaged,
    places: Places,
    states: States,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Show who there is: by name, or by the words of a search, narrowed by facets; a whole name leads to its one bearer."""
    chosen = {**places, **states}
    if not chosen and (only := called(session, visible_experts(viewer), q.strip())):
        return led_to(reader.request, f"/people/{only.id}")
    return reader.render(
        "people/directory/directory.html",
        directory=directory(session, visible_experts(viewer), q.strip(), chosen, paging),
        q=q.strip(),
        given={**({"q": q.strip()} if q.strip() else {}), **chosen},
        may_add=may(viewer, Operation.ADD_EXPERTS) is True,
    )


@router.get("/names", dependencies=[permit_part(Operation.READ_EXPERTS)])
def names_like(viewer: CurrentViewer, session: Reading, reader: ReaderOfPage, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Offer the few people whose names fit best what was typed so far, accents or not, each as a link to their page."""
    return reader.render("people/directory/names.html", people=offered(session, visible_experts(viewer), q.strip()))


@router.get("/{expert_id}")
def person_page(
    expert: ExpertToRead, request: Request, viewer: CurrentViewer, now: Now, session: Reading, reader: ReaderOfPage, saved: bool = False
) -> Response:
    """Show everything that the viewer may see of one person."""
    asked = PendingTasksQuery(request, session, viewer, now)
    sections = sorted((one for one in on_person(asked, expert) if isinstance(one, Waiting)), key=lambda one: one.place)
    items = session.scalars(
        sa.select(Evidence).where(col(Evidence.expert_id) == expert.id).order_by(col(Evidence.starts).desc(), col(Evidence.id))
    ).all()
    return reader.render(
        "people/directory/person.html",
        expert=expert,
        sensitive_in=sensitive_in,
        items=items,
        drawing=drawn(items, asked.today),
        shown=_shown(asked, expert.id),
        sections=sections,
        completeness=completeness_of(session, expert),
        steps=STEPS,
        organisation_names=organisations_named(session, (item.organisation_id for item in items)),
        may_change=may_with_expert(viewer, Operation.CHANGE_EXPERTS, expert.id) is True,
        saved=saved,
        **_around(session, viewer, expert),
        **_names(session),
    )


def _shown(query: PendingTasksQuery, expert_id: str) -> dict[str, Any]:
    return {item: shown for found in shown_by(query, expert_id) for item, shown in found.items()}


def _around(session: Session, viewer: CurrentViewer, expert: Expert) -> dict[str, Any]:
    """Return consents, willingness, relations and judgements, as far as ``viewer`` may see them."""
    relations = sa.select(Relation, col(Organisation.name)).outerjoin(Organisation).where(col(Relation.expert_id) == expert.id)
    judgements = visible_judgements(viewer).where(col(ConflictJudgement.expert_id) == expert.id, col(ConflictJudgement.lifted_at).is_(None))
    tied = session.execute(relations.order_by(col(Relation.id))).all()
    return {
        "headline": Text.of(expert, "headline"),
        "biography": Text.of(expert, "biography"),
        "consents": consents_of(session, expert.id),
        "willingness": willingness_of(session, expert.id),
        "relations": tied,
        "people": people_named(session, viewer, [row.Relation.other_expert_id for row in tied]),
        "employer_hints": employer_hints(session, expert) if may(viewer, Operation.VOUCH) is True else [],
        "editors": editors_of(session, viewer, expert.id),
        "judgements": session.scalars(judgements.order_by(col(ConflictJudgement.id))).all(),
    }


def _names(session: Session) -> dict[str, Any]:
    return {
        "kinds": KINDS,
        "labels": {**PARTS, **OUTCOMES, **SCALES, **VERIFICATIONS},
        "purposes": PURPOSES,
        "role_names": role_names(session),
        "statuses": {status: Text(vi=said[Language.VI], en=said[Language.EN]) for status, said in STATUS.items()},
        "relation_kinds": {kind: Text(vi=phrase[Language.VI], en=phrase[Language.EN]) for kind, phrase in RELATION.items()},
    }
