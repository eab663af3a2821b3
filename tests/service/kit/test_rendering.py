import pytest
from fastapi import Request

from models.vocabulary import Language
from service.kit.rendering import Reader


def request(**headers: str) -> Request:
    encoded = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "query_string": b"catalogue=X&lang=vi", "headers": encoded})


@pytest.mark.parametrize(
    ("chosen", "headers", "language"),
    [
        (None, {}, Language.VI),
        (None, {"accept_language": "en-GB,vi;q=0.5"}, Language.EN),
        (None, {"accept_language": "fr"}, Language.VI),
        (None, {"accept_language": "en", "cookie": "lang=vi"}, Language.VI),
        (None, {"accept_language": "en", "cookie": "lang=xx"}, Language.EN),
        (Language.EN, {"cookie": "lang=vi"}, Language.EN),
    ],
)
def test_the_address_decides_then_the_cookie_then_the_browser(chosen: Language | None, headers: dict[str, str], language: Language) -> None:
    assert Reader.of(request(**headers), chosen).language is language
