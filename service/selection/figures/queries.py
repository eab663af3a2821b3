"""Counts how the service does, from requests, candidates and invitations as they are stored."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from statistics import median

import sqlalchemy as sa
from sqlmodel import Session, col

from models.invitations import CandidateInvitation
from models.selection import Candidate, SelectionRequest
from service.kit.languages import Bilingual
from service.kit.texts import Text
from service.selection.figures.schemas import Counted, Duration, FiguresView, FillRate
from service.selection.requests.machine import CHOSEN
from service.selection.requests.queries import roles_of

AGES = ((7, "0-7"), (30, "8-30"), (90, "31-90"))
OLDER = "91+"
_CAVEATS = {
    "shortlist": Bilingual(
        en="Only requests with a signed shortlist count; those that wait longest are not in it yet.",
        vi="Chỉ tính yêu cầu đã có danh sách được ký; những yêu cầu chờ lâu nhất chưa nằm trong số này.",
    ),
    "decision": Bilingual(
        en="Counted up to the day on which the decision was entered, which can be later than the decision; mostly out of our hands.",
        vi="Tính đến ngày nhập quyết định, có thể muộn hơn ngày quyết định; phần lớn không do hệ thống chi phối.",
    ),
    "fill": Bilingual(
        en="Only closed requests count. A seat left empty because nobody fits is a right answer, not a failure.",
        vi="Chỉ tính yêu cầu đã đóng. Chỗ để trống vì chưa có ai phù hợp là câu trả lời đúng, không phải thất bại.",
    ),
    "refusals": Bilingual(
        en="As people chose it from a list; few answers say little. Refusals never count in a score.",
        vi="Theo lựa chọn của người được mời; ít câu trả lời thì ít ý nghĩa. Từ chối không bao giờ tính vào điểm.",
    ),
    "age": Bilingual(
        en="Since the request was opened here; the need may be older.", vi="Tính từ khi mở yêu cầu tại đây; nhu cầu có thể đã có trước."
    ),
}


def figures(session: Session, now: datetime) -> FiguresView:
    """Return the figures at the moment ``now``."""
    requests = session.scalars(sa.select(SelectionRequest)).all()
    return FiguresView(
        time_to_first_shortlist=_duration("shortlist", (_between(one, one.first_signed_at) for one in requests)),
        time_to_decision=_duration("decision", (_between(one, one.decided_at) for one in requests)),
        fill_rate=_fill_rate(session, requests),
        refusals=Counted(counts=_refusals(session), caveat=_caveat("refusals")),
        open_by_age=Counted(counts=_ages(requests, now), caveat=_caveat("age")),
    )


def _between(request: SelectionRequest, moment: datetime | None) -> timedelta | None:
    return moment - request.opened_at if moment else None


def _duration(name: str, spans: Iterable[timedelta | None]) -> Duration:
    days = [span / timedelta(days=1) for span in spans if span is not None]
    return Duration(median_days=round(median(days), 1) if days else None, requests=len(days), caveat=_caveat(name))


def _fill_rate(session: Session, requests: Sequence[SelectionRequest]) -> FillRate:
    closed = {one.id: one for one in requests if one.closed_at is not None}
    chosen = session.execute(sa.select(col(Candidate.request_id), col(Candidate.role)).where(col(Candidate.state).in_(CHOSEN)))
    counted = Counter((row[0], row[1]) for row in chosen)
    seats = sum(one.seats * len(one.roles) for one in closed.values())
    filled = sum(min(one.seats, counted[one.id, role]) for one in closed.values() for role in roles_of(one))
    return FillRate(seats=seats, filled=filled, rate=round(filled / seats, 3) if seats else None, caveat=_caveat("fill"))


def _refusals(session: Session) -> dict[str, int]:
    reasons = session.scalars(sa.select(col(CandidateInvitation.refusal)).where(col(CandidateInvitation.refusal).is_not(None)))
    return dict(sorted(Counter(reason.value for reason in reasons if reason).items()))


def _ages(requests: Iterable[SelectionRequest], now: datetime) -> dict[str, int]:
    counts = dict.fromkeys([*(name for _, name in AGES), OLDER], 0)
    for one in requests:
        if one.closed_at is None:
            days = (now - one.opened_at).days
            counts[next((name for most, name in AGES if days <= most), OLDER)] += 1
    return counts


def _caveat(name: str) -> Text:
    return Text(vi=_CAVEATS[name].vi, en=_CAVEATS[name].en)
