"""From a request to everything that a plan is solved from: seats, rankings, rules; one way for plans, prices, repairs and what-ifs."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlmodel import Session

from matching.assignment.objective import Objective
from matching.assignment.problem import Choice
from matching.plan.building import Field
from matching.plan.request import Capacity, Exclusion, PlanRequest, PlanSeat, Quota
from matching.ranking.ranking import Ranking, rank
from models.vocabulary import RoleCode, Sensitivity
from service.catalogue.products.queries import default_list
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import find_subject, kind_of
from service.kit.problems import Invalid
from service.matches.network.live import read_stored
from service.matches.pairs.weights import current_pair_weights
from service.matches.plans.records import PlanInputs
from service.matches.plans.requests import ExclusionInput, PinInput, PlanInput, PlanRole, SeatInput
from service.matches.plans.saved import taken_of
from service.matches.recommendations.cells import products_of
from service.matches.recommendations.recommending import Recommendation, Recommender


@dataclass(frozen=True, eq=False)
class Question:
    """``fields`` name every seat, with ids in force; ``kinds`` of the subjects; ``field`` is what the plan is solved from."""

    fields: PlanInput
    kinds: Mapping[str, SubjectKind]
    field: Field
    inputs: PlanInputs
    sensitivities: frozenset[Sensitivity]

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of inputs and request: the same fingerprint, the same plan."""
        both = [self.inputs.model_dump(mode="json"), self.fields.model_dump(mode="json")]
        return hashlib.sha256(json.dumps(both, sort_keys=True).encode()).hexdigest()


def ask(session: Session, recommender: Recommender, fields: PlanInput, weights: Mapping[str, float] | None = None) -> Question:
    """Return the question; raises what the recommender raises, and ``Invalid`` naming what does not belong together."""
    stored = read_stored(session)
    found, kinds, in_force = _recommendations(session, recommender, _wanted(session, fields))
    fields = _in_force(fields, found, in_force)
    rankings = {seat: _weighted(recommendation.ranking, weights) for seat, (_, recommendation) in found.items()}
    request = request_of(session, fields)
    some = {recommendation.inputs.need.role: recommendation for _, recommendation in found.values()}
    first = next(iter(some.values()))
    pair_weights = current_pair_weights(session)
    inputs = PlanInputs(
        experts=stored.expert_changes,
        catalogue=stored.catalogue_changes,
        text_space=first.text_space,
        rule_set=first.inputs.rule_set,
        weights={role.value: one.inputs.weights.version for role, one in sorted(some.items())},
        pair_weights=pair_weights.version,
        selection_date=first.inputs.need.selection_date,
    )
    sensitivities = frozenset(recommendation.inputs.subject.sensitivity for _, recommendation in found.values())
    return Question(fields, kinds, Field(request, rankings, pair_weights), inputs, sensitivities)


def seat_id(subject: str, role: PlanRole | RoleCode) -> str:
    """Return how a seat is called in results."""
    return f"{subject}:{role.value}"


def open_only(session: Session, fields: PlanInput) -> PlanInput:
    """Return the request with the list in force written out, without what is restricted; a request that names its seats stays."""
    if fields.seats is not None:
        return fields
    subjects = [find_subject(session, SubjectKind.PRODUCT, seat.subject) for seat in _wanted(session, fields)]
    seats = [seat for seat, subject in zip(_wanted(session, fields), subjects, strict=True) if subject.sensitivity is Sensitivity.OPEN]
    return fields.model_copy(update={"seats": seats})


def _wanted(session: Session, fields: PlanInput) -> list[SeatInput]:
    if fields.seats is not None:
        return fields.seats
    products = products_of(session, default_list(session) or "")
    if not products:
        raise Invalid.field("seats", en="is missing and no product list is loaded", vi="còn thiếu và chưa nạp danh mục nào")
    return [SeatInput(subject=product.id, role=role) for product in products for role in PlanRole]


_Found = dict[str, tuple[SeatInput, Recommendation]]


def _recommendations(
    session: Session, recommender: Recommender, seats: list[SeatInput]
) -> tuple[_Found, dict[str, SubjectKind], dict[str, str]]:
    """Return by seat what was asked and its recommendation, the kinds of the subjects, and the id in force of every id asked for."""
    found: _Found = {}
    kinds: dict[str, SubjectKind] = {}
    in_force: dict[str, str] = {}
    for subject in dict.fromkeys(seat.subject for seat in seats):
        kind = _kind(session, subject)
        of_subject = [seat for seat in seats if seat.subject == subject]
        roles = [RoleCode(seat.role.value) for seat in of_subject]
        for seat, recommendation in zip(of_subject, recommender.recommend_each(session, kind, subject, roles), strict=True):
            in_force[subject] = recommendation.inputs.subject.id
            identifier = seat_id(in_force[subject], seat.role)
            if identifier in found:
                raise Invalid.field("seats", en=f"names {identifier} twice", vi=f"nêu {identifier} hai lần")
            found[identifier], kinds[in_force[subject]] = (seat, recommendation), kind
    return found, kinds, in_force


