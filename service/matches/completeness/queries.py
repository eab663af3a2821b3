"""Asks of everybody in the network what the record still lacks."""

from collections import Counter
from collections.abc import Sequence

from sqlmodel import Session

from matching.gate.asking import Question, questions_to
from matching.needs import RoleNeed
from matching.profiles import Profile
from models.vocabulary import RoleCode
from service.catalogue.rules.in_force import read_rules
from service.catalogue.rules.policy import gate_policy
from service.matches.completeness.schemas import CompletenessView, LackCount, PersonToAsk, QuestionView
from service.matches.network.live import read_stored
from service.matches.recommendations.recommending import Recommender

ROLES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)
Lacking = list[tuple[Profile, tuple[Question, ...]]]


def lacking(session: Session, recommender: Recommender) -> Lacking:
    """Return everybody in the network with what is to be asked, by id; raises ``Unavailable`` while nobody is read."""
    day, policy = recommender.settings.selection_day(recommender.clock), gate_policy(recommender.settings)
    needs = [_need(session, role, recommender) for role in ROLES]
    profiles = recommender.live.snapshot(session, read_stored(session)).network.profiles
    return [(profile, questions_to(profile, needs, day, policy)) for profile in profiles]


def completeness(found: Lacking) -> CompletenessView:
    """Return the counts: what most people lack comes first."""
    counts = Counter(kind for _, questions in found for kind in {(one.lack, one.rule) for one in questions})
    order = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return CompletenessView(
        people=len(found),
        complete=sum(not questions for _, questions in found),
        lacking=[LackCount(lack=lack, rule=rule, people=number) for (lack, rule), number in order],
    )


def people_to_ask(found: Lacking, lack: str | None, rule: str | None) -> list[PersonToAsk]:
    """Return whom to ask, the nearest to complete first, then by id; those who lack ``lack``, and of rules ``rule``, where given."""
    asked = [(profile, questions) for profile, questions in found if _lacks(questions, lack, rule)]
    asked.sort(key=lambda entry: (len(entry[1]), entry[0].id))
    return [_person(profile, questions) for profile, questions in asked]


def _lacks(questions: Sequence[Question], lack: str | None, rule: str | None) -> bool:
    return any(lack in {None, one.lack} and rule in {None, one.rule} for one in questions)


def _person(profile: Profile, questions: Sequence[Question]) -> PersonToAsk:
    return PersonToAsk(
        id=profile.id,
        display_name=profile.name,
        synthetic=profile.synthetic,
        refreshed_on=profile.refreshed_on,
        questions=[QuestionView(lack=one.lack, rule=one.rule, role=one.role) for one in questions],
    )


def _need(session: Session, role: RoleCode, recommender: Recommender) -> RoleNeed:
    day = recommender.settings.selection_day(recommender.clock)
    return RoleNeed("", role, (), (), (), (), tuple(read_rules(session, role, day)), day)
