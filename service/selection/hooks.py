"""What rooms above do when a selection goes on."""

from datetime import date

from models.database import WriteSession
from service.kit.acting import By
from service.kit.hooks import Hook

# A procedure ended without this person; the last argument is the last day on which the record may be kept for it.
on_not_chosen: Hook[[WriteSession, By, str, date], object] = Hook("selection.on_not_chosen")
