"""Records of a registry as a run needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from service.imports.contents import Unread
from service.imports.faults import Fault
from service.imports.records import ImportedRecord
from service.kit.languages import Bilingual

_NO_COUNTRY = Bilingual(
    "Somebody's country is not said: who is new is entered as living in Viet Nam.",
    "Có người không được ghi quốc gia: nếu là người mới thì được ghi là ở Việt Nam.",
)


@dataclass(frozen=True)
class RegistryContents:
    """People of a registry, whole or refused where they enter: the registry says by itself what everything means."""

    people: Sequence[ImportedRecord]
    faults: Sequence[Fault] = ()
    headings: Sequence[tuple[str, Sequence[str]]] = ()
    unknown: Sequence[str] = ()

    @property
    def notes(self) -> Sequence[Bilingual]:
        """Return what was taken to be so for want of a word."""
        return [] if all(each.fields.get("country") for each in self.people) else [_NO_COUNTRY]

    def __len__(self) -> int:
        return len(self.people)

    def records(self, start: int, end: int, today: date) -> tuple[list[ImportedRecord], Unread]:  # noqa: ARG002 - nothing depends on the day
        """Return the records of some people."""
        return list(self.people[start:end]), []

    def cells(self, fault: Fault) -> list[str]:  # noqa: ARG002 - a record has no rows of cells
        """Return nothing: what is refused is corrected in the registry."""
        return []
