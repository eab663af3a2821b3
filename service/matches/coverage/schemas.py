"""What the API says of coverage: numbers of people, gaps, single points of failure and recruiting briefs."""

from pydantic import BaseModel, Field

from models.vocabulary import RoleCode
from service.catalogue.products.schemas import CapabilityReference, GroupReference, ProductReference
from service.catalogue.rules.schemas import RuleView
from service.kit.texts import Text
from service.matches.recommendations.schemas import BandView, RecommendationHead

HIDDEN = "Null where the number is small enough to single somebody out"


class CountsView(BaseModel):
    """How many people; nobody without consent to matching is counted. Null: too few to be shown in a breakdown."""

    consenting: int | None = Field(description="Consent to matching")
    available: int | None = Field(description="Of them, have not declined the role and stay until the work begins")
    eligible: int | None = Field(description="Meet every mandatory rule and have no conflict of interest")
    evidence_missing: int | None = Field(description="May be proposed, but a mandatory rule is not shown")
    fitting: int | None = Field(description="May be proposed and reach the threshold")
    ready: int | None = Field(description="Fit and meet every mandatory rule: could be named today. Zero is a gap")


class PersonReference(BaseModel):
    """A person by id and name."""

    id: str = Field(examples=["E000123"])
    display_name: str
    synthetic: bool


class CapabilityCoverage(BaseModel):
    """A required capability and how many people show it; ``alone`` is the only person who could be named today and shows it."""

    capability: CapabilityReference
    counts: CountsView
    unmet: bool = Field(description="Whether nobody who could be named today shows it")
    alone: PersonReference | None


class DepthView(BaseModel):
    """The band of who stands at some places of the list; null where the list ends before, or where few are hidden."""

    first: BandView | None
    third: BandView | None
    tenth: BandView | None


class CellCoverage(BaseModel):
    """A product and a role."""

    product: ProductReference
    group: str | None = Field(examples=["G03"])
    role: RoleCode
    counts: CountsView
    depth: DepthView
    unmet: bool = Field(description="Whether nobody fits, as the verdict of the list says")
    alone: PersonReference | None = Field(description="The only person who could be named today: a single point of failure")
    capabilities: list[CapabilityCoverage]
    groups: int = Field(description="Required groups of capabilities, of each of which one is enough")
    groups_unmet: int = Field(description="Of them, those of which nobody who could be named today shows a capability")


class GroupCoverage(BaseModel):
    """The cells of a technology group together; people are counted once."""

    group: GroupReference
    cells: int
    unmet: int = Field(description="Cells where nobody fits")
    single: int | None = Field(description=f"Cells that one person alone carries. {HIDDEN}")
    counts: CountsView


class LabelCoverage(BaseModel):
    """People of one country, sub-network or language, counted once over all cells."""

    code: str = Field(examples=["DE"])
    name: Text
    counts: CountsView


class KeyPersonView(BaseModel):
    """A person on whom cells lean."""

    person: PersonReference
    first: int = Field(description="Cells that would lose their first candidate")
    only: int = Field(description="Of them, cells where nobody would be left to name")


class FiltersView(BaseModel):
    """What the map was narrowed to."""

    group: str | None = None
    sub_network: str | None = None
    country: str | None = None
    language: str | None = None


class CoverageMap(BaseModel):
    """The map of the list in force: every product and role, what is missing and on whom it leans."""

    catalogue: str = Field(examples=["QD21-2026"])
    filters: FiltersView
    people: int | None = Field(description=f"People who consent to matching and pass the filters. {HIDDEN}")
    without_consent: int = Field(
        description="People of the whole network without consent to matching: counted nowhere else. Who came from a file and has not "
        "answered yet is not among them"
    )
    smallest_shown: int = Field(description="Smaller numbers of people are not shown in breakdowns and filtered maps")
    cells: list[CellCoverage]
    groups: list[GroupCoverage]
    sub_networks: list[LabelCoverage]
    countries: list[LabelCoverage]
    languages: list[LabelCoverage]
    leaning: list[KeyPersonView] = Field(description="On whom most cells lean; empty when people are filtered")
    reference_only: Text


class PlaceCount(BaseModel):
    """How many of the nearest people are in one place."""

    code: str
    name: Text
    people: int | None = Field(description=HIDDEN)


class RuleLack(BaseModel):
    """A mandatory rule for which evidence is missing: what was found of what is asked."""

    rule: str = Field(examples=["R-YEARS"])
    label: Text
    clause: Text
    found: float | None
    minimum: float | None


class NearView(BaseModel):
    """Somebody who nearly closes the gap, and what they lack."""

    person: PersonReference
    country: str
    sub_network: str
    score: float
    fits: float = Field(description="The score from which somebody fits")
    rules: list[RuleLack]
    capabilities: list[CapabilityReference]
    hours_offered: int | None = Field(description="Hours a week; null where nothing was declared")
    hours_wanted: int


class RecruitingBrief(RecommendationHead):
    """What to look for where the network has nobody, or too few."""

    capability: CapabilityReference | None = Field(description="The capability that is missing; null for the whole role")
    open: bool = Field(description="Whether nobody closes the gap now")
    situation: Text
    numbers: CountsView
    wanted: list[CapabilityCoverage]
    rules: list[RuleView]
    pool: int = Field(description="How many of the nearest people the places count")
    sub_networks: list[PlaceCount]
    countries: list[PlaceCount]
    nearest: list[NearView] = Field(description="Empty when people were left out")


class CellBrief(BaseModel):
    """One cell with its recruiting brief."""

    cell: CellCoverage
    brief: RecruitingBrief
