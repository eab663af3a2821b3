"""The order of a draft: the machine's, then what people decided, pins and exclusions last. Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from models.vocabulary.selection import ChoiceKind


class Choice(Protocol):
    """A decision about one person."""

    expert_id: str
    kind: ChoiceKind
    place: int | None


class ArrangedShortlist(NamedTuple):
    """Who is on the list, in order, and who was excluded, in the order of the machine."""

    listed: list[str]
    excluded: list[str]


def arrange(machine: Sequence[str], choices: Iterable[Choice]) -> ArrangedShortlist:
    """Return the order that ``choices``, oldest first, make of the order of the ``machine``.

    Additions go to the end and moves to their place; then those pinned stand first, as they were pinned, and the excluded leave.
    Restoring takes back a pin or an exclusion.
    """
    order, pinned, excluded = list(machine), dict[str, None](), set[str]()
    for choice in choices:
        person = choice.expert_id
        if choice.kind is ChoiceKind.ADD and person not in order:
            order.append(person)
        elif choice.kind is ChoiceKind.MOVE and person in order:
            order.remove(person)
            order.insert((choice.place or 1) - 1, person)
        else:
            _mark(choice, pinned, excluded)
    first = [person for person in pinned if person in order]
    whole = [*first, *(person for person in order if person not in pinned)]
    return ArrangedShortlist([person for person in whole if person not in excluded], [person for person in order if person in excluded])


def _mark(choice: Choice, pinned: dict[str, None], excluded: set[str]) -> None:
    if choice.kind is ChoiceKind.PIN:
        pinned[choice.expert_id] = None
    elif choice.kind is ChoiceKind.EXCLUDE:
        excluded.add(choice.expert_id)
    elif choice.kind is ChoiceKind.RESTORE:
        pinned.pop(choice.expert_id, None)
        excluded.discard(choice.expert_id)
