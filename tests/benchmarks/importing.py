"""How many rows a second an import validates and writes: a workbook of people with twelve items each, brought in by command."""

import io
import time
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from models.database import make_engine, writing
from models.migrations.upgrade import upgrade
from service.imports.runs.operations import ImportOrder, start_run
from service.imports.runs.processing import process
from service.kit.actor import COMMAND_LINE, Actor
from service.kit.settings import utc_now

PEOPLE, ITEMS = 500, 12
AIM = 1_000
HEADINGS = ("Mã", "Họ và tên", "Email", "Loại", "Nội dung", "Đơn vị", "Từ", "Đến", "Mô tả")
KINDS = ("Vị trí", "Đề tài", "Bài báo", "Sáng chế")
FAMILIES, MIDDLES, NAMES = ("Nguyễn", "Trần", "Lê", "Phạm"), ("Văn", "Thị", "Minh"), ("An", "Bình", "Cường", "Dũng", "Hà")


@dataclass(frozen=True)
class ImportTimes:
    """Rows a second: validated without being kept, written, and sent again with nothing new."""

    tried: float
    written: float
    again: float


def measure_import(folder: Path) -> ImportTimes:
    """Bring the same workbook into a database of its own three times: dry, then in truth, then once more."""
    content, address = workbook(), f"sqlite:///{folder / 'imports.sqlite3'}"
    engine = make_engine(address)
    upgrade(engine)
    rates = []
    for dry_run in (True, False, False):
        with writing(engine) as session:
            wanted = ImportOrder("people.xlsx", content, dry_run=dry_run, vouched=True)
            run_id = start_run(session, Actor(COMMAND_LINE, utc_now()), wanted, queued=False).id
        begun = time.perf_counter()
        process(engine, run_id, lambda *_: None)
        rates.append(PEOPLE * ITEMS / (time.perf_counter() - begun))
    engine.dispose()
    return ImportTimes(*rates)


def as_text(times: ImportTimes) -> str:
    """Return the figures as lines."""
    verdict = "met" if times.tried >= AIM else "MISSED"
    figures = f"tried {times.tried:,.0f}, written {times.written:,.0f}, sent again {times.again:,.0f}"
    return f"import of {PEOPLE * ITEMS:,} rows of a workbook, rows a second: {figures}; {AIM:,} validated: {verdict}"


def workbook() -> bytes:
    """Return a workbook of people, one row an item."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for row in range(PEOPLE * ITEMS):
            sheet.write_row(row + 1, 0, _row(*divmod(row, ITEMS)))
    return file.getvalue()


def _row(person: int, item: int) -> tuple[str | int, ...]:
    name = f"{FAMILIES[person % 4]} {MIDDLES[person % 3]} {NAMES[person % 5]}"
    told = "Nghiên cứu và phát triển hệ thống điều khiển cho thiết bị. " * 3
    post = (KINDS[item % 4], f"Công việc số {item} của người {person}", f"Viện nghiên cứu {(person * 7 + item) % 300}")
    return f"CG{person}", name, f"p{person}@x.vn", *post, f"{item + 1:02}/{2000 + item}", 2016 + item % 8, told
