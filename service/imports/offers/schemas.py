"""What the API takes and shows of offers."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from models.vocabulary import EvidenceKind, Language
from service.imports.formats.cv.reading import MOST_OFFERS
from service.kit.fields import Input, Prose, Title, one_line
from service.people.evidence.schemas import EvidenceView

Source = Annotated[str, StringConstraints(max_length=300, pattern=r"^(?:cv|doi|orcid|openalex):[^\x00-\x1f]+$"), AfterValidator(one_line)]


class OfferInput(Input):
    """An item that the person takes over, as it was offered or corrected."""

    kind: EvidenceKind
    language: Language
    title: Title
    text: Prose = ""
    starts: date | None = None
    ends: date | None = None
    source: Source = Field(examples=["cv:page 2"], description="Where it was read; kept with the item")


class OfferView(BaseModel):
    """An item that was read and has not entered anywhere."""

    kind: EvidenceKind
    language: Language
    title: str
    text: str
    starts: date | None
    ends: date | None
    source: str
    organisation: str = Field(description="As the file writes it; empty where it names none")
    page: int | None = Field(description="Of a CV; null for a registry")
    passage: str = Field(description="The words that the item was read from")
    known: bool = Field(description="Whether the profile holds this item already")

    def taken(self) -> OfferInput:
        """Return what is sent to take the item over as it is."""
        return OfferInput.model_validate(self.model_dump(include=set(OfferInput.model_fields)))


class OffersView(BaseModel):
    """What a file offers. The file is not kept, and nothing is changed before items are accepted."""

    format: Literal["cv", "orcid", "openalex"]
    person: str = Field(description="Whose record it is, by its own words; empty for a CV")
    offers: list[OfferView]


class FetchInput(Input):
    """Which registry to ask for the person's record."""

    registry: Literal["orcid", "openalex"]


class Acceptance(Input):
    """The items that the person confirms."""

    offers: Annotated[list[OfferInput], Field(min_length=1, max_length=MOST_OFFERS)]


class Accepted(BaseModel):
    """The items that entered, as declarations; those that the profile held already are counted alone."""

    added: list[EvidenceView]
    unchanged: int


def view_of(fields: dict[str, Any], *, organisation: str, page: int | None, passage: str, known: bool) -> OfferView:
    """Return the view of an offer with the ``fields`` of an item of evidence."""
    given = {name: fields.get(name) for name in ("kind", "language", "title", "starts", "ends", "source")}
    return OfferView(**given, text=fields.get("text", ""), organisation=organisation, page=page, passage=passage, known=known)
