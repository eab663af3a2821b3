"""Tables of spreadsheet programs: what is read alike, and what is refused with its cure."""

import pytest

from matching.tables import MalformedTable, Table, read_table, yes

COLUMNS = ("person", "seat", "score")
PLAIN = "person,seat,score\nNguyễn Văn A,x,0.9\nB,x,0.8\n"


def read(content: str | bytes) -> Table:
    return read_table("scores.csv", content.encode() if isinstance(content, str) else content, COLUMNS)


def meaning(content: str | bytes) -> tuple[list[str], list[str], list[float]]:
    table = read(content)
    return table.ids("person"), table.ids("seat"), table.numbers("score")


DECIMAL_COMMA = PLAIN.replace(",", ";").replace("0.", "0,")


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.replace(",", ";"),
        DECIMAL_COMMA,
        PLAIN.replace(",", "\t"),
        PLAIN.replace(",", "\t").replace("0.", "0,"),
        PLAIN.replace("0.9", '"0,9"').replace("0.8", '"0,8"'),
        f"sep=;\n{DECIMAL_COMMA}",
        f"\ufeff{PLAIN}",
        PLAIN.encode("utf-16"),
        DECIMAL_COMMA.encode("utf-16-le"),
        DECIMAL_COMMA.encode("utf-16-be"),
        b"\xfe\xff" + PLAIN.encode("utf-16-be"),
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace("\n", "\n\n,,\n"),
        PLAIN.replace("person,seat,score", " Person,SEAT,Score"),
        "score,note,seat,person\n0.9,-,x,Nguyễn Văn A\n0.8,-,x,B\n",
        PLAIN.replace("Nguyễn", "Nguye\u0302\u0303n"),
        PLAIN.replace("Văn ", "V\u200băn\u00a0"),
    ],
)
def test_dialects_mean_the_same(content: str | bytes) -> None:
    assert meaning(content) == (["Nguyễn Văn A", "B"], ["x", "x"], [0.9, 0.8])


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("person;seat\nA;x\n", "scores.csv:1: score: the column is missing; the first line must be person,seat,score"),
        ("person,seat,score\nA;x;1\n", 'scores.csv:2: person: 1 cells .* are separated by ";", in the first line by ","'),
        ("person;seat;score\nA;x;0,9\nB;x;0.8\n", "scores.csv:3: score: '0.8' has a decimal point and line 2 writes '0,9'"),
        ("person;seat;score\nA;x;1.234,5\n", "scores.csv:2: score: '1.234,5' has a decimal point"),
        ('person,seat,score\nA,x,"1,234"\n', "scores.csv:2: score: '1,234' may be a decimal or thousands; write 1.234 or 1234"),
        ("person;seat;score\nA;x;1,2,3\n", "scores.csv:2: score: '1,2,3' is not a finite number"),
        ("person,seat,score\n\n\nA,x,none\n", "scores.csv:4: score: 'none' is not a finite number"),
        ("person,seat,score\n\u200b,x,1\n", "scores.csv:2: person: the cell is empty"),
        ("person,Person,seat,score\n", "scores.csv:1: person: the column stands more than once"),
        (PLAIN.encode("cp1258", "replace"), "scores.csv:2: text: not UTF-8; save the file as UTF-8"),
        (PLAIN.encode("utf-16")[:-1], "scores.csv:.*: text: not UTF-16"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_cure(content: str | bytes, fault: str) -> None:
    with pytest.raises(MalformedTable, match=f"^{fault}"):
        meaning(content)


@pytest.mark.parametrize("cell", ["9" * 30, "9" * 5000, "1000000001", "1.0", "1e3", "", "\u0663"])
def test_a_whole_number_that_is_none_or_too_large_is_refused(cell: str) -> None:
    with pytest.raises(MalformedTable, match=r"^t:2: demand: .*; write"):
        read_table("t", f"demand,seat\n{cell},x\n".encode(), ("demand",)).wholes("demand")


@pytest.mark.parametrize(
    ("cell", "said"),
    [(word, True) for word in ("yes", " TRUE", "1", "x", "X", "có", "co\u0301")]
    + [(word, False) for word in ("", "no", "Không", "0", "false")]
    + [(word, None) for word in ("maybe", "2", "-")],
)
def test_answers_are_known_words_or_none(cell: str, said: bool | None) -> None:
    assert yes(cell) is said
