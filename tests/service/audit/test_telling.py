"""What an event tells: the words fit its details, and the person, the condition and the result stand beside them."""

from typing import Any

import pytest

from models.audit import AuditAction, AuditEvent
from models.vocabulary.selection import FeedbackKind, Finding
from service.audit.telling import happened, told
from service.audit.words import PARTICULARS
from service.kit.languages import Bilingual

PEOPLE = {"E1": Bilingual("An", "An")}
RULES = {"R-LEGAL": Bilingual("Background", "Lý lịch")}


def _event(action: AuditAction, **details: Any) -> AuditEvent:
    return AuditEvent(action=action, details=details)


@pytest.mark.parametrize(
    ("event", "vietnamese"),
    [
        (_event(AuditAction.READING_JUDGED, verdict="rejected"), "bác bỏ cách đọc minh chứng"),
        (_event(AuditAction.READING_JUDGED, verdict="confirmed"), "xác nhận cách đọc minh chứng"),
        (_event(AuditAction.PEOPLE_READ, purpose="bulk"), "mở xem dữ liệu của nhiều người"),
        (_event(AuditAction.PEOPLE_READ, purpose="dossier"), "xuất hồ sơ trình hội đồng"),
        (_event(AuditAction.PEOPLE_READ, purpose="export-pairs"), "xem hoặc xuất dữ liệu cá nhân"),
        (_event(AuditAction.SIGNED_IN), "đăng nhập"),
    ],
)
def test_the_words_fit_what_happened(event: AuditEvent, vietnamese: str) -> None:
    assert happened(event).vi == vietnamese


def test_a_judged_condition_tells_of_whom_which_and_with_what_result() -> None:
    event = _event(AuditAction.FINDING_RECORDED, role="CE_PROJECT", expert="E1", rule="R-LEGAL", finding="not_met")
    assert [one.vi for one in told(event, PEOPLE, RULES)] == ["An", "Lý lịch", "không đạt"]


def test_an_answer_tells_which_and_by_what_way_and_a_reading_of_how_many() -> None:
    answered = _event(AuditAction.INVITATION_ANSWERED, answer="accept", channel="link", reason=None)
    assert [one.en for one in told(answered, {}, {})] == ["accepted", "by the link alone"]
    assert [one.en for one in told(_event(AuditAction.PEOPLE_READ, people=1), {}, {})] == ["1 person"]


def test_every_result_has_words() -> None:
    assert set(PARTICULARS["finding"]) == set(Finding)
    assert set(PARTICULARS["kind"]) == set(FeedbackKind)
