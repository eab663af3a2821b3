"""What a search takes and says."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from models.vocabulary import Language, NeedLevel, RoleCode
from service.catalogue.products.schemas import CapabilityReference
from service.kit.fields import Identifier, Input
from service.kit.texts import Text
from service.matches.recommendations.schemas import AskedRole, Counts, EntryView, ExpertCard, ExplanationBody, ModelVersions, Verdict

# About three pages. Encoding takes half a millisecond a character where the words are rare.
LONGEST_TEXT = 8_000
MOST_EXAMPLES, MOST_CHOSEN = 5, 60
Pasted = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Chosen = Annotated[list[Identifier], Field(max_length=MOST_CHOSEN)]


class BriefInput(Input):
    """A description of work in Vietnamese, English or both."""

    text: Pasted = Field(examples=["Xây dựng trợ lý ảo tiếng Việt dựa trên mô hình ngôn ngữ lớn"])


class Levels(Input):
    """Capabilities by level; null takes what was read, an empty list names none. What the text does not want is never compared."""

    must: Chosen | None = None
    nice: Chosen | None = None
    excluded: Chosen | None = Field(default=None, description="The words that name these are left out of the comparison")
    role: RoleCode | None = Field(default=None, description="With a role its rules and weights apply; without, the fit with the text alone")


class PeopleInput(Levels):
    """A text, or without one the capabilities that are looked for."""

    text: Pasted = ""


class SimilarInput(Levels):
    """One to five people whose evidence is what is looked for."""

    experts: Annotated[list[Identifier], Field(min_length=1, max_length=MOST_EXAMPLES)]


class NamedView(CapabilityReference):
    """A capability that was read, with the words that name it and the level that is proposed."""

    words: list[str]
    times: int
    level: NeedLevel


class BriefView(BaseModel):
    """What was read in a text; ``must``, ``nice`` and ``excluded`` can be edited and sent with the search."""

    languages: list[Language]
    capabilities: list[NamedView]
    must: list[str]
    nice: list[str]
    excluded: list[str]
    verdict: Verdict


class SearchHead(BaseModel):
    """What lists and explanations of a search share."""

    role: AskedRole | None
    must: list[CapabilityReference]
    nice: list[CapabilityReference]
    excluded: list[CapabilityReference]
    named: list[NamedView] = Field(description="What was read in the text or in the evidence of the examples")
    examples: list[ExpertCard] = Field(description="Who was given as an example; they stay on the list, marked by standing here")
    model: ModelVersions
    verdict: Verdict = Field(description="some, nobody, or no_evidence: nothing in the text to search by")
    calibration: Text
    counts: Counts
    reference_only: Text


class SearchList(SearchHead):
    """One page of the people who were found, best first."""

    items: list[EntryView]
    total: int
    next: str | None = Field(default=None, description="Cursor of the next page; null on the last")


class SearchExplanation(SearchHead, ExplanationBody):
    """Why somebody stands where they stand in a search."""
