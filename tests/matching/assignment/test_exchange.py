"""Every bad cell, row and file is refused with file, line, column and cure."""

from pathlib import Path

import pytest

from matching.assignment.exchange import Files, read_problem, write_outcome
from matching.assignment.solving import solve
from matching.tables import MalformedTable

GOOD = {
    "scores": "person,seat,score\nA,x,0.5\nB,x,1\nA,y,0\n",
    "seats": "seat,demand\nx,1\ny,1\n",
    "people": "person,min,max\nA,0,1\nB,0,1\n",
    "forbid": "person,seat\n",
    "pin": "person,seat\n",
}

BAD = [
    ("scores", "person,seat,score\nA,x,\n", "scores.csv:2: score: '' is not a finite number"),
    ("scores", "person,seat,score\nA,x,0.5\nB,x,nan\n", "scores.csv:3: score: 'nan' is not a finite number"),
    ("scores", "person,seat,score\nA,x,inf\n", "scores.csv:2: score: 'inf' is not a finite number"),
    ("scores", "person,seat,score\nA,x,1_0\n", "scores.csv:2: score: '1_0' is not a finite number"),
    ("scores", "person,seat,score\nA,x,1\n\nA,x,1\n", "scores.csv:4: seat: 'A' and 'x' stands more than once"),
    ("scores", "person,seat,score\nA,x,1\nZ,x,1\n", "scores.csv:3: person: 'Z' is not among the people"),
    ("scores", "person,seat,score\nA,q,1\n", "scores.csv:2: seat: 'q' is not among the seats"),
    ("scores", "person,seat,score\nA,x\n", "scores.csv:2: person: 2 cells where the header has 3"),
    ("scores", "person,seat\nA,x\n", "scores.csv:1: score: the column is missing"),
    ("scores", "", "scores.csv:1: person: the column is missing"),
    ("scores", 'person,seat,score\nA,x,1\n"A,y,1\n', "scores.csv:3: not CSV"),
    ("seats", "seat,demand\nx,1\ny,-1\n", "seats.csv:3: demand: -1 is negative"),
    ("seats", "seat,demand\nx,1\ny,1.5\n", "seats.csv:3: demand: '1.5' is not a whole number"),
    ("seats", "seat,demand\nx,1\ny,1\nx,2\n", "seats.csv:4: seat: 'x' stands more than once"),
    ("seats", "seat,demand,demand\nx,1,1\n", "seats.csv:1: demand: the column stands more than once"),
    ("people", "person,min,max\nA,2,1\nB,0,1\n", "people.csv:2: max: max 1 is below min 2"),
    ("people", "person,min,max\nA,-1,1\nB,0,1\n", "people.csv:2: min: -1 is negative"),
    ("people", "person,min,max\n,0,1\n", "people.csv:2: person: the cell is empty"),
    ("forbid", "person,seat\nA,x\nA,x\n", "forbid.csv:3: seat: 'A' and 'x' stands more than once"),
    ("forbid", "person,seat\nA,q\n", "forbid.csv:2: seat: 'q' is not among the seats"),
    ("pin", "person,seat\nB,y\n", "pin.csv:2: seat: 'B' has no score for 'y'"),
    ("pin", "person,seat\nA,x\nB,x\n", "pin.csv:3: seat: more pins than the demand 1 of 'x'"),
    ("pin", "person,seat\nA,x\nA,y\n", "pin.csv:3: person: more pins than the max 1 of 'A'"),
]


def files(folder: Path, **changed: str) -> Files:
    for name, text in (GOOD | changed).items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return Files(*(folder / f"{name}.csv" for name in GOOD))


@pytest.mark.parametrize(("table", "text", "message"), BAD, ids=[message[:40] for _, _, message in BAD])
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, table: str, text: str, message: str) -> None:
    with pytest.raises(MalformedTable) as caught:
        read_problem(files(tmp_path, **{table: text}))
    assert str(caught.value).splitlines()[0].startswith(message)


def test_a_pin_that_is_forbidden_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedTable, match=r"pin.csv:2: seat: 'A' is forbidden for 'x'; remove"):
        read_problem(files(tmp_path, forbid="person,seat\nA,x\n", pin="person,seat\nA,x\n"))


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    paths = files(tmp_path)
    paths.people.write_bytes("person,min,max\nA,0,1\nĐỗ,0,1\n".encode("utf-16-le").replace(b"\0", b"") + b"\xff")
    with pytest.raises(MalformedTable, match=r"people.csv:\d: text: not UTF-8"):
        read_problem(paths)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    paths = files(tmp_path)
    paths.seats.unlink()
    with pytest.raises(MalformedTable, match=r"seats.csv:0: file: cannot be read: No such file"):
        read_problem(paths)


def test_many_faults_are_counted_not_listed(tmp_path: Path) -> None:
    rows = "".join(f"Z{at},x,1\n" for at in range(30))
    with pytest.raises(MalformedTable, match="and 10 more faults"):
        read_problem(files(tmp_path, scores=f"person,seat,score\n{rows}"))


def test_marks_other_columns_and_blank_lines_are_tolerated(tmp_path: Path) -> None:
    plain = solve(read_problem(files(tmp_path)))
    fancy = "\ufeffscore,note,seat,person\r\n0.5,,x,A\r\n\r\n1,n,x, B\r\n0,,y,A\r\n"
    assert solve(read_problem(files(tmp_path, scores=fancy))) == plain
    assert plain.taken == (("B", "x"), ("A", "y"))


def test_what_is_written_can_be_read_as_pins(tmp_path: Path) -> None:
    paths = files(tmp_path)
    outcome = solve(read_problem(paths))
    assert paths.pins is not None
    write_outcome(paths.pins, outcome)
    assert paths.pins.read_bytes() == b"person,seat,score\nB,x,1.0\nA,y,0.0\n"
    assert solve(read_problem(paths)).taken == outcome.taken
