"""What the API takes and shows of an entry of a capability."""

from pydantic import Field

from service.administration.fields import Reason, Words
from service.kit.fields import Code, Input, Named

_WORDS = [{"vi": "đo lượng tử", "en": "quantum metrology"}]


class OtherNames(Input):
    """Other names in both languages, abbreviations included."""

    vi: list[Named] = Field(default=[], max_length=30)
    en: list[Named] = Field(default=[], max_length=30)


class CapabilityContent(Input):
    """What can be changed of a capability; a name belongs to one capability alone."""

    label: Words = Field(examples=_WORDS)
    aliases: OtherNames = OtherNames()
    parent: Code | None = Field(default=None, description="Id of the broader capability")


class CapabilityCreate(CapabilityContent):
    """A new capability with its reason."""

    id: Code = Field(examples=["quantum-metrology"], max_length=40)
    reason: Reason


class CapabilityChange(Input):
    """What to change; what is not named stays."""

    label: Words | None = None
    aliases: OtherNames | None = None
    parent: Code | None = None
    reason: Reason


class CapabilityEntry(CapabilityContent):
    """A capability as it can be changed."""

    id: str
