"""A group of alternatives as one line of a form: ``id | id = name in Vietnamese = name in English``, the names being optional."""

from typing import Any

from service.administration.products.schemas import Alternatives

BETWEEN_MEMBERS, BEFORE_NAMES = "|", "="


def read_group(line: str) -> dict[str, Any]:
    """Return what ``line`` says, to be validated; a line with one name of the two keeps the other empty, which is refused."""
    members, *names = (part.strip() for part in line.split(BEFORE_NAMES, 2))
    label = {"vi": names[0], "en": "".join(names[1:])} if any(names) else None
    return {"capabilities": [one.strip() for one in members.split(BETWEEN_MEMBERS) if one.strip()], "label": label}


def written_group(group: Alternatives) -> str:
    """Return the line that ``read_group`` reads as ``group``."""
    members = f" {BETWEEN_MEMBERS} ".join(group.capabilities)
    return f" {BEFORE_NAMES} ".join([members, group.label.vi, group.label.en]) if group.label else members
