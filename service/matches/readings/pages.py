"""The page of what was read of a person, for the person and for coordinators, with a button for each decision."""

from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import Form, Request, Response
from pydantic import BaseModel, Field

from models.experts import Expert
from models.vocabulary import ReadingMatter, ReadingVerdict
from service.identity.access.acting import Acting
from service.kit.addresses import led_to
from service.kit.fields import RowNumber
from service.kit.late_routes import APIRouter
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated
from service.matches.readings import operations
from service.matches.readings.queries import readings_of, texts_of
from service.matches.readings.schemas import ReadingJudgementInput
from service.matches.recommendations.dependencies import FromRecommender
from service.matches.recommendations.recommending import Recommender
from service.people.profiles.guards import ExpertToExtend, ExpertToRead, OwnExpertToChange, OwnExpertToRead

router = APIRouter(include_in_schema=False)
Done = Literal["", "rejected", "confirmed", "removed"]
OWN, OF_SOMEBODY = "/profile/readings", "/experts/{expert_id}/readings"


class DecisionForm(BaseModel):
    """The fields as a browser sends them; ``back`` is the page of this service that asked."""

    evidence: str
    matter: ReadingMatter
    verdict: ReadingVerdict
    capability: str = ""
    back: str = Field(pattern=r"^/[A-Za-z0-9_/-]*$")

    @property
    def word(self) -> ReadingJudgementInput:
        """Return the decision; raises ``Invalid``."""
        return validated(ReadingJudgementInput, {**self.model_dump(exclude={"back"}), "capability": self.capability or None})


Decision = Annotated[DecisionForm, Form()]


@router.get(OWN)
def own_readings(
    expert: OwnExpertToRead, session: Reading, recommender: FromRecommender, reader: ReaderOfPage, done: Done = "", shown: str = ""
) -> Response:
    """Show what was read of the expert who asks, with what was just decided about ``shown``."""
    return _page(expert, session, recommender, reader, OWN, own=True, done=done, shown=shown)


@router.post(OWN)
def judge_own(expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, form: Decision) -> Response:
    """Set a reading of one's own work aside, or ask for one to be confirmed."""
    operations.judge(session, by, expert, form.word)
    return led_to(request, f"{OWN}?done={form.verdict.value}&shown={quote(form.evidence)}#{quote(form.evidence)}")


@router.post(f"{OWN}/{{judgement_id}}/remove")
def remove_own(expert: OwnExpertToChange, judgement_id: RowNumber, session: Writing, request: Request, by: Acting) -> Response:
    """Take one's own word back."""
    operations.remove(session, by, expert, judgement_id)
    return led_to(request, f"{OWN}?done=removed")


@router.get(OF_SOMEBODY)
def readings_page(expert: ExpertToRead, session: Reading, recommender: FromRecommender, reader: ReaderOfPage) -> Response:
    """Show what was read of a person."""
    return _page(expert, session, recommender, reader, OF_SOMEBODY.format(expert_id=expert.id), own=False, done="", shown="")


@router.post(OF_SOMEBODY)
def judge_page(expert: ExpertToExtend, session: Writing, request: Request, by: Acting, form: Decision) -> Response:
    """Confirm or reject a reading, and lead back to the page that asked."""
    operations.judge(session, by, expert, form.word)
    return led_to(request, form.back)


@router.post(f"{OF_SOMEBODY}/{{judgement_id}}/remove")
def remove_page(expert: ExpertToExtend, judgement_id: RowNumber, session: Writing, request: Request, by: Acting) -> Response:
    """Take a decision back."""
    operations.remove(session, by, expert, judgement_id)
    return led_to(request, OF_SOMEBODY.format(expert_id=expert.id))


def _page(expert: Expert, session: Reading, recommender: Recommender, reader: Reader, address: str, **more: Any) -> Response:
    found = readings_of(session, recommender, expert.id)
    texts = texts_of(session, expert.id)
    return reader.render("matches/readings/readings.html", expert=expert, items=found.items, texts=texts, address=address, **more)
