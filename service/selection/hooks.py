"""What rooms above do when a selection goes on."""

from datetime import date

from models.database import WriteSession
from service.kit.actor import Actor
from service.kit.hooks import Hook

# A procedure ended without this person; the last argument is the last day on which the record may be kept for it.
on_not_chosen: Hook[[WriteSession, Actor, str, date], object] = Hook("selection.on_not_chosen")
