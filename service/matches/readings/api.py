"""Addresses of readings: what was read of a person, and decisions on it."""

from service.identity.access.acting import Acting
from service.kit.fields import RowNumber
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.matches.readings import operations
from service.matches.readings.queries import readings_of
from service.matches.readings.schemas import PersonReadings, ReadingJudgementInput, ReadingJudgementView
from service.matches.recommendations.dependencies import FromRecommender
from service.people.profiles.guards import ExpertToExtend, ExpertToRead

router = APIRouter(prefix="/experts/{expert_id}/readings", tags=["readings"], responses=responses(401, 403, 404))


@router.get("", responses=responses(503))
def list_readings(expert: ExpertToRead, session: Reading, recommender: FromRecommender) -> PersonReadings:
    """Show what was read of each item: capabilities, whether the work was led, and what people decided about it."""
    return readings_of(session, recommender, expert.id)


@router.post("/judgements", status_code=201)
def judge_reading(expert: ExpertToExtend, word: ReadingJudgementInput, session: Writing, by: Acting) -> ReadingJudgementView:
    """Confirm or reject a reading. It counts from the next answer on; what a person says to their own advantage waits for a coordinator."""
    return ReadingJudgementView.of(operations.judge(session, by, expert, word))


@router.delete("/judgements/{judgement_id}", status_code=204)
def remove_judgement(expert: ExpertToExtend, judgement_id: RowNumber, session: Writing, by: Acting) -> None:
    """Take a decision back: what was read counts again."""
    operations.remove(session, by, expert, judgement_id)