def _kind(session: Session, subject: str) -> SubjectKind:
    kind = kind_of(session, subject)
    if kind is SubjectKind.GROUP:
        raise Invalid.field("seats", en=f"needs products or projects, not {subject}", vi=f"cần sản phẩm hoặc dự án, không phải {subject}")
    return kind


def _in_force(fields: PlanInput, found: _Found, in_force: Mapping[str, str]) -> PlanInput:
    """Return the request with every seat written out and every subject by its id in force; raises ``Invalid`` for rules of other seats."""
    seats = [
        SeatInput(
            subject=identifier.rpartition(":")[0],
            role=seat.role,
            pairs=seat.pairs or fields.pairs,
            alternates=fields.alternates if seat.alternates is None else seat.alternates,
            hours=fields.hours if seat.hours is None else seat.hours,
        )
        for identifier, (seat, _) in sorted(found.items())
    ]

    def named(subject: str, place: str, role: PlanRole | None = None) -> str:
        known = in_force.get(subject, subject)
        if not any(seat.subject == known and role in {None, seat.role} for seat in seats):
            shown = seat_id(known, role) if role else known
            raise Invalid.field(place, en=f"names {shown}, which is no seat of this plan", vi=f"nêu {shown}, không thuộc kế hoạch này")
        return known

    return fields.model_copy(
        update={
            "seats": seats,
            "pins": _unique(
                pin.model_copy(update={"subject": named(pin.subject, f"pins.{at}", pin.role)}) for at, pin in enumerate(fields.pins)
            ),
            "exclusions": [
                one.model_copy(update={"subject": named(one.subject, f"exclusions.{at}", one.role)}) if one.subject else _whole(one, at)
                for at, one in enumerate(fields.exclusions)
            ],
            "minima": [
                one.model_copy(update={"subjects": [named(subject, f"minima.{at}") for subject in one.subjects]})
                if one.subjects is not None
                else one
                for at, one in enumerate(fields.minima)
            ],
        }
    )


def _unique(pins: Iterable[PinInput]) -> list[PinInput]:
    return list({(pin.person, pin.subject, pin.role): pin for pin in pins}.values())


def _whole(one: ExclusionInput, at: int) -> ExclusionInput:
    if one.role is not None:
        raise Invalid.field(f"exclusions.{at}.role", en="needs a subject beside it", vi="cần có đối tượng đi kèm")
    return one


def request_of(session: Session, fields: PlanInput) -> PlanRequest:
    """Return a request that names every seat as the matcher takes it."""
    seats = tuple(
        PlanSeat(seat.subject, RoleCode(seat.role.value), seat.pairs or 1, seat.alternates or 0, seat.hours or 0)
        for seat in fields.seats or []
    )
    people = [one.person for one in fields.capacities]
    if len(set(people)) < len(people):
        raise Invalid.field("capacities", en="names somebody twice", vi="nêu một người hai lần")
    return PlanRequest(
        seats=seats,
        seats_per_person=fields.seats_per_person,
        capacities=tuple(Capacity(one.person, one.seats, one.hours) for one in fields.capacities),
        pins=tuple((pin.person, seat_id(pin.subject, pin.role)) for pin in fields.pins),
        exclusions=tuple(exclusion for one in fields.exclusions for exclusion in _exclusions(one)),
        quotas=tuple(
            Quota(one.least, one.trait, one.value, _seats_of(seats, one.subjects) if one.subjects is not None else None)
            for one in fields.minima
        ),
        objective=fields.objective,
        earlier=_earlier(session, fields),
    )


def _exclusions(one: ExclusionInput) -> list[Exclusion]:
    if one.subject is None:
        return [Exclusion(one.person)]
    return [Exclusion(one.person, seat_id(one.subject, role)) for role in ([one.role] if one.role else PlanRole)]


def _seats_of(seats: Iterable[PlanSeat], subjects: Iterable[str]) -> frozenset[str]:
    wanted = set(subjects)
    return frozenset(seat.id for seat in seats if seat.subject_id in wanted)


def _earlier(session: Session, fields: PlanInput) -> tuple[Choice, ...]:
    if fields.earlier is not None:
        return taken_of(session, fields.earlier)
    if fields.objective is Objective.FEWEST_CHANGES:
        raise Invalid.field("earlier", en="is required for fewest-changes: the plan to change", vi="là bắt buộc với fewest-changes")
    return ()


def _weighted(ranking: Ranking, weights: Mapping[str, float] | None) -> Ranking:
    """Return the ranking with other weights for the signals that its role has, the sum of all kept."""
    own = {code: weight for code, weight in (weights or {}).items() if code in ranking.weights.of_signal}
    if not own:
        return ranking
    changed = {**ranking.weights.of_signal, **own}
    whole, before = sum(changed.values()), sum(ranking.weights.of_signal.values())
    scaled = {code: weight * before / whole for code, weight in changed.items()} if whole > 0 else changed
    return rank(ranking.need, ranking.network, ranking.gatekeeper, replace(ranking.weights, of_signal=scaled))
