"""Judged data: what is read, and how a fault is named by file, line and field."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from matching.evaluation.exchange import MalformedExchange, read_exchange

PROFILES = '{"id": "e2", "items": []}\n\n{"id": "e1", "items": [{"id": "a", "title": "Radar", "text": "Coast", "year": 2020}]}\n'
BRIEFS = '{"id": "b1", "title": "Ra đa", "text": ""}\n{"id": "b2", "text": "Rice"}\n'
JUDGEMENTS = "brief_id,profile_id,grade\nb1,e1,1\nb2,e2,0\n"
FILES = {"profiles.jsonl": PROFILES, "briefs.jsonl": BRIEFS, "judgements.csv": JUDGEMENTS}


def folder(path: Path, **changes: str | bytes) -> Path:
    """Write the three files, some of them changed."""
    for name, content in FILES.items():
        changed = changes.get(name.partition(".")[0], content)
        (path / name).write_bytes(changed if isinstance(changed, bytes) else changed.encode())
    return path


def test_profiles_briefs_and_grades_are_read_in_the_order_of_ids(tmp_path: Path) -> None:
    exchange = read_exchange(folder(tmp_path))
    assert [profile.id for profile in exchange.profiles] == ["e1", "e2"]
    assert [(brief.id, brief.text) for brief in exchange.briefs] == [("b1", "Ra đa"), ("b2", "Rice")]
    assert np.array_equal(exchange.grades, [[1, np.nan], [np.nan, 0]], equal_nan=True)


def test_an_item_keeps_words_and_year(tmp_path: Path) -> None:
    (item,) = read_exchange(folder(tmp_path)).profiles[0].items
    assert (item.id, item.words, item.ends) == ("a", "Radar. Coast", date(2020, 12, 31))


@pytest.mark.parametrize("year", ["null", '"2020"', "0", "10000", "NaN", "Infinity", "-1", "[]"])
def test_a_year_that_is_none_leaves_the_item_undated(tmp_path: Path, year: str) -> None:
    profiles = f'{{"id": "e1", "items": [{{"title": "Radar", "year": {year}}}]}}\n{{"id": "e2", "items": []}}'
    assert read_exchange(folder(tmp_path, profiles=profiles)).profiles[0].items[0].ends is None


def test_items_without_an_id_are_numbered(tmp_path: Path) -> None:
    profiles = '{"id": "e1", "items": [{"title": "A"}, {"text": "B"}]}\n{"id": "e2", "items": []}'
    assert [(item.id, item.words) for item in read_exchange(folder(tmp_path, profiles=profiles)).profiles[0].items] == [
        ("0", "A"),
        ("1", "B"),
    ]


def test_ids_may_look_like_numbers_or_like_nothing(tmp_path: Path) -> None:
    exchange = read_exchange(
        folder(
            tmp_path,
            profiles='{"id": 7, "items": []}\n{"id": "NA", "items": []}',
            briefs='{"id": "007", "text": "Radar"}',
            judgements="profile_id,grade,brief_id,remark\n7,3,007,x\nNA,4.5,007,\n",
        )
    )
    assert exchange.grades.tolist() == [[3.0, 4.5]]


@pytest.mark.parametrize("missing", FILES)
def test_a_missing_file_is_named(tmp_path: Path, missing: str) -> None:
    (folder(tmp_path) / missing).unlink()
    with pytest.raises(MalformedExchange, match=f"^{missing}: the file is missing"):
        read_exchange(tmp_path)


@pytest.mark.parametrize(
    ("file", "content", "fault"),
    [
        ("profiles", '{"id": "e1", "items": []}\n{"id": ', r"profiles\.jsonl:2: not a JSON object"),
        ("profiles", "\n\n[1]\n", r"profiles\.jsonl:3: id: an object with an id"),
        ("profiles", '{"items": []}', r"profiles\.jsonl:1: id: "),
        ("profiles", '{"id": null, "items": []}', r"profiles\.jsonl:1: id: "),
        ("profiles", '{"id": "e1"}', r"profiles\.jsonl:1: items: a list"),
        ("profiles", '{"id": "e1", "items": {}}', r"profiles\.jsonl:1: items: a list"),
        ("profiles", '{"id": "e1", "items": [{"title": "A"}, "B"]}', r"profiles\.jsonl:1: items\[1\]: an object"),
        ("profiles", '{"id": "e1", "items": [{"title": ["A"]}]}', r"profiles\.jsonl:1: items\[0\]: title, text: strings"),
        ("profiles", '{"id": "e1", "items": []}\n{"id": "e1", "items": []}', r"profiles\.jsonl:2: id: 'e1' stands more than once"),
        ("profiles", b'{"id": "e1", "items": []}\n{"id": "\xff\xfe", "items": []}', r"profiles\.jsonl:2: not a JSON object"),
        ("briefs", '{"id": "b1"}\n{"id": "b2", "text": 3}', r"briefs\.jsonl:2: title, text: strings"),
        ("briefs", '{"id": "b1"}\n{"id": "b2"}\n{"id": "b1"}', r"briefs\.jsonl:3: id: 'b1' stands more than once"),
        ("briefs", "nothing", r"briefs\.jsonl:1: not a JSON object"),
        ("judgements", "", r"judgements\.csv:1: brief_id: the column is missing"),
        ("judgements", "brief_id,grade\nb1,1\n", r"judgements\.csv:1: profile_id: the column is missing"),
        ("judgements", "brief_id\nb1\n", r"judgements\.csv:1: profile_id: the column is missing"),
        ("judgements", "brief_id,profile_id,grade\nb1,e1,1\nb1,e9,1\n", r"judgements\.csv:3: profile_id: 'e9' is unknown"),
        ("judgements", "brief_id,profile_id,grade\nb9,e1,1\n", r"judgements\.csv:2: brief_id: 'b9' is unknown"),
        ("judgements", "brief_id,profile_id,grade\nb1,e1,1\nb1,e2,good\n", r"judgements\.csv:3: grade: 'good' is not a finite number"),
        ("judgements", "brief_id,profile_id,grade\nb1,e1,\n", r"judgements\.csv:2: grade: '' is not a finite number"),
        ("judgements", "brief_id,profile_id,grade\nb1,e1,inf\n", r"judgements\.csv:2: grade: 'inf' is not a finite number"),
        ("judgements", "brief_id,profile_id,grade\nb1,e1,1\nb1,e2,1,2,3\n", r"judgements\.csv:3: brief_id: 5 cells where the header has 3"),
        (
            "judgements",
            "brief_id,profile_id,grade\n\nb1,e1,5\nb1,e2,1\nb1,e1,1\n",
            r"judgements\.csv:5: grade: .* have 1 here and 5 in line 3",
        ),
        ("judgements", b"brief_id,profile_id,grade\nb\xff1,e1,1\n", r"judgements\.csv:2: text: not UTF-8"),
    ],
)
def test_a_fault_is_named_by_file_line_and_field(tmp_path: Path, file: str, content: str | bytes, fault: str) -> None:
    with pytest.raises(MalformedExchange, match=f"^{fault}"):
        read_exchange(folder(tmp_path, **{file: content}))


def test_the_same_judgement_twice_is_one(tmp_path: Path) -> None:
    read = read_exchange(folder(tmp_path, judgements="brief_id,profile_id,grade\nb1,e1,5\nb1,e1,5\n"))
    assert read.grades[0].tolist()[:1] == [5.0]


@pytest.mark.parametrize(
    ("grades", "relevant"),
    [("0 1 1", [False, True, True]), ("1 1 1", [True, True, True]), ("0 1 2", [False, False, False]), ("3 4 5", [False, True, True])],
)
def test_relevant_is_above_nothing_or_at_least_four(tmp_path: Path, grades: str, relevant: list[bool]) -> None:
    names = ("e1", "e2", "e3")
    rows = "".join(f"b1,{name},{grade}\n" for name, grade in zip(names, grades.split(), strict=True))
    exchange = read_exchange(
        folder(
            tmp_path,
            profiles="\n".join(f'{{"id": "{name}", "items": []}}' for name in names),
            briefs='{"id": "b1", "text": "Radar"}',
            judgements=f"brief_id,profile_id,grade\n{rows}",
        )
    )
    assert exchange.relevant().tolist() == [relevant]


def test_files_from_elsewhere_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    marked = {name.partition(".")[0]: b"\xef\xbb\xbf" + content.encode() for name, content in FILES.items()}
    assert read_exchange(folder(tmp_path, **marked)).grades.shape == (2, 2)


def test_judgements_may_come_from_a_spreadsheet_and_stand_twice(tmp_path: Path) -> None:
    rows = "Profile_ID;Brief_ID;Grade\r\ne1;b1;0,5\r\ne1;b1;0,50\r\n"
    assert read_exchange(folder(tmp_path, judgements=rows.encode("utf-16"))).grades[0, 0] == 0.5
