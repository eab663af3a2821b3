import json
from datetime import date
from pathlib import Path

import pytest

from models.capabilities import Capability
from models.vocabulary import ConsentPurpose, EvidenceKind, Language, NameOrder, Outcome, Part, RoleCode, Scale
from seed.catalogue.loader import read_catalogue
from seed.written.entry import day, language_of, name_parts
from seed.written.loading import MalformedPeople, read_written

ITEM = {
    "kind": "programme",
    "title": "Radar",
    "text": "We built it",
    "organisation": "Institute",
    "role": "led",
    "start": "2020",
    "end": "2022-06",
    "outcome": "applied",
    "interdisciplinary": True,
    "scale": "11 provinces",
    "labels": {"about": {"P22": 3}, "dimensions": {"coordination": 2}, "capabilities": ["radar"], "denied": []},
}
PERSON = {
    "id": "X1",
    "name": "An Binh Tran",
    "country": "AU",
    "languages": ["en"],
    "lang": "en",
    "style": "sparse",
    "headline": "Engineer",
    "biography": "Bio",
    "evidence": [ITEM],
}
FILE = {
    "people": [PERSON],
    "briefs": [{"product": None, "lang": "en", "title": "Cook", "text": "A cook"}],
    "truth": [{"product": "P22", "role": "CE_PROJECT", "grades": {"X1": 3}, "why": {}}],
}


def written(folder: Path, content: object) -> Path:
    (folder / "hand.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_a_record_becomes_what_the_service_would_hold(tmp_path: Path) -> None:
    found = read_written(written(tmp_path, FILE))
    (person,) = found.people
    (item,) = person.profile.items
    assert (person.writer, person.style) == ("hand", "sparse")
    assert (item.id, item.kind, item.title, item.text) == ("X1-01", EvidenceKind.PROGRAMME, "Radar", "We built it. Institute. 11 provinces")
    assert (item.part, item.outcome, item.scale, item.sectors) == (Part.LED, Outcome.APPLIED, Scale.NATIONAL, ("energy", "transport"))
    assert (item.starts, item.ends, item.counts_as_innovation_work) == (date(2020, 1, 1), date(2022, 6, 28), True)
    assert person.profile.consents == {ConsentPurpose.MEMBERSHIP, ConsentPurpose.MATCHING}
    assert person.profile.willingness(RoleCode.CE_PROJECT) is person.profile.willingness(RoleCode.CA_PROJECT) is True
    assert person.profile.record_complete
    assert (person.about("P22"), person.shows("coordination"), person.capabilities) == (3, True, {"radar"})
    assert found.grades == {("P22", RoleCode.CE_PROJECT): {"X1": 3}}
    assert found.briefs[0].product is None


def test_everybody_and_everything_of_the_twelve_hands_is_read() -> None:
    found = read_written()
    assert len(found.people) == 380
    assert sum(len(person.profile.items) for person in found.people) == 3006
    assert (len(found.briefs), len(found.judgements), len(found.outsiders)) == (130, 211, 20)
    assert {person.writer for person in found.people} == {f"w{number:02d}" for number in range(1, 13)}
    assert {grade for grades in found.grades.values() for grade in grades.values()} == {0, 1, 2, 3}
    known = {row.id for row in read_catalogue() if isinstance(row, Capability)}
    assert all(person in found.by_id for grades in found.grades.values() for person in grades)
    named = {capability for person in found.people for capability in person.capabilities}
    assert len(named & known) > 0.95 * len(named)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"people": []}, "hand.json: a record lacks or misspells 'briefs'"),
        ({**FILE, "people": [PERSON, PERSON]}, "X1 stands more than once"),
    ],
)
def test_a_folder_that_cannot_be_read_says_where(tmp_path: Path, content: object, told: str) -> None:
    with pytest.raises(MalformedPeople, match=told):
        read_written(written(tmp_path, content))


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(MalformedPeople, match="no JSON file"):
        read_written(tmp_path)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-05", "2020-05-01", "2020-05-28"),
        ("2020-05-09", "2020-05-09", "2020-05-09"),
        ("", None, None),
    ],
)
def test_days_are_filled_up_at_either_end(text: str, start: str | None, end: str | None) -> None:
    assert (day(text), day(text, end=True)) == (start, end)


def test_names_and_languages_are_told_apart() -> None:
    assert name_parts(PERSON) == ("Tran", "An Binh", NameOrder.GIVEN_FIRST)
    assert name_parts({**PERSON, "country": "VN"}) == ("An", "Binh Tran", NameOrder.FAMILY_FIRST)
    assert (language_of("tiếng Việt"), language_of("English")) == (Language.VI, Language.EN)
