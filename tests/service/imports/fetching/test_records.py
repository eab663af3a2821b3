"""Which addresses a record is asked for at."""

import httpx
import pytest

from service.imports.faults import Unreadable
from service.imports.fetching.client import Registries
from service.imports.fetching.records import OPENALEX_HOST, ORCID_HOST, fetch_openalex, fetch_orcid

ORCID = "0000-0002-1825-0097"


def registries(asked: list[httpx.URL], **answers: object) -> Registries:
    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        return httpx.Response(200, json=answers[request.url.path.split("/")[1].replace(".", "_")])

    hosts = frozenset({ORCID_HOST, OPENALEX_HOST})
    return Registries(hosts, httpx.MockTransport(answer), mailto="office@mail.example", openalex_key="the-key")


def test_a_record_of_orcid_is_asked_for_by_its_id() -> None:
    asked: list[httpx.URL] = []
    assert fetch_orcid(registries(asked, v3_0={}), ORCID) == b"{}"
    assert [str(address) for address in asked] == [f"https://pub.orcid.org/v3.0/{ORCID}/record"]


def test_an_author_comes_with_the_pages_of_the_works() -> None:
    asked: list[httpx.URL] = []
    author, works = {"id": "https://openalex.org/A5015201707"}, {"results": [], "meta": {"next_cursor": "more"}}
    assert len(fetch_openalex(registries(asked, authors=author, works=works), ORCID)) == 2
    assert [address.path for address in asked] == [f"/authors/orcid:{ORCID}", "/works"]
    assert dict(asked[1].params) == {
        "api_key": "the-key",
        "mailto": "office@mail.example",
        "filter": "author.id:A5015201707",
        "per-page": "100",
        "cursor": "*",
    }


@pytest.mark.parametrize("given", ["0000-0002-1825-0098", "A1/../x", "", "https://orcid.org/0000-0002-1825-0097", "W123456"])
def test_what_is_no_identifier_is_asked_for_nowhere(given: str) -> None:
    asked: list[httpx.URL] = []
    for fetch in (fetch_orcid, fetch_openalex):
        with pytest.raises(Unreadable, match="no ORCID iD"):
            fetch(registries(asked), given)
    assert asked == []
