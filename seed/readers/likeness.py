"""How often people who are listed as like somebody work on the same product.

Everybody is read by readers that have not seen their writer; what somebody works on was labelled by the writer.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matching.evaluation.written.watching import Question, Readership
from matching.free_needs import LIKENESS, briefs_of, shared_capabilities, weights_for
from matching.needs import RoleNeed
from matching.profiles import Profile
from matching.space.thesaurus import Thesaurus
from models.vocabulary import RoleCode
from seed.network.world import WORLD_DATE
from seed.readers.command import Trained
from seed.readers.people import Material, Person

EVERY = 4
"""Every fourth person with a field of their own is an example."""
_OWN = 0.3
_FIRST = 5
EDGES = (("possible", LIKENESS.fits), ("good", LIKENESS.good), ("strong", LIKENESS.strong))
_REPORT = """## People like somebody

Everybody is ranked by their likeness to an example: {examples} written people, every fourth who works on some product, among 380. Two
are alike where each has at least three items of ten about the same product, by the writers' labels. Out of fold:

```sh
vinmatch quality --quick --likeness
```

The example stands first on its own list in {first:.2f} of cases, among the first five in {five:.2f}.

| band | from | alike, of pairs above | of all who are alike |
|---|---|---|---|
{rows}
"""


@dataclass(frozen=True)
class Compared:
    """``scores`` and ``alike`` (pairs,) of examples and others; ``own`` (examples,) is the place of the example on its own list."""

    scores: np.ndarray
    alike: np.ndarray
    own: np.ndarray

    def at(self, edge: float) -> tuple[float, float, int]:
        """Return which share of those from ``edge`` on is alike, which share of those who are alike that is, and how many pairs."""
        chosen = self.scores >= edge
        right = int(np.sum(chosen & self.alike))
        return right / max(1, int(chosen.sum())), right / max(1, int(self.alike.sum())), int(chosen.sum())


def compared(trained: Trained) -> Compared:
    """Rank everybody by their likeness to every example."""
    material = trained.material
    bound = {writer: trained.of_fold(writer) for writer in trained.folds}
    readership = Readership.of(material.benchmark.people, bound.__getitem__)
    fields = {person.written.profile.id: field_of(material, person) for person in material.people}
    found = [_of_example(readership, person, bound[person.writer].thesaurus, fields) for person in examples(material)]
    scores, alike, own = zip(*found, strict=True)
    return Compared(np.concatenate(scores), np.concatenate(alike), np.array(own))


def examples(material: Material) -> list[Person]:
    """Return every fourth person who works on some product."""
    return [person for person in material.people if field_of(material, person)][::EVERY]


def field_of(material: Material, person: Person) -> frozenset[str]:
    """Return the products that at least three of ten items of a person are plainly about."""
    about = material.about(person)
    shares = about.mean(axis=0) if len(about) else np.zeros(about.shape[1])
    return frozenset(material.subjects.ids[column] for column in np.flatnonzero(shares >= _OWN))


def need_like(profile: Profile, thesaurus: Thesaurus) -> RoleNeed:
    """Return the need that asks for people like ``profile``, as the search does."""
    briefs = briefs_of([item.words for item in profile.items])
    return RoleNeed("", RoleCode.CE_PROJECT, briefs, (), shared_capabilities([profile], thesaurus), (), (), WORLD_DATE, text_only=True)


def _of_example(
    readership: Readership, person: Person, thesaurus: Thesaurus, fields: dict[str, frozenset[str]]
) -> tuple[np.ndarray, np.ndarray, int]:
    example = person.written.profile
    need = need_like(example, thesaurus)
    scored = dict(_scored(readership, Question(need, weights_for(need, LIKENESS))))
    own = scored.pop(example.id)
    scores = np.array(list(scored.values()))
    return scores, np.array([bool(fields[other] & fields[example.id]) for other in scored]), 1 + int((scores > own).sum())


def _scored(readership: Readership, question: Question) -> Iterator[tuple[str, float]]:
    for ranking in readership.ranked(question):
        for position, profile in enumerate(ranking.network.profiles):
            yield profile.id, float(ranking.scores.total[position])


def report(found: Compared) -> str:
    """Return the section of docs/quality.md about people like somebody."""
    first, five = float(np.mean(found.own == 1)), float(np.mean(found.own <= _FIRST))
    rows = "\n".join(
        f"| {name} | {edge:.2f} | {found.at(edge)[0]:.2f} of {found.at(edge)[2]} | {found.at(edge)[1]:.2f} |" for name, edge in EDGES
    )
    return _REPORT.format(examples=len(found.own), first=first, five=five, rows=rows)


def _row(name: str, edge: float, precision: float, recall: float, pairs: int) -> str:
    return f"| {name} | {edge:.2f} | {precision:.2f} of {pairs} | {recall:.2f} |"
