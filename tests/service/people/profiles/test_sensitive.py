"""Words of a person's own life are pointed out to whoever types them and refused to nobody; words of a field of work are passed over."""

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from service.people.profiles.sensitive import sensitive_in
from tests.conftest import ClientFor
from tests.service.people.profiles.people import EXPERTS, ITEM, add

HINT = "This may be sensitive data:"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tôi mắc bệnh tim từ nhỏ.", "health"),
        ("Dân tộc: Kinh. Tôn giáo: không", "religion"),
        ("Dân tộc Tày", "ethnicity"),
        ("Đảng viên từ năm 2001", "politics"),
        ("I was diagnosed with diabetes.", "health"),
        ("A devout Catholic", "religion"),
        ("Không có tiền án", "criminal record"),
        ("CCCD 001085012345", "identity papers"),
    ],
)
def test_a_kind_is_found_in_both_languages(text: str, kind: str) -> None:
    assert kind in [found.en for found in sensitive_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Vắc xin điều trị ung thư cá thể hóa; thử nghiệm lâm sàng trên bệnh nhân.",
        "Chỉ đạo chương trình quốc gia, lãnh đạo nhóm 40 kỹ sư.",
        "Disease surveillance, healthcare data and race conditions in kernels.",
        "",
    ],
)
def test_words_of_a_field_of_work_are_none(text: str) -> None:
    assert sensitive_in(text, None) == []


def test_the_hint_stands_where_it_was_typed_and_nothing_is_refused(client: TestClient, settings: Settings, client_for: ClientFor) -> None:
    person = add(client, biography={"vi": "Tôi là Phật tử."})
    item = client.post(f"{EXPERTS}/{person}/evidence", json=ITEM | {"text": "Thành viên nhóm, đảng viên."})
    assert item.status_code == 201
    expert = client_for(settings, role=AccountRole.EXPERT, expert_id=person)
    own = expert.get("/profile?lang=en").text
    assert (own.count(HINT), "religion" in own, "politics" in own) == (2, True, True)
    of_coordinator = client.get(f"/people/{person}?lang=en").text
    assert of_coordinator.count(HINT) == 2
    assert HINT in expert.get(f"/profile/evidence/{item.json()['id']}?lang=en").text
    assert HINT not in client.get(f"/people/{add(client)}?lang=en").text
