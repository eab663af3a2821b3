"""What goes out to registries, and what an answer without a record is told as. No network, no waiting."""

import gzip
from collections.abc import Callable

import httpx
import pytest

from service.imports.fetching.client import Registries
from service.imports.fetching.faults import NotFetched, OutOfCredit, RateLimited, SwitchedOff
from service.kit.settings import Settings

HOST = "api.openalex.org"
Answers = list[httpx.Response]


class Network:
    """Gives prepared answers and remembers the requests and waits."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[httpx.Request] = []
        self.waits: list[float] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def registries(self, clock: Callable[[], float] = lambda: 0.0, most_bytes: int = 1000) -> Registries:
        transport = httpx.MockTransport(self)
        return Registries(frozenset({HOST}), transport, sleep=self.waits.append, clock=clock, most_bytes=most_bytes)


def get(network: Network) -> bytes:
    return network.registries().get(HOST, "/authors/A1")


def test_nothing_goes_out_unless_the_operator_names_the_host() -> None:
    network = Network()
    with pytest.raises(SwitchedOff, match=r"pub\.orcid\.org"):
        network.registries().get("pub.orcid.org", "/v3.0/x")
    with pytest.raises(SwitchedOff):
        Registries.of(Settings()).get(HOST, "/authors/A1")
    assert network.asked == []


def test_a_busy_registry_is_asked_again_after_what_it_says() -> None:
    network = Network(httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(503), httpx.Response(200, content=b"{}"))
    assert get(network) == b"{}"
    assert network.waits == [7.0, 2.0]


def test_a_date_in_retry_after_that_is_over_waits_no_more() -> None:
    network = Network(httpx.Response(429, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}), httpx.Response(200, content=b"1"))
    assert get(network) == b"1"
    assert network.waits == [0.0]


def test_one_who_is_asked_too_often_is_told_apart_from_one_whose_allowance_is_used_up() -> None:
    with pytest.raises(RateLimited):
        get(Network(*[httpx.Response(429, headers={"X-RateLimit-Remaining": "900"})] * 4))
    with pytest.raises(RateLimited):
        get(Network(*[httpx.Response(403, json={"error": "Rate limit exceeded"})] * 4))


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(429, headers={"X-RateLimit-Remaining": "0"}),
        httpx.Response(429, headers={"X-RateLimit-Remaining-USD": "0.0000"}),
        httpx.Response(429, headers={"Retry-After": "54000"}),
        httpx.Response(429, json={"message": "Insufficient credits"}),
        httpx.Response(402),
    ],
)
def test_an_allowance_that_is_used_up_is_not_asked_for_again(answer: httpx.Response) -> None:
    network = Network(answer)
    with pytest.raises(OutOfCredit):
        get(network)
    assert (len(network.asked), network.waits) == (1, [])


def test_a_merged_record_is_followed_on_the_same_host_alone() -> None:
    moved = httpx.Response(301, headers={"Location": "/authors/A2"})
    network = Network(moved, httpx.Response(200, content=b"{}"))
    assert get(network) == b"{}"
    assert network.asked[1].url == f"https://{HOST}/authors/A2"
    for elsewhere in ("https://evil.example/", f"http://{HOST}/authors/A2", "//10.0.0.1/", f"https://{HOST}:8443/"):
        with pytest.raises(NotFetched, match="another place"):
            get(Network(httpx.Response(302, headers={"Location": elsewhere})))
    with pytest.raises(NotFetched, match="another place"):
        get(Network(moved, moved, moved))


def test_an_answer_stops_at_the_limit_also_when_it_is_packed() -> None:
    packed = httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=gzip.compress(b"0" * 1_000_000))
    with pytest.raises(NotFetched, match="more than"):
        get(Network(packed))


def test_an_answer_that_drips_is_left() -> None:
    moments = iter([0.0, 100.0])
    network = Network(httpx.Response(200, content=b"slow"))
    with pytest.raises(NotFetched, match="does not answer"):
        network.registries(clock=lambda: next(moments)).get(HOST, "/authors/A1")


def test_a_registry_out_of_reach_is_tried_and_given_up() -> None:
    network = Network(*[httpx.ConnectTimeout("no way to https://api.openalex.org/?api_key=secret")] * 4)
    with pytest.raises(NotFetched, match="does not answer") as told:
        get(network)
    assert network.waits == [1.0, 2.0, 4.0]
    assert "secret" not in str(told.value)


def test_other_refusals_are_told_with_their_number() -> None:
    with pytest.raises(NotFetched, match="no such record"):
        get(Network(httpx.Response(404)))
    with pytest.raises(NotFetched, match="400"):
        get(Network(httpx.Response(400)))
    with pytest.raises(NotFetched, match="500"):
        get(Network(*[httpx.Response(500)] * 4))
