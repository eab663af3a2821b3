"""A plan as CSV, without names: seats with their people; the same file makes a plan with the same people again."""

import csv
import io
from collections.abc import Iterator, Sequence

from matching.tables import MalformedTable, one_form, read_table, yes
from service.kit.problems import FieldError, Invalid
from service.kit.tables import harmless
from service.matches.plans.records import PlacedPerson, PlanResult, StaffedSeat
from service.matches.plans.requests import PinInput, PlanInput, PlanRole, SeatInput

COLUMNS = ("subject", "role", "pairs", "alternates", "hours", "person", "pin", "place", "score")
NEEDED = ("subject", "role")
PINNED, STANDBY, EMPTY, HOLDS = "yes", "alternate", "empty", "holds"


def as_csv(result: PlanResult) -> str:
    """Return a line for every person in a seat (``pin`` is yes, so that a replay keeps them), every alternate and every empty place."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for seat in result.seats:
        for row in _rows(seat):
            writer.writerow([harmless(cell) for cell in row])
    return f"\ufeff{buffer.getvalue()}"


def _rows(seat: StaffedSeat) -> Iterator[tuple[object, ...]]:
    head = (seat.subject, seat.role.value, seat.places, seat.alternates, seat.hours)
    placed: list[tuple[PlacedPerson, str, str]] = [(one, PINNED, HOLDS) for one in seat.people]
    placed += [(one, "", STANDBY) for one in seat.standby]
    for one, pin, place in placed:
        yield (*head, one.person, pin, place, one.score)
    for _ in range(seat.empty):
        yield (*head, "", "", EMPTY, "")


def read_csv(content: bytes, fields: PlanInput) -> PlanInput:
    """Return ``fields`` with the seats and pins of a table; lines of one seat repeat it, a person whose ``pin`` says yes is pinned.

    Raises ``Invalid`` that names line, column and cure of every fault.
    """
    faults: list[tuple[int, str, str]] = []
    lines = _lines(content)
    seats: dict[tuple[str, str], SeatInput] = {}
    pins: list[PinInput] = []
    for line, row in lines:
        seat = _seat(line, row, faults)
        if seat is None:
            continue
        first = seats.setdefault((seat.subject, seat.role), seat)
        if first != seat:
            faults.append((line, "pairs", "another line says otherwise of this seat; make them equal"))
        person = one_form(row.get("person", ""))
        if _pinned(line, row, faults) and person:
            pins.append(PinInput(person=person[:40], subject=seat.subject, role=seat.role))
    if faults or not seats:
        raise _faults(faults or [(1, "subject", "there is no seat; write a line for each")])
    return PlanInput.model_validate({**fields.model_dump(), "seats": list(seats.values()), "pins": pins})


def _lines(content: bytes) -> list[tuple[int, dict[str, str]]]:
    """Return the number and the cells of each line."""
    try:
        table = read_table("table", content, NEEDED, COLUMNS[len(NEEDED) :])
    except MalformedTable as malformed:
        raise _faults(list(malformed.faults)) from malformed
    rows = zip(*table.cells.values(), strict=True)
    return [(line, dict(zip(table.cells, cells, strict=True))) for line, cells in zip(table.lines, rows, strict=True)]


def _pinned(line: int, row: dict[str, str], faults: list[tuple[int, str, str]]) -> bool:
    answer = yes(row.get("pin", ""))
    if answer is None:
        allowed = "yes, true, 1, x, có or no, false, 0, không"
        faults.append((line, "pin", f"{row['pin'].strip()!r} is neither yes nor no; write {allowed}, or leave it empty"))
    return answer is True


def _seat(line: int, row: dict[str, str], faults: list[tuple[int, str, str]]) -> SeatInput | None:
    subject, role = (one_form(row[column]) for column in NEEDED)
    before = len(faults)
    if not 1 <= len(subject) <= 40:
        faults.append((line, "subject", "write the id of a product or project"))
    if role not in set(PlanRole):
        faults.append((line, "role", f"{role!r} is unknown; write {' or '.join(PlanRole)}"))
    numbers = {column: _number(line, column, row, most, faults) for column, most in (("pairs", 5), ("alternates", 10), ("hours", 168))}
    if len(faults) > before:
        return None
    return SeatInput(subject=subject, role=PlanRole(role), **numbers)


def _number(line: int, column: str, row: dict[str, str], most: int, faults: list[tuple[int, str, str]]) -> int | None:
    written = row.get(column, "").strip()
    least = 1 if column == "pairs" else 0
    if not written:
        return None
    if written.isascii() and written.isdigit() and len(written) < 5 and least <= int(written) <= most:
        return int(written)
    faults.append((line, column, f"{written!r} is no whole number from {least} to {most}; correct it or leave it empty"))
    return None


def _faults(found: Sequence[tuple[int, str, str]]) -> Invalid:
    places = "; ".join(f"{line}: {column}: {message}" for line, column, message in found)
    return Invalid(
        "plan_table_unreadable",
        en=f"The table cannot be read, line by line: {places}.",
        vi=f"Không đọc được bảng, lỗi theo từng dòng: {places}.",
        errors=tuple(FieldError(field=f"line {line}, {column}", message=message) for line, column, message in found),
    )
