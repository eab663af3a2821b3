import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from service.kit.problems import NotOnListInForce
from service.kit.settings import Settings
from tests.conftest import ClientFor

router = APIRouter()


class Order(BaseModel):
    seats: int
    names: list[str]


@router.post("/orders")
def place(order: Order) -> int:
    return order.seats


@router.get("/broken")
def break_down() -> int:
    raise RuntimeError("the secret inside")


@router.get("/busy")
def ask_a_busy_database() -> int:
    raise OperationalError("SELECT secret", {}, Exception("database is locked"))


@router.get("/changed")
def change_what_somebody_changed() -> int:
    raise StaleDataError


@router.get("/left")
def left_the_list() -> int:
    raise NotOnListInForce(en="It left the list.", vi="Đã ra khỏi danh mục.")


@pytest.fixture
def problems(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False), router)


def test_our_own_problem_tells_everything_the_standard_asks(problems: TestClient) -> None:
    answer = problems.get("/left", headers={"X-Request-ID": "r-1"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "urn:vinmatch:problem:not_on_list_in_force",
        "code": "not_on_list_in_force",
        "title": "Not on the list in force",
        "status": 404,
        "detail": "It left the list.",
        "detail_en": "It left the list.",
        "detail_vi": "Đã ra khỏi danh mục.",
        "instance": "/left",
        "request_id": "r-1",
        "errors": [],
    }


def test_the_reader_is_answered_in_the_preferred_language(problems: TestClient) -> None:
    answer = problems.get("/left", headers={"Accept-Language": "en;q=0.5, vi-VN"})
    assert answer.json()["detail"] == "Đã ra khỏi danh mục."
    assert answer.headers["content-language"] == "vi"


def test_wrong_shapes_name_their_fields(problems: TestClient) -> None:
    answer = problems.post("/orders", json={"seats": "many", "names": ["a", 1]})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["seats", "names.1"]


def test_a_body_that_is_no_json_is_refused(problems: TestClient) -> None:
    answer = problems.post("/orders", content="{", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_an_unexpected_error_shows_nothing_of_the_inside(problems: TestClient) -> None:
    answer = problems.get("/broken")
    assert (answer.status_code, answer.json()["code"]) == (500, "unexpected")
    assert "secret" not in answer.text
    assert answer.json()["request_id"]


def test_a_change_of_what_somebody_changed_is_a_failed_precondition(problems: TestClient) -> None:
    answer = problems.get("/changed")
    assert (answer.status_code, answer.json()["code"]) == (412, "precondition_failed")


def test_a_busy_database_is_a_matter_of_trying_again(problems: TestClient) -> None:
    answer = problems.get("/busy")
    assert (answer.status_code, answer.json()["code"]) == (503, "database_unavailable")
    assert "secret" not in answer.text


@pytest.mark.parametrize(("address", "status", "code"), [("/nowhere", 404, "not_found"), ("/orders", 405, "method_not_allowed")])
def test_errors_of_http_itself_are_problems_too(problems: TestClient, address: str, status: int, code: str) -> None:
    answer = problems.get(address)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
