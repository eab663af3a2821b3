"""Leaders of other fields, a clerk of the field and whoever denies it fit nowhere, whatever they tick about their part."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.database import make_engine
from service.kit.jobs.worker import JobContext
from service.matches.network.reading import read_people
from tests.conftest import ClientFor
from tests.service.synthetic_world import world_settings

API = "/api/v1"
TICKED = {
    "language": "vi",
    "part": "led",
    "outcome": "applied",
    "sectors": ["energy", "health", "transport"],
    "counts_as_innovation_work": True,
}
OTHERS = {
    "heritage": ("Giám đốc Trung tâm bảo tồn di sản", "Quản lý lễ hội và du lịch di sản.", "Trò chơi thực tế ảo cho khách tham quan."),
    "teacher": ("Giáo viên tin học", "Dạy tin học văn phòng ở trường trung học.", "Câu lạc bộ robot hút bụi bằng bìa các-tông."),
    "library": ("Giám đốc thư viện tỉnh", "Mượn trả tự động, phục vụ bạn đọc.", "Thư viện điện tử: số hóa 20.000 trang sách cổ."),
    "kindergarten": ("Trưởng phòng giáo dục mầm non", "Bồi dưỡng giáo viên mầm non.", "Thực đơn và an toàn ở 300 trường mầm non."),
    "tax": ("Phó cục trưởng cục thuế", "Thanh tra thuế, hoàn thuế.", "Vận động doanh nghiệp dùng hóa đơn điện tử."),
    "bus": ("Giám đốc công ty xe buýt", "Tôi chưa từng làm việc về đường sắt tốc độ cao.", "Bến xe mới; không có hạng mục đường sắt nào."),
    "clerk": ("Văn thư dự án đường sắt tốc độ cao", "Đánh máy và photo tài liệu về cầu cạn, hầm.", "Giữ danh sách thư về nền đất yếu."),
}


@pytest.fixture
def client(world_copy: str, client_for: ClientFor) -> TestClient:
    return client_for(world_settings(world_copy))


def entered(client: TestClient, title: str, office: str, programme: str) -> str:
    """Return the id of somebody with an office and a programme of some years, who agrees to be matched."""
    person: dict[str, Any] = {"display_name": title, "family_name": "Bùi", "given_name": "Kiên", "country": "VN", "languages": ["vi"]}
    name = str(client.post(f"{API}/experts", json=person | {"record_complete": True}).json()["id"])
    for purpose in ("membership", "matching"):
        agreed = client.put(f"{API}/experts/{name}/consents/{purpose}", json={"given": True, "text_version": "2026-01"})
        assert agreed.status_code == 200, agreed.text
    for kind, text in (("position", office), ("programme", programme)):
        item = {"kind": kind, "title": title if kind == "position" else text, "text": text, "starts": "2008-01-01", **TICKED}
        assert client.post(f"{API}/experts/{name}/evidence", json=item).status_code == 201
    return name


def test_who_works_in_another_field_fits_nowhere(client: TestClient, world_copy: str) -> None:
    people = {entered(client, *told): who for who, told in OTHERS.items()}
    engine = make_engine(world_copy)
    read_people(JobContext({}, engine, lambda _progress, _message: None))  # so many at once wait for the job
    engine.dispose()
    products = [one["id"] for one in client.get(f"{API}/products?limit=200").json()["items"]]
    listed = [
        (product, role, people[entry["expert"]["id"]], entry["score"])
        for product in products
        for role in ("CE_PROJECT", "CA_PROJECT")
        for entry in client.get(f"{API}/products/{product}/recommendations?role={role}&limit=200").json()["items"]
        if entry["expert"]["id"] in people
    ]
    assert (len(products), listed) == (30, [])
    for person, who in people.items():  # each was read and compared
        told = client.get(f"{API}/products/P29/recommendations/{person}/explanation?role=CE_PROJECT").json()
        assert (told["entry"]["band"]["code"], told["entry"]["score"] < 0.5) == ("weak", True), who
