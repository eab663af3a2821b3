"""The lines of the signing form: each condition that nobody has judged, with reason and document of whoever leaves it open."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from service.kit.forms import Fields
from service.selection.drafts.schemas import EntryView

REASON, DOCUMENT = "open_reason", "open_document"


class OpenLine(NamedTuple):
    """A condition of a person in a role, and what was typed about it."""

    role: str
    expert_id: str
    rule: str
    reason: str = ""
    document: str = ""

    @property
    def fields(self) -> tuple[str, str]:
        """Return the names of the two fields of the line."""
        return _field(REASON, self), _field(DOCUMENT, self)


def open_lines(entries: Iterable[EntryView], typed: Mapping[str, Any]) -> Iterator[tuple[EntryView, OpenLine]]:
    """Return a line for each open condition of whoever is listed, filled with what was ``typed``."""
    for entry in entries:
        for rule in entry.open_rules if entry.position is not None and entry.expert_id else ():
            line = OpenLine(entry.role.value, str(entry.expert_id), rule)
            yield entry, line._replace(reason=typed.get(line.fields[0], ""), document=typed.get(line.fields[1], ""))


def take_lines(fields: Fields) -> list[OpenLine]:
    """Take the lines out of ``fields``; a line of which nothing was typed is left out."""
    texts: dict[tuple[str, str, str], dict[str, str]] = {}
    for name in [name for name in fields if name.startswith((f"{REASON}|", f"{DOCUMENT}|"))]:
        what, *about = name.split("|")
        said = str(fields.pop(name))
        if len(about) == 3:
            texts.setdefault((about[0], about[1], about[2]), {})[what] = said
    return [OpenLine(*about, said.get(REASON, ""), said.get(DOCUMENT, "")) for about, said in texts.items()]


def _field(what: str, line: OpenLine) -> str:
    return "|".join((what, line.role, line.expert_id, line.rule))
