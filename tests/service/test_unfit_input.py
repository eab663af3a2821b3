"""What no database, header or calendar can hold is refused as the caller's fault, whatever its kind."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from hypothesis import example, given
from hypothesis import strategies as st

from service.front.application import create_app
from service.kit.attachments import attachment
from service.kit.field_words import field_name
from service.kit.fields import LARGEST
from service.kit.pagination import Key, decode_cursor, encode_cursor
from service.kit.problems import Invalid
from service.kit.settings import Settings
from tests.conftest import ClientFor

LONE_SURROGATE = "\ud800"
DEEP = "[" * 4_000
NESTED = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()), st.lists)
router = APIRouter()


@router.get("/overflow")
def overflow() -> None:
    raise OverflowError("Python int too large to convert to SQLite INTEGER")


@router.get("/recursion")
def recursion() -> None:
    raise RecursionError


@router.get("/encoding")
def encoding() -> None:
    LONE_SURROGATE.encode()


@pytest.fixture
def client(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return client_for(Settings(database_url=sqlite_url, run_worker=False), router)


def cursor_of(written: str) -> str:
    return base64.urlsafe_b64encode(written.encode()).decode()


def decoded(cursor: str) -> Key | None:
    try:
        return decode_cursor(cursor)
    except Invalid:
        return None


@given(st.text())
@example("é")
@example("=")
def test_any_text_is_a_cursor_or_refused(cursor: str) -> None:
    assert decoded(cursor) is None or encode_cursor(decode_cursor(cursor))


@given(NESTED.map(json.dumps) | st.binary().map(repr))
@example(DEEP)
@example(json.dumps([LONE_SURROGATE]))
@example(json.dumps(["\0"]))
@example(json.dumps([2**63]))
@example(json.dumps([True]))
def test_a_key_can_be_compared_in_every_database_or_is_refused(written: str) -> None:
    for part in decoded(cursor_of(written)) or ():
        assert type(part) is str or (type(part) is int and -(2**63) <= part < 2**63)
        assert "\0" not in str(part).encode().decode()


@pytest.mark.parametrize(("address", "unfit"), [("/api/v1/processing-reviews", '["a"]'), ("/api/v1/catalogues", "[1]")])
def test_a_list_names_an_unfit_cursor(client: TestClient, address: str, unfit: str) -> None:
    keys = (unfit, "[9223372036854775808]", json.dumps([LONE_SURROGATE]), DEEP, "[1.0]", "[[1]]", "[1, 1]")
    answers = [client.get(address, params={"cursor": cursor_of(key)}) for key in keys]
    assert [answer.status_code for answer in answers] == [422] * len(keys)
    assert {error["field"] for answer in answers for error in answer.json()["errors"]} == {"cursor"}


@given(st.text())
@example("\u202e")
@example('a"; filename="b')
@example("a\r\nSet-Cookie: b")
@example(LONE_SURROGATE)
def test_any_name_of_a_file_is_a_header(name: str) -> None:
    (value,) = attachment(name).values()
    assert value.encode("ascii").decode().isprintable()
    assert value.count('"') == 2


def test_a_file_keeps_its_name() -> None:
    assert attachment("E000001.json") == {"Content-Disposition": 'attachment; filename="E000001.json"'}
    assert attachment("Kế.csv") == {"Content-Disposition": "attachment; filename=\"K_.csv\"; filename*=UTF-8''K%E1%BA%BF.csv"}


def test_somebody_is_looked_up_before_a_file_is_named(client: TestClient) -> None:
    address = "/api/v1/experts/%E2%80%AE/access-export"
    assert [client.get(f"{address}.{form}").status_code for form in ("json", "md")] == [404, 404]


def test_numbers_and_moments_out_of_range_are_named(client: TestClient) -> None:
    unfit: list[tuple[str, object]] = [("people", LARGEST + 1), ("people", 2**63)]
    unfit += [("noticed_at", "0001-01-01T00:00:00+14:00"), ("noticed_at", "9999-12-31T23:59:59-12:00")]
    for field, value in unfit:
        answer = client.post("/api/v1/incidents", json={"description": "x", field: value})
        assert (answer.status_code, [error["field"] for error in answer.json()["errors"]]) == (422, [field])


def test_what_no_field_refused_is_not_an_error_of_the_service(client: TestClient) -> None:
    answers = [client.get(address) for address in ("/overflow", "/recursion", "/encoding")]
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(422, "value_unfit")] * 3


def test_every_number_that_the_api_takes_has_a_range() -> None:
    description = create_app(Settings(run_worker=False)).openapi()
    unbounded = [place for place, number in _numbers(description) if not {"maximum", "exclusiveMaximum", "enum"} & number.keys()]
    assert unbounded == []


def _numbers(description: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    schemas = description["components"]["schemas"]
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            taken = [*operation.get("parameters", []), operation.get("requestBody", {})]
            yield from ((f"{method} {path}", number) for number in _integers(taken, schemas, set()))


def _integers(part: Any, schemas: dict[str, Any], seen: set[str]) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        name = part.get("$ref", "").rpartition("/")[2]
        if name and name not in seen:
            seen.add(name)
            yield from _integers(schemas[name], schemas, seen)
        if part.get("type") == "integer":
            yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _integers(inner, schemas, seen)


def test_half_of_a_character_is_named(client: TestClient) -> None:
    said = client.post("/api/v1/search/people", content=b'{"text": "a \\ud800"}', headers={"Content-Type": "application/json"})
    assert (said.status_code, [error["field"] for error in said.json()["errors"]]) == (422, ["text"])
    assert "half of a character" in said.json()["detail_en"]


@pytest.mark.parametrize(
    ("address", "twice"),
    [("/api/v1/experts", "limit"), ("/api/v1/products/P1/recommendations", "role"), ("/people", "q"), ("/api/v1/experts", "unknown")],
)
def test_a_parameter_that_counts_once_is_not_sent_twice(client: TestClient, address: str, twice: str) -> None:
    refused = client.get(f"{address}?{twice}=1&{twice}=2")
    assert (refused.status_code, [error["field"] for error in refused.json()["errors"]]) == (422, [twice])
    assert "must be given once" in refused.json()["detail_en"]


def test_a_parameter_of_several_values_is_sent_as_often_as_there_are(client: TestClient) -> None:
    assert client.get("/requests/new?role=CE_PROJECT&role=CA_PROJECT").status_code == 200


FORMS = [
    ("/find", "text=radar&text=drones", "text"),
    ("/people", "country=VN&country=DE", "country"),
    ("/sign-in", "email=a@mail.example&email=b@mail.example", "email"),
    ("/requests", "languages=vi&languages=en&notes=one&notes=two", "notes"),
    ("/plans/new", "subjects=P01&subjects=P02&pairs=1&pairs=2", "pairs"),
]


@pytest.mark.parametrize(("address", "sent", "twice"), FORMS)
def test_a_field_of_a_form_that_counts_once_is_not_sent_twice(client: TestClient, address: str, sent: str, twice: str) -> None:
    refused = client.post(address, content=sent, headers={"Content-Type": "application/x-www-form-urlencoded", "Accept-Language": "en"})
    assert refused.status_code == 422
    assert f"{field_name(twice).en} must be given once" in refused.text


def test_a_field_of_several_parts_counts_once_as_well(client: TestClient) -> None:
    refused = client.post("/imports", files=[("file", ("a.csv", b"key")), ("source", (None, "one")), ("source", (None, "two"))])
    assert refused.status_code == 422
