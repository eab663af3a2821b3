"""Records of ORCID: every section, one item for every group, and whatever is null."""

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.imports.faults import Unreadable
from service.imports.formats.orcid.record import read
from service.people.evidence.schemas import EvidenceCreate
from service.people.profiles.schemas import ExpertCreate
from tests.service.imports.formats.orcid.sample import SAMPLE, affiliation, record, work

SECTION = {"work": "works", "employment": "employments", "education": "educations", "funding": "fundings", "distinction": "distinctions"}


def groups_below(value: Any, section: str) -> int:
    """Count the groups of a section by walking the whole record."""
    if isinstance(value, list):
        return sum(groups_below(one, section) for one in value)
    if not isinstance(value, dict):
        return 0
    own = sum(len(held) for name, held in value.get(section, {}).items() if name in ("group", "affiliation-group"))
    return own + sum(groups_below(one, section) for name, one in value.items() if name != section)


def test_the_sample_comes_in_complete() -> None:
    found = read(json.dumps(SAMPLE).encode())
    counted = Counter(str(item.fields["source"]).split("/")[1] if "/" in item.fields["source"] else "work" for item in found.items)
    counted["work"] += sum(str(item.fields["source"]).startswith("doi:") for item in found.items)
    assert {name: counted[name] for name in SECTION} == {name: groups_below(SAMPLE, section) for name, section in SECTION.items()}


def test_what_was_read_is_what_the_api_takes() -> None:
    found = read(json.dumps(SAMPLE).encode())
    assert ExpertCreate.model_validate(found.fields).display_name == "An Nguyễn"
    assert all(EvidenceCreate.model_validate(item.fields) for item in found.items)


def test_one_work_from_two_sources_is_one_item_with_the_ids_of_both() -> None:
    first, second = work("Welding", index="0", ids=[("doi", "10.1000/a")]), work("Adaptive welding", index="1", ids=[("eid", "2-s2.0-1")])
    [item] = read(record(works=[[first, second]])).items
    assert item.fields["title"] == "Adaptive welding"
    assert item.fields["source"] == "doi:10.1000/a"
    assert "eid: 2-s2.0-1" in item.fields["text"]


def test_a_work_is_an_event_of_the_days_that_are_known() -> None:
    [item] = read(record(works=[[work("Welding", year="2019", month="3")]])).items
    assert (item.fields["starts"], item.fields["ends"]) == (date(2019, 3, 1), date(2019, 3, 31))


def test_a_position_without_an_end_goes_on() -> None:
    [item] = read(record(employments=[affiliation("employment", "Engineer", "Viettel", start="2015")])).items
    assert (item.fields["kind"], item.organisation, item.fields["starts"]) == ("position", "Viettel", date(2015, 1, 1))
    assert "ends" not in item.fields


def test_nobody_is_said_to_have_led() -> None:
    assert not any("part" in item.fields for item in read(json.dumps(SAMPLE).encode()).items)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"orcid-identifier": {"path": "x"}}', b"9" * 10_000])
def test_what_is_no_record_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read(content)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every place of a JSON at which something can be null."""
    own = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    return [(value, name) for name, _ in own] + [place for _, below in own for place in places(below)]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_anything_can_be_null_or_of_another_type(data: st.DataObject) -> None:
    changed = json.loads(json.dumps(SAMPLE))
    for _ in range(data.draw(st.integers(1, 6))):
        holder, name = data.draw(st.sampled_from(places(changed)))
        holder[name] = data.draw(st.sampled_from([None, [], {}, "", 7, True, "<b>", [None], {"value": None}]))
    try:
        found = read(json.dumps(changed).encode())
    except Unreadable:
        return
    assert all(EvidenceCreate.model_validate(item.fields) for item in found.items)
