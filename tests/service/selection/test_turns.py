"""Whose turn it is follows from what was done last."""

from datetime import UTC, datetime, timedelta

import pytest

from models.invitations import CandidateInvitation
from models.shortlists import Shortlist
from models.vocabulary import RoleCode
from models.vocabulary.selection import InvitationState, ShortlistStatus
from service.selection.turns import TURNS, Progress, Turn, turn

NOW = datetime(2026, 10, 1, tzinfo=UTC)


def shortlist(status: ShortlistStatus) -> Shortlist:
    return Shortlist(id="L1", request_id="S1", status=status, drafted_by="a", drafted_at=NOW)


def invitation(state: InvitationState, days: int) -> CandidateInvitation:
    about = {"id": "I1", "request_id": "S1", "role": RoleCode.CE_PROJECT, "expert_id": "E1", "token_hash": "0" * 64}
    return CandidateInvitation(**about, state=state, deadline=NOW + timedelta(days=days), sent_by="a", sent_at=NOW)


SIGNED = shortlist(ShortlistStatus.SIGNED)


@pytest.mark.parametrize(
    ("progress", "next_turn"),
    [
        (Progress(None, False, False, []), Turn.DRAFT),
        (Progress(shortlist(ShortlistStatus.DRAFT), False, False, []), Turn.SIGN),
        (Progress(shortlist(ShortlistStatus.HALF_SIGNED), False, False, []), Turn.SIGN),
        (Progress(SIGNED, False, False, []), Turn.RELEASE),
        (Progress(SIGNED, True, False, []), Turn.FEEDBACK),
        (Progress(SIGNED, True, False, [], led=False), Turn.NO_LEAD),
        (Progress(SIGNED, True, True, []), Turn.INVITE),
        (Progress(SIGNED, True, True, [invitation(InvitationState.OPEN, 3)], unsent=True), Turn.SEND),
        (Progress(SIGNED, True, True, [invitation(InvitationState.OPEN, 3)]), Turn.ANSWER),
        (Progress(SIGNED, True, True, [invitation(InvitationState.OPEN, -1)]), Turn.LATE_ANSWER),
        (Progress(SIGNED, True, True, [invitation(InvitationState.DECLINED, 3)]), Turn.INVITE),
        (Progress(SIGNED, True, True, [invitation(InvitationState.ACCEPTED, 3)]), Turn.COUNCIL),
    ],
)
def test_the_turn_follows_from_what_was_done_last(progress: Progress, next_turn: Turn) -> None:
    assert turn(progress, NOW) is next_turn


def test_every_turn_has_words() -> None:
    assert set(TURNS) == set(Turn)
