"""Authors and works of OpenAlex, together and apart."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.imports.faults import Unreadable
from service.imports.formats.openalex.abstracts import abstract
from service.imports.formats.openalex.files import read
from service.people.evidence.schemas import EvidenceCreate

AN, BINH = "https://openalex.org/A5000000001", "https://openalex.org/A5000000002"
AUTHOR: dict[str, Any] = {
    "id": AN,
    "orcid": "https://orcid.org/0000-0002-1825-0097",
    "display_name": "An Nguyen",
    "display_name_alternatives": ["An Nguyen", "A. Nguyen"],
    "affiliations": [
        {"institution": {"id": "https://openalex.org/I1", "display_name": "HUST", "country_code": "DE"}, "years": [2021, 2015, 2016]}
    ],
    "last_known_institutions": None,
}


def authorship(author: str, orcid: str | None = None) -> dict[str, Any]:
    return {"author_position": "first", "is_corresponding": True, "author": {"id": author, "display_name": "X", "orcid": orcid}}


def work(number: int, *authors: str, **fields: Any) -> dict[str, Any]:
    named = {"id": f"https://openalex.org/W{number}", "doi": None, "title": f"Work {number}", "type": "article"}
    dated = {"publication_date": "2020-05-06", "publication_year": 2020, "abstract_inverted_index": None}
    return named | dated | {"authorships": [authorship(author) for author in authors]} | fields


def page(*works: dict[str, Any]) -> bytes:
    return json.dumps({"meta": {"count": len(works)}, "results": list(works)}).encode()


def test_an_author_and_works_are_one_person() -> None:
    [found] = read(json.dumps(AUTHOR).encode(), page(work(1, AN), work(2, AN, BINH), work(3, BINH)))
    assert (found.key, found.fields["orcid"], found.fields["aliases"]) == ("A5000000001", "0000-0002-1825-0097", ["A. Nguyen"])
    assert [item.fields["title"] for item in found.items] == ["Work 1", "Work 2", "Affiliation in publications: HUST"]


@pytest.mark.parametrize(("name", "family"), [("Van An Nguyen", "Nguyen"), ("Nguyễn Văn An", "Nguyễn"), ("Trần Lê", "Trần")])
def test_a_vietnamese_name_is_divided_in_the_order_it_is_printed(name: str, family: str) -> None:
    home = {"institution": {"display_name": "HUST", "country_code": "VN"}, "years": [2020]}
    [found] = read(json.dumps(AUTHOR | {"display_name": name, "affiliations": [home]}).encode())
    assert found.fields["family_name"] == family


def test_works_alone_belong_to_who_stands_on_all_of_them() -> None:
    [found] = read(page(work(1, AN), work(2, AN, BINH)))
    assert (found.key, len(found.items)) == ("A5000000001", 2)
    with pytest.raises(Unreadable, match="whose they are"):
        read(page(work(1, AN, BINH), work(2, AN, BINH)))


def test_a_work_has_its_doi_its_day_and_its_other_authors_and_no_leader() -> None:
    other = authorship(BINH, "https://orcid.org/0000-0001-5109-3700")
    told = work(1, AN, doi="https://doi.org/10.1000/ABC", title="MoS<sub>2</sub> films")
    told["authorships"].append(other)
    [item] = read(page(told, work(2, AN)))[0].items[:1]
    assert (item.fields["title"], item.fields["source"], item.fields["starts"]) == ("MoS2 films", "doi:10.1000/abc", date(2020, 5, 6))
    assert item.co_authors == ("orcid:0000-0001-5109-3700",)
    assert "part" not in item.fields


def test_the_first_of_january_says_the_year_alone() -> None:
    [item] = read(page(work(1, AN, publication_date="2008-01-01")))[0].items
    assert (item.fields["starts"], item.fields["ends"]) == (date(2008, 1, 1), date(2008, 12, 31))


def test_an_affiliation_is_no_position_and_keeps_its_years() -> None:
    [item] = read(json.dumps(AUTHOR).encode())[0].items
    assert (item.fields["kind"], item.organisation, item.fields["text"]) == ("network", "HUST", "2015, 2016, 2021")


@given(st.lists(st.sampled_from(["steel", "welded", "The", "of", "<i>", "thép"]), min_size=1, max_size=60))
def test_an_abstract_is_rebuilt_word_for_word(words: list[str]) -> None:
    index = {word: [place for place, one in enumerate(words) if one == word] for word in words}
    assert abstract(index) == " ".join(words)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_field_can_be_null(data: st.DataObject) -> None:
    author, told = dict(AUTHOR), work(1, AN, doi="10.1000/a")
    for holder in (author, told):
        for name in data.draw(st.lists(st.sampled_from(sorted(set(holder) - {"id"})), max_size=4)):
            holder[name] = data.draw(st.sampled_from([None, [], {}, "", 7, [None], [{}], {"a": [1, None]}]))
    [found] = read(json.dumps({"results": [author, told]}).encode())
    assert all(EvidenceCreate.model_validate(item.fields) for item in found.items)


@pytest.mark.parametrize("content", [b"{}", b"[]", b"nothing", json.dumps({"id": "https://openalex.org/I1"}).encode()])
def test_what_is_neither_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read(content)
