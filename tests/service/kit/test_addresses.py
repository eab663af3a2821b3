import pytest
from fastapi import Request

from service.kit.addresses import address_of, led_to, page_before


def asked_below(root: str) -> Request:
    return Request({"type": "http", "root_path": root, "headers": [], "path": "/"})


@pytest.mark.parametrize("root", ["/match", "/match/"])
def test_an_address_stands_below_the_root_of_the_proxy(root: str) -> None:
    assert address_of(asked_below(root), "/plans") == "/match/plans"
    assert led_to(asked_below(root), "/plans").headers["location"] == "/match/plans"


def test_without_a_proxy_a_path_is_its_own_address() -> None:
    assert address_of(asked_below(""), "/plans") == "/plans"


@pytest.mark.parametrize(("came_from", "back"), [("/people?q=a", "/people?q=a"), ("//evil.example/people", None), ("/plans", None)])
def test_the_page_before_is_one_of_this_service(came_from: str, back: str | None) -> None:
    headers = [(b"host", b"vin.example"), (b"referer", f"https://vin.example{came_from}".encode())]
    asked = {"type": "http", "method": "GET", "scheme": "https", "headers": headers, "path": "/plans", "query_string": b""}
    assert page_before(Request(asked)) == back
