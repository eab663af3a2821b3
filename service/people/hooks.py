"""What rooms above do when people act."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from models.database import WriteSession
from service.kit.acting import By
from service.kit.hooks import Hook

# Somebody stops being matched: in the transaction of their word. The caller holds the counter of changes.
on_withdrawal: Hook[[WriteSession, By, str], None] = Hook("people.on_withdrawal")
# What a person is asked, to be shown on their own profile.
questions_to: Hook[[Session, str], Sequence[Any]] = Hook("people.questions_to")
