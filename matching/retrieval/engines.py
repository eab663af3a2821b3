"""What every engine offers, and the exact one in memory, which leaves nobody out."""

from dataclasses import dataclass
from typing import Protocol

from matching.retrieval.questions import Question


@dataclass(frozen=True, slots=True)
class Candidates:
    """Whom a question may concern; ``ids`` None is everybody.

    ``complete`` says that whoever was left out cannot fit. Ids of people who are gone meanwhile do no harm.
    """

    ids: frozenset[str] | None = None
    complete: bool = True


class Retrieval(Protocol):
    """An engine: it chooses people and gives no score. Who was changed since it learnt of them is to be among the candidates."""

    def candidates(self, question: Question) -> Candidates:
        """Return everybody who may fit, or nearly everybody where the engine is not exact and says so."""


class InMemory:
    """The exact engine in memory: everybody is compared on their rows."""

    def candidates(self, question: Question) -> Candidates:  # noqa: ARG002  # nothing is asked of anybody
        """Return everybody."""
        return Candidates()
