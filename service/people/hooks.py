"""What rooms above do when people act, and what they have to say of a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from models.database import WriteSession
from models.experts import Expert
from service.identity.access.waiting import PendingTasksQuery, Waiting
from service.kit.actor import Actor
from service.kit.hooks import Hook
from service.kit.languages import Bilingual


@dataclass(frozen=True, slots=True)
class CapabilityShown:
    """A capability that an item of evidence shows: how surely, in [0, 1], and whether the item names it."""

    capability: Bilingual
    sureness: float
    named: bool


# Somebody stops being matched: in the transaction of their word. The caller holds the counter of changes.
on_withdrawal: Hook[[WriteSession, Actor, str], None] = Hook("people.on_withdrawal")
# What a person is asked, to be shown on their own profile.
questions_to: Hook[[Session, str], Sequence[Any]] = Hook("people.questions_to")
# What each item of evidence of a person shows, by its id; nothing for who may not be read.
shown_by: Hook[[PendingTasksQuery, str], Mapping[str, Sequence[CapabilityShown]]] = Hook("people.shown_by")
# Sections of the page of a person, each for whoever may see it.
on_person: Hook[[PendingTasksQuery, Expert], Waiting | None] = Hook("people.on_person")
