from pathlib import Path

import pytest

from models.vocabulary import NeedLevel
from seed.catalogue.records import Reader, Record, refuse_repeats

COLUMNS = "id name* more"


def read(folder: Path, text: str) -> tuple[list[Record], list[str]]:
    (folder / "file.csv").write_bytes(text.encode())
    reader = Reader(folder, phrases={"press": "theo báo chí", "inferred": "suy luận"})
    records = reader.records("file.csv", COLUMNS)
    return records, [str(fault) for fault in reader.faults]


def only(folder: Path, more: str) -> Record:
    return read(folder, f"id,name_en,name_vi,more\nA,one,một,{more}\n")[0][0]


def test_a_record_knows_its_line_after_a_text_of_several_lines(tmp_path: Path) -> None:
    records, faults = read(tmp_path, 'id,name_vi,name_en,more\nA,một,"one\nand more",x\nB,hai,two,y\n')
    assert [(record.line, record.text("id")) for record in records] == [(2, "A"), (4, "B")]
    assert faults == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id,name_en,more\n", "file.csv:1: header: must have the columns id,name_en,name_vi,more; it has id,name_en,more"),
        ("", "file.csv:1: header: must have the columns id,name_en,name_vi,more; it has "),
        ("id,name_en,name_vi,more\nA,one\n", "file.csv:2: row: has 2 fields instead of 4; quote texts that contain a comma"),
        ('id,name_en,name_vi,more\nA,"one" two,một,x\n', "file.csv:2: row: is not valid CSV"),
        ('id,name_en,name_vi,more\nA,"one,một,x\n', "file.csv:2: row: is not valid CSV"),
    ],
)
def test_a_file_of_the_wrong_shape_is_a_fault_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    records, faults = read(tmp_path, text)
    assert records == []
    assert len(faults) == 1
    assert faults[0].startswith(fault)


def test_a_missing_file_and_a_wrong_encoding_are_faults(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes("id,name_en,name_vi,more\nA,café,,\n".encode("latin-1"))
    reader = Reader(tmp_path)
    assert reader.records("none.csv", COLUMNS) == reader.records("latin.csv", COLUMNS) == []
    assert [str(fault) for fault in reader.faults] == [
        "none.csv:1: file: is missing; put it back",
        "latin.csv:1: file: is not UTF-8 (byte 29); save it as UTF-8",
    ]


def test_a_byte_order_mark_and_decomposed_letters_are_understood(tmp_path: Path) -> None:
    records, faults = read(tmp_path, "\ufeffid,name_en,name_vi,more\nA,one,mo\u0323\u0302t,x\n")
    assert (records[0].text("name_vi"), faults) == ("một", [])


def test_wrong_values_are_faults_that_say_how_to_mend_them(tmp_path: Path) -> None:
    record = only(tmp_path, "tomorrow")
    record.day("more")
    record.number_or_none("more")
    record.flag("more")
    record.choice("more", NeedLevel)
    record.reference("more", {"A"})
    assert [str(fault).removeprefix("file.csv:2: more: ") for fault in record.reader.faults] == [
        '"tomorrow" is not a date; write it as 2026-07-01',
        '"tomorrow" is not a number of at least zero; write it as 1.5',
        '"tomorrow" must be yes or no',
        '"tomorrow" must be one of must, nice, excluded',
        '"tomorrow" is unknown; use an id that exists or define it first',
    ]


def test_an_empty_text_and_one_language_alone_are_faults(tmp_path: Path) -> None:
    records, _ = read(tmp_path, "id,name_en,name_vi,more\n,one,,x\n")
    records[0].text("id")
    records[0].both_or_none("name")
    assert [(fault.field, fault.message) for fault in records[0].reader.faults] == [
        ("id", "is empty; write it"),
        ("name_vi", "is empty; write it"),
    ]


def test_parts_may_not_repeat(tmp_path: Path) -> None:
    assert only(tmp_path, "a|b").parts("more") == ["a", "b"]
    repeated = only(tmp_path, "a|a")
    repeated.parts("more")
    assert len(repeated.reader.faults) == 1


def test_provenance_is_translated_part_by_part(tmp_path: Path) -> None:
    assert only(tmp_path, "press; inferred").translated("more") == "theo báo chí; suy luận"
    unknown = only(tmp_path, "press; hearsay")
    unknown.translated("more")
    assert [fault.message for fault in unknown.reader.faults] == ['"hearsay" has no Vietnamese; add it to provenance.csv']


def test_a_repeated_key_is_a_fault_that_names_the_first(tmp_path: Path) -> None:
    records, _ = read(tmp_path, "id,name_en,name_vi,more\nA,one,một,x\nA,two,hai,y\n")
    refuse_repeats(records, "id")
    assert [str(fault) for fault in records[0].reader.faults] == ['file.csv:3: id: "A" stands already in file.csv:2; keep one']
