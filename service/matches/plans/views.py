"""Turns saved plans into what the API shows: subjects and roles by name, people as they are today."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.assignment.objective import Objective
from matching.plan.diagnosis import Gate
from models.plans import Plan, PlanAdoption
from models.vocabulary import RoleCode, Sensitivity
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import NamedSubject, find_subject
from service.kit.languages import Bilingual
from service.kit.problems import NotFound, NotOnListInForce, Unavailable
from service.kit.texts import REFERENCE_ONLY, text
from service.matches.network.live import read_stored
from service.matches.pairs.weights import current_pair_weights
from service.matches.plans import schemas
from service.matches.plans.board import seats_called
from service.matches.plans.people import People
from service.matches.plans.records import DiagnosisRecord, PlacedPerson, PlanInputs, PlanResult, StaffedSeat
from service.matches.plans.requests import PlanInput
from service.matches.plans.saved import adopted_plan, result_of
from service.matches.plans.sentences import GATES, OBJECTIVES, relaxation_words
from service.matches.recommendations.inputs import role_name
from service.matches.recommendations.labels import BANDS
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.schemas import AskedRole
from service.matches.recommendations.weights import current_weights


@dataclass(frozen=True)
class Showing:
    """Shows plans to one request: ``now`` holds the versions of today, ``adopted`` the id of the adopted plan."""

    session: Session
    people: People
    now: dict[str, object]
    adopted: str | None

    @classmethod
    def of(cls, session: Session, recommender: Recommender) -> "Showing":
        """Return what shows plans as ``session`` sees them."""
        people = People.now(session, recommender)
        return cls(session, people, _now(session, recommender), adopted_plan(session))

    def outdated(self, plan: Plan) -> list[str]:
        """Return which of the versions that a plan rests on are different today."""
        inputs = PlanInputs.model_validate(plan.inputs).model_dump()
        return [name for name, value in self.now.items() if inputs[name] != value and not _same_weights(name, inputs[name], value)]

    def summary(self, plan: Plan) -> schemas.PlanSummary:
        """Return a plan without its people."""
        return schemas.PlanSummary(**self._summary(plan, result_of(plan)))

    def plan(self, plan: Plan) -> schemas.PlanView:
        """Return a whole plan."""
        result = result_of(plan)
        return schemas.PlanView(
            **self._summary(plan, result),
            **{name: getattr(result, name) for name in ("bound", "gap", "lowest", "lowest_seat", "kept", "solver", "seconds", "seed")},
            complete=result.diagnosis is None,
            inputs=PlanInputs.model_validate(plan.inputs),
            request=PlanInput.model_validate(plan.request),
            subjects=self.subjects(result),
            reference_only=REFERENCE_ONLY,
        )

    def _summary(self, plan: Plan, result: PlanResult) -> dict[str, object]:
        gone = self.people.withdrawn(one.person for seat in result.seats for one in seat.people)
        objective = Objective(plan.objective)
        return {
            **{name: getattr(plan, name) for name in ("id", "created_at", "actor", "derived_from", "fingerprint")},
            **{name: getattr(result, name) for name in ("value", "places", "filled", "proven")},
            "objective": text(OBJECTIVES[objective]),
            "objective_code": objective.value,
            "adopted": plan.id == self.adopted,
            "outdated": self.outdated(plan),
            "withdrawn": len(gone),
            "repair": f"/api/v1/plans/{plan.id}/repair" if gone else None,
        }

    def subjects(self, result: PlanResult) -> list[schemas.SubjectPlanView]:
        """Return the seats by subject."""
        roles = {role: text(role_name(self.session, role)) for role in {seat.role for seat in result.seats}}
        kinds = {seat.subject: seat.kind for seat in result.seats}
        return [
            schemas.SubjectPlanView(
                kind=kind,
                id=subject,
                name=text(_name(self.session, kind, subject)),
                seats=[self._seat(seat, AskedRole(code=seat.role, **dict(roles[seat.role]))) for seat in _seats(result, subject)],
                pairs=[schemas.PairPlaceView(**pair.model_dump(exclude={"subject"})) for pair in result.pairs if pair.subject == subject],
            )
            for subject, kind in kinds.items()
        ]

    def _seat(self, seat: StaffedSeat, role: AskedRole) -> schemas.SeatView:
        return schemas.SeatView(
            id=seat.id,
            role=role,
            places=seat.places,
            empty=seat.empty,
            hours=seat.hours,
            people=[self._placed(one) for one in seat.people],
            alternates=[self._placed(one) for one in seat.standby],
        )

    def _placed(self, one: PlacedPerson) -> schemas.PlacedView:
        person = self.people.view(one.person)
        hidden = person.withdrawn
        return schemas.PlacedView(
            person=person, score=None if hidden else one.score, band=None if hidden else BANDS[one.band], pinned=one.pinned
        )

    def diagnosis(self, plan: Plan) -> schemas.DiagnosisView:
        """Return why places of a plan stay empty."""
        found = result_of(plan).diagnosis
        if found is None:
            return schemas.DiagnosisView(
                plan=plan.id, complete=True, seats=[], unmet={}, shortage=None, relaxations=[], ask=[], ask_fills=0
            )
        return schemas.DiagnosisView(
            plan=plan.id,
            complete=False,
            seats=[
                schemas.EmptySeatView(
                    seat=seat.seat,
                    missing=seat.missing,
                    left=[schemas.GateView(gate=gate, people=seat.left[gate], **GATES[gate]._asdict()) for gate in Gate],
                )
                for seat in found.seats
            ],
            unmet=found.unmet,
            shortage=schemas.ShortageView(**found.shortage.model_dump()) if found.shortage else None,
            relaxations=self._relaxations(found, seats_called(self.subjects(result_of(plan)))),
            ask=[schemas.AskingView(person=self.people.view(one.person), seat=one.seat) for one in found.ask],
            ask_fills=found.ask_fills,
        )

    def _relaxations(self, found: DiagnosisRecord, seats: Mapping[str, Bilingual]) -> list[schemas.RelaxationView]:
        named = {part for one in found.relaxations for key in one.changes for part in key.split(", ")}
        called = {**self.people.names(part for part in named if _is_person(part, found)), **seats}
        return [
            schemas.RelaxationView(
                kind=one.kind, size=one.size, words=text(relaxation_words(one.kind, one.changes, called)), changes=one.changes
            )
            for one in found.relaxations
        ]


def _is_person(part: str, found: DiagnosisRecord) -> bool:
    return ":" not in part and part not in found.unmet


def _seats(result: PlanResult, subject: str) -> list[StaffedSeat]:
    order = list(RoleCode)
    return sorted((seat for seat in result.seats if seat.subject == subject), key=lambda seat: order.index(seat.role))


def sensitivities(session: Session, result: PlanResult) -> frozenset[Sensitivity]:
    """Return how sensitive the subjects of a plan are today; what is there no more counts as restricted."""
    subjects = {seat.subject: seat.kind for seat in result.seats}
    found = [_subject(session, kind, subject) for subject, kind in subjects.items()]
    return frozenset(subject.sensitivity if subject else Sensitivity.RESTRICTED for subject in found)


def _name(session: Session, kind: SubjectKind, subject: str) -> Bilingual:
    found = _subject(session, kind, subject)
    return found.name if found else Bilingual(en=subject, vi=subject)


def _subject(session: Session, kind: SubjectKind, subject: str) -> NamedSubject | None:
    try:
        return find_subject(session, kind, subject)
    except (NotFound, NotOnListInForce):  # it left the list after the plan was made
        return None


def _now(session: Session, recommender: Recommender) -> dict[str, object]:
    stored = read_stored(session)
    day = recommender.settings.selection_day(recommender.clock)
    try:
        weights = {role.value: current_weights(session, role.family).version for role in (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)}
        pair_weights = current_pair_weights(session).version
    except Unavailable:  # nothing is loaded any more: everything is different
        weights, pair_weights = {}, ""
    return {
        "experts": stored.expert_changes,
        "catalogue": stored.catalogue_changes,
        "text_space": stored.space_version,
        "weights": weights,
        "pair_weights": pair_weights,
        "selection_date": day,
    }


def _same_weights(name: str, then: object, now: object) -> bool:
    """Return whether a plan of one role alone rests on the same weights."""
    return name == "weights" and isinstance(then, dict) and isinstance(now, dict) and then.items() <= now.items()


def adoptions(session: Session) -> list[schemas.AdoptionView]:
    """Return the history of adoptions, the latest first."""
    rows = session.scalars(sa.select(PlanAdoption).order_by(col(PlanAdoption.id).desc()))
    return [schemas.AdoptionView.model_validate(row, from_attributes=True) for row in rows]
