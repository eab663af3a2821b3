"""What is shown of a checked list of names."""

from sqlmodel import Session

from service.kit.texts import REFERENCE_ONLY
from service.people.conflicts.names import NamesChecked
from service.people.conflicts.queries import names_in
from service.people.conflicts.schemas import AskedView, ConflictView, KnownView, NamesCheck


def names_view(session: Session, found: NamesChecked) -> NamesCheck:
    """Return the lines, and the conflicts with the names of everybody in them."""
    name = names_in(session, [conflict for conflicts in found.conflicts.values() for conflict in conflicts])
    return NamesCheck(
        asked=[
            AskedView(
                line=one.line,
                known=[KnownView(id=known.id, name=known.name, exact=known.exact) for known in one.known],
                meant=one.meant,
                checked=one.checked,
            )
            for one in found.asked
        ],
        selection_date=found.on,
        subject=found.subject,
        conflicts={expert: [ConflictView.of(one, name) for one in conflicts] for expert, conflicts in found.conflicts.items()},
        reference_only=REFERENCE_ONLY,
    )
