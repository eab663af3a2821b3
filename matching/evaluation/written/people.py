"""Written people with what others said of them: labels of each item, grades for a product and a role, and briefs that ask for them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from matching.profiles import Profile
from models.vocabulary import RoleCode

RIGHT, CREDIBLE, RELATED, TRAP = 3, 2, 1, 0
Cell = tuple[str, RoleCode]
"""A product and a role."""


@dataclass(frozen=True, slots=True)
class ItemLabels:
    """What a reader says of one item: ``about`` a product from 1 to 3, ``dimensions`` of the roles that it shows, 1 or 2, by the text."""

    about: Mapping[str, int]
    dimensions: Mapping[str, int]
    capabilities: frozenset[str]
    denied: frozenset[str]


@dataclass(frozen=True, slots=True)
class WrittenPerson:
    """``profile`` is what the service would hold; ``labels`` stand in the order of its items; ``writer`` names the hand."""

    profile: Profile
    writer: str
    style: str
    labels: tuple[ItemLabels, ...]

    def about(self, product: str) -> int:
        """Return how much the person's items are about ``product``: the highest label, 0 where there is none."""
        return max((labels.about.get(product, 0) for labels in self.labels), default=0)

    def shows(self, dimension: str) -> bool:
        """Return whether an item shows the role dimension."""
        return any(labels.dimensions.get(dimension, 0) >= 1 for labels in self.labels)

    @property
    def capabilities(self) -> frozenset[str]:
        """Return every capability that an item shows."""
        return frozenset[str]().union(*(labels.capabilities for labels in self.labels))


@dataclass(frozen=True, slots=True)
class Judgements:
    """Grades of people for a product and a role; without a product they are outsiders, who must be listed nowhere."""

    product: str | None
    role: RoleCode | None
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class WrittenBrief:
    """A pasted text that asks for people; ``product`` is None where it asks for something outside the catalogue."""

    writer: str
    product: str | None
    title: str
    text: str


@dataclass(frozen=True)
class Benchmark:
    """Everything of one folder; people in the order of their ids."""

    people: tuple[WrittenPerson, ...]
    briefs: tuple[WrittenBrief, ...]
    judgements: tuple[Judgements, ...]

    @cached_property
    def by_id(self) -> dict[str, WrittenPerson]:
        """Return every person by id."""
        return {person.profile.id: person for person in self.people}

    @cached_property
    def grades(self) -> dict[Cell, dict[str, int]]:
        """Return the grades of each judged cell, those of all writers together."""
        found: defaultdict[Cell, dict[str, int]] = defaultdict(dict)
        for row in self.judgements:
            if row.product is not None and row.role is not None:
                found[row.product, row.role].update(row.grades)
        return dict(found)

    @cached_property
    def outsiders(self) -> frozenset[str]:
        """Return the people whose field is outside the catalogue."""
        return frozenset(person for row in self.judgements if row.product is None for person in row.grades)

    @cached_property
    def labelled(self) -> bool:
        """Return whether any item carries labels."""
        return any(labels.about or labels.dimensions or labels.capabilities for person in self.people for labels in person.labels)

    def of_product(self, product: str, grade: int) -> frozenset[str]:
        """Return the people with a grade for a product, in whatever role."""
        return frozenset(
            person for (asked, _), grades in self.grades.items() if asked == product for person in grades if grades[person] == grade
        )
