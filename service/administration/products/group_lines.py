"""A group of alternatives as one line of a form: ``capability | capability = name in Vietnamese = name in English``, or without names."""

from typing import Any

from service.administration.products.capability_names import CapabilityNames
from service.administration.products.schemas import Alternatives

BETWEEN_MEMBERS, BEFORE_NAMES = "|", "="


def read_group(line: str, names: CapabilityNames) -> dict[str, Any]:
    """Return what ``line`` says, to be validated; a line with one name of the two keeps the other empty, which is refused."""
    members, *label_parts = (part.strip() for part in line.split(BEFORE_NAMES, 2))
    label = {"vi": label_parts[0], "en": "".join(label_parts[1:])} if any(label_parts) else None
    return {"capabilities": [names.id(one) for one in members.split(BETWEEN_MEMBERS) if one.strip()], "label": label}


def written_group(group: Alternatives, names: CapabilityNames) -> str:
    """Return the line that ``read_group`` reads as ``group``."""
    members = f" {BETWEEN_MEMBERS} ".join(names.name(one) for one in group.capabilities)
    return f" {BEFORE_NAMES} ".join([members, group.label.vi, group.label.en]) if group.label else members
