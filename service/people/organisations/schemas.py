"""What the API takes and shows of an organisation."""

from typing import Annotated

from pydantic import Field, StringConstraints

from service.kit.fields import Country, Identifier, Input, LanguageTag, Named
from service.kit.texts import RowView

Domain = Annotated[str, StringConstraints(max_length=253, to_lower=True, pattern=r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]
RorId = Annotated[str, StringConstraints(pattern=r"^https://ror\.org/0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}$")]


class OtherName(Input):
    """A name in another language, or an older or shorter one."""

    language: LanguageTag
    name: Named


Names = Annotated[list[OtherName], Field(max_length=30)]
Abbreviations = Annotated[list[Named], Field(max_length=20)]
Domains = Annotated[list[Domain], Field(max_length=20)]


class OrganisationCreate(Input):
    """A new organisation."""

    name: Named = Field(examples=["Đại học Bách khoa Hà Nội"], description="No other organisation may have it, letter by letter")
    names: Names = Field(default=[], examples=[[{"language": "en", "name": "Hanoi University of Science and Technology"}]])
    abbreviations: Abbreviations = Field(default=[], examples=[["HUST", "ĐHBKHN"]])
    country: Country | None = Field(default=None, examples=["VN"], description="ISO 3166-1 alpha-2; none: not known")
    parent_id: Identifier | None = Field(default=None, description="The organisation that it is part of")
    ror_id: RorId | None = Field(default=None, examples=["https://ror.org/04nyv3z04"])
    domains: Domains = Field(default=[], examples=[["hust.edu.vn"]], description="Of its e-mail addresses")


class OrganisationChange(Input):
    """The fields to change; the others stay."""

    name: Named | None = None
    names: Names | None = None
    abbreviations: Abbreviations | None = None
    country: Country | None = None
    parent_id: Identifier | None = None
    ror_id: RorId | None = None
    domains: Domains | None = None


class OrganisationView(RowView):
    """An organisation with all its names."""

    id: str = Field(examples=["ORG-000001"])
    name: str
    names: list[OtherName]
    abbreviations: list[str]
    country: str | None
    parent_id: str | None
    ror_id: str | None
    domains: list[str]
    synthetic: bool = Field(description="Whether the organisation is invented")
