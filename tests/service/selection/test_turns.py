"""Whose turn it is follows from what was done last."""

from datetime import UTC, datetime, timedelta

import pytest

from models.invitations import CandidateInvitation
from models.shortlists import Shortlist
from models.vocabulary import RoleCode
from models.vocabulary.selection import InvitationState, ShortlistStatus
from service.selection.turns import TURNS, Progress, Turn, owed, turn

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
        (Progress(NOW, None, None, None, []), Turn.DRAFT),
        (Progress(NOW, shortlist(ShortlistStatus.DRAFT), None, None, []), Turn.SIGN),
        (Progress(NOW, shortlist(ShortlistStatus.HALF_SIGNED), None, None, []), Turn.SIGN),
        (Progress(NOW, SIGNED, None, None, []), Turn.RELEASE),
        (Progress(NOW, SIGNED, NOW, None, []), Turn.FEEDBACK),
        (Progress(NOW, SIGNED, NOW, None, [], led=False), Turn.NO_LEAD),
        (Progress(NOW, SIGNED, NOW, NOW, []), Turn.INVITE),
        (Progress(NOW, SIGNED, NOW, NOW, [invitation(InvitationState.OPEN, 3)], unsent=True), Turn.SEND),
        (Progress(NOW, SIGNED, NOW, NOW, [invitation(InvitationState.OPEN, 3)]), Turn.ANSWER),
        (Progress(NOW, SIGNED, NOW, NOW, [invitation(InvitationState.OPEN, -1)]), Turn.LATE_ANSWER),
        (Progress(NOW, SIGNED, NOW, NOW, [invitation(InvitationState.DECLINED, 3)]), Turn.INVITE),
        (Progress(NOW, SIGNED, NOW, NOW, [invitation(InvitationState.ACCEPTED, 3)]), Turn.COUNCIL),
    ],
)
def test_the_turn_follows_from_what_was_done_last(progress: Progress, next_turn: Turn) -> None:
    assert turn(progress, NOW) is next_turn


def test_a_turn_began_when_the_last_was_done() -> None:
    days = [NOW + timedelta(days=number) for number in range(6)]
    signed = Shortlist(id="L1", request_id="S1", status=ShortlistStatus.SIGNED, drafted_by="a", drafted_at=days[1], signed_at=days[2])
    sent = invitation(InvitationState.OPEN, 9)
    sent.sent_at = days[5]
    assert owed(Progress(NOW, None, None, None, []), days[5]) == (Turn.DRAFT, NOW)
    assert owed(Progress(NOW, signed, None, None, []), days[5]) == (Turn.RELEASE, days[2])
    assert owed(Progress(NOW, signed, days[3], None, []), days[5]) == (Turn.FEEDBACK, days[3])
    assert owed(Progress(NOW, signed, days[3], days[4], [sent]), days[5]) == (Turn.ANSWER, days[5])
    assert owed(Progress(NOW, signed, days[3], days[4], [sent]), sent.deadline) == (Turn.LATE_ANSWER, sent.deadline)


def test_every_turn_has_words() -> None:
    assert set(TURNS) == set(Turn)
