"""How a list is laid out on its page: by role who is shown under the filters, and the grid of what people have to judge."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import Query

from models.vocabulary import RoleCode
from service.kit.fields import Country
from service.selection.drafts.people_now import PersonNow
from service.selection.drafts.queries import OF_PEOPLE
from service.selection.drafts.schemas import EntryView, ShortlistView

ALL = "*"
"""In place of a person in a cell of the grid: everybody of the column whom nobody has judged yet."""
Rule = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """What the page is narrowed to; the list itself stays as it is."""

    country: Country | Literal[""] | None = None
    free: Annotated[bool, Query(description="Without a conflict of interest")] = False
    unjudged: Annotated[bool, Query(description="With a condition that nobody has judged yet")] = False

    @property
    def given(self) -> dict[str, str]:
        """Return what is set, as it stands in an address."""
        ticks = {name: "true" for name in ("free", "unjudged") if getattr(self, name)}
        return {**({"country": self.country} if self.country else {}), **ticks}

    def without(self, name: str) -> str:
        """Return the address that the page has when the filter ``name`` is taken away."""
        return f"?{urlencode({key: value for key, value in self.given.items() if key != name})}"

    def lets_through(self, entry: EntryView, now: PersonNow | None) -> bool:
        """Return whether the page shows ``entry``."""
        return (
            (not self.country or (now is not None and now.country == self.country))
            and not (self.free and entry.snapshot and entry.snapshot["conflicts"])
            and not (self.unjudged and not entry.open_rules)
        )


@dataclass
class RoleBoard:
    """One role of a list: everybody on it, whom the filters show, who was taken out, and the conditions that people judge."""

    role: RoleCode
    answer: dict[str, Any]
    listed: list[EntryView] = field(default_factory=list)
    shown: list[EntryView] = field(default_factory=list)
    excluded: list[EntryView] = field(default_factory=list)
    real: bool = False

    @property
    def judged_by_people(self) -> list[Rule]:
        """Return the rules of the columns of the grid, each once, in the order of the rule set: those that people judge.

        Of real people also what somebody on the list meets by declaration alone.
        """
        rules = {rule["rule"]: rule for entry in self.listed if entry.snapshot for rule in entry.snapshot["rules"]}
        declared = {rule["rule"] for entry in self.listed if entry.snapshot for rule in entry.snapshot["rules"] if rule.get("declared")}
        return [rule for rule in rules.values() if rule["kind"] in OF_PEOPLE or (self.real and rule["rule"] in declared)]

    @property
    def unjudged(self) -> int:
        """Return in how many cells of the grid nothing counts yet."""
        return sum(self.unjudged_of(rule["rule"]) for rule in self.judged_by_people)

    def unjudged_of(self, rule: str) -> int:
        """Return of how many people nobody has judged ``rule``."""
        return sum(_is_unjudged(entry, rule) for entry in self.listed)


def boards(view: ShortlistView, now: Mapping[str, PersonNow], chosen: Filter, *, real: bool = False) -> list[RoleBoard]:
    """Return the roles of a list in the order in which they were asked for; ``real`` where real people are listed."""
    found = {answer["role"]["code"]: RoleBoard(answer["role"]["code"], answer, real=real) for answer in view.head["answers"]}
    for entry in view.entries:
        board = found[entry.role]
        if entry.position is None:
            board.excluded += [entry] if entry.snapshot else []
            continue
        board.listed.append(entry)
        if chosen.lets_through(entry, now.get(entry.expert_id or "")):
            board.shown.append(entry)
    return list(found.values())


def cells(typed: Iterable[str], view: ShortlistView) -> list[tuple[str, str, str]]:
    """Return role, person and rule of every cell that was ticked; a whole column stands for whom nobody has judged in it."""
    named = [(role, person, rule) for role, person, rule in (cell.split("|") for cell in typed if cell.count("|") == 2)]
    columns = [(role, rule) for role, person, rule in named if person == ALL]
    found = [(role, entry.expert_id or "", rule) for role, rule in columns for entry in view.entries if _is_open(entry, role, rule)]
    return list(dict.fromkeys([*(cell for cell in named if cell[1] != ALL), *found]))


def _is_open(entry: EntryView, role: str, rule: str) -> bool:
    return entry.position is not None and entry.role == role and _is_unjudged(entry, rule)


def _is_unjudged(entry: EntryView, rule: str) -> bool:
    return rule in entry.open_rules or rule in entry.declared_rules
