"""A session is told by its browser and system, not by what a browser says of itself."""

import pytest

from service.identity.accounts.devices import device_name

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/604.1"


@pytest.mark.parametrize(
    ("description", "name"),
    [(CHROME, "Chrome, Linux"), (EDGE, "Edge, Windows"), (PHONE, "Safari, iPhone"), ("curl/8.5.0", "curl/8.5.0"), ("", "")],
)
def test_a_device_is_named_in_two_words(description: str, name: str) -> None:
    assert device_name(description) == name
