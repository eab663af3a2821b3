"""What the API takes and shows of a person. Contact details are taken and never shown: no view has them."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from models.vocabulary import ConsentPurpose, NameOrder, RoleCode
from service.kit.fields import Code, Country, Email, Hours, Input, LanguageTag, Line, Named, Orcid, Prose
from service.kit.texts import RowView, Text

EXPERT_ID = Field(examples=["E000001"])
Aliases = Annotated[list[Named], Field(max_length=20)]
Codes = Annotated[list[Code], Field(max_length=20)]
Languages = Annotated[list[LanguageTag], Field(max_length=20)]


class Headline(Input):
    """One line about a person, in one or both languages."""

    vi: Line = ""
    en: Line = ""


class Biography(Input):
    """A longer text about a person, in one or both languages."""

    vi: Prose = ""
    en: Prose = ""


class ExpertCreate(Input):
    """A new person."""

    display_name: Named = Field(examples=["Nguyễn Văn An"], description="As its owner writes it")
    family_name: Line = Field(default="", max_length=200, examples=["Nguyễn"], description="Empty for somebody with one name")
    given_name: Named = Field(examples=["Văn An"])
    name_order: NameOrder = NameOrder.FAMILY_FIRST
    aliases: Aliases = Field(default=[])
    headline: Headline = Headline()
    biography: Biography = Biography()
    country: Country = Field(examples=["VN"], description="ISO 3166-1 alpha-2")
    sub_network: Code | None = Field(default=None, examples=["germany"])
    themes: Codes = Field(default=[], examples=[["semiconductors"]])
    languages: Languages = Field(default=[], examples=[["vi", "en"]])
    email: Email = Field(default="", description="Kept, and never shown by this API")
    orcid: Orcid | None = None
    available_from: date | None = None
    available_until: date | None = None
    hours_per_week: Hours | None = None
    record_complete: bool = Field(default=False, description="The person's word that nothing is missing from the record")


class ExpertChange(Input):
    """The fields to change; the others stay. A text in one language leaves the other language as it is."""

    display_name: Named | None = None
    family_name: Annotated[Line, Field(max_length=200)] | None = None
    given_name: Named | None = None
    name_order: NameOrder | None = None
    aliases: Aliases | None = None
    headline: Headline | None = None
    biography: Biography | None = None
    country: Country | None = None
    sub_network: Code | None = None
    themes: Codes | None = None
    languages: Languages | None = None
    email: Email | None = None
    orcid: Orcid | None = None
    available_from: date | None = None
    available_until: date | None = None
    hours_per_week: Hours | None = None
    record_complete: bool | None = None


class _ExpertOutline(RowView):
    """What a list and a record both say of a person."""

    id: str = EXPERT_ID
    display_name: str = Field(examples=["Nguyễn Văn An"], description="As its owner writes it")
    headline: Text | None
    country: str = Field(examples=["VN"])
    sub_network: str = Field(examples=["vietnam"])
    themes: list[str]
    languages: list[str] = Field(examples=[["vi", "en"]])
    refreshed_on: date
    synthetic: bool = Field(description="Whether the person is invented")


class ExpertSummary(_ExpertOutline):
    """A person on a list."""

    near: bool = Field(default=False, description="The search found nobody, and this name is near what was asked")


class ConsentView(RowView):
    """Where a person stands on one purpose."""

    purpose: ConsentPurpose
    given: bool
    text_version: str | None = Field(examples=["2026-01"])
    given_at: datetime | None
    withdrawn_at: datetime | None


class WillingnessView(RowView):
    """A person's dated word on a role."""

    role: RoleCode
    willing: bool
    declared_on: date


class ExpertView(_ExpertOutline):
    """A person, without contact details."""

    family_name: str
    given_name: str
    name_order: NameOrder
    aliases: list[str]
    biography: Text | None
    orcid: str | None
    available_from: date | None
    available_until: date | None
    hours_per_week: int | None
    record_complete: bool
    consents: list[ConsentView]
    willingness: list[WillingnessView]
