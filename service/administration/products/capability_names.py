"""The capabilities of a form by name: shown in the reader's language, read in either, one a line. An id is read as well."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import sqlalchemy as sa
from sqlmodel import Session, col

from models.capabilities import Capability
from models.vocabulary import Language
from service.kit.forms import lines


@dataclass(frozen=True, slots=True)
class CapabilityNames:
    """``names`` by id, in one language; ``ids`` by name, in both, whatever the case of its letters."""

    names: dict[str, str]
    ids: dict[str, str]

    @classmethod
    def read(cls, session: Session, language: Language) -> Self:
        """Return the names of all capabilities."""
        rows = session.execute(sa.select(col(Capability.id), col(Capability.label_vi), col(Capability.label_en))).all()
        shown = {row[0]: row[1] if language is Language.VI else row[2] for row in rows}
        return cls(shown, {label.casefold(): row[0] for row in rows for label in row[1:]})

    def name(self, capability: str) -> str:
        """Return what a capability is called; an unknown id as it is."""
        return self.names.get(capability, capability)

    def id(self, typed: str) -> str:
        """Return the id of what was typed; what names nothing is left to be refused as it stands."""
        return self.ids.get(" ".join(typed.split()).casefold(), typed.strip())

    def written(self, capabilities: Iterable[str]) -> str:
        """Return the lines that ``read_lines`` reads as ``capabilities``."""
        return "\n".join(self.name(one) for one in capabilities)

    def read_lines(self, text: str) -> list[str]:
        """Return the ids of one name a line; on a line that is no name, ids may stand side by side."""
        found: list[str] = []
        for line in text.splitlines():
            identifier = self.id(line)
            found += [identifier] if identifier in self.names else lines(line)
        return found
