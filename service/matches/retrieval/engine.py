"""What the service asks of an engine: to learn portraits of people, to forget people, and to choose for a question."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlmodel import Session

from matching.retrieval.portraits import Portraits
from matching.retrieval.questions import Question


class EngineSilent(Exception):
    """An engine outside the database gave no answer."""


@dataclass(frozen=True, slots=True)
class Index:
    """What an engine knows: under which version of readings, and of all changes of people up to ``expert_changes``."""

    version: str
    expert_changes: int


@dataclass(frozen=True, slots=True)
class ChosenCandidates:
    """The ids that an engine chose; ``complete`` says that nobody whom it knows and who may fit was left out."""

    ids: frozenset[str]
    complete: bool


class Engine(Protocol):
    """A store of portraits. ``version`` names the version of readings; each has an index of its own, of which one is in use."""

    def in_use(self, session: Session) -> Index | None:
        """Return the index that questions are answered from, or None where there is none."""

    def choose(self, session: Session, index: Index, question: Question) -> ChosenCandidates:
        """Return whom ``index`` knows and the question may concern."""

    def prepare(self, version: str, columns: int) -> None:
        """Make an empty index for portraits of so many columns, unless there is one from a job that was broken off."""

    def known(self, version: str) -> Mapping[str, int]:
        """Return whom the index knows, each with the number of the change that it was learnt after."""

    def learn(self, version: str, people: Portraits, changes: Mapping[str, int]) -> None:
        """Put portraits in place of earlier ones of the same people."""

    def forget(self, version: str, ids: Collection[str]) -> None:
        """Delete the portraits of people."""

    def put_in_use(self, index: Index) -> None:
        """Answer from this index from now on, and delete the others: in one step, so that no question falls between."""
