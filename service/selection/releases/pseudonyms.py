"""Pseudonyms of released people: the same for one lead and one person on every list, different for every lead, told by nobody."""

import base64

from sqlmodel import Session

from service.selection.secret import keyed_digest

_LETTERS = 10


def pseudonym(session: Session, lead: str, expert_id: str) -> str:
    """Return what ``lead`` knows a person as, such as ``UV-Q3JX7KBNTA``."""
    return f"UV-{base64.b32encode(keyed_digest(session, lead, expert_id)).decode()[:_LETTERS]}"
