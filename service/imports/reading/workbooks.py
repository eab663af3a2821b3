"""XLSX: the values of the visible sheets; formulas come as what they gave when the file was saved."""

import io
from collections.abc import Iterator
from datetime import datetime

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from service.imports.faults import Unreadable
from service.imports.reading.packing import check_package
from service.imports.reading.sheets import Sheet, check_font

_ROWS_LOOKED_AT = 500


def sheets_of(content: bytes) -> list[Sheet]:
    """Return the visible sheets; raises ``Unreadable``, also while their rows are read."""
    check_package(content)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [_sheet(workbook, each.name) for each in workbook.sheets_metadata if _is_shown(each)]
    except BaseException as error:  # noqa: BLE001 - the reader panics with what is no Exception
        raise _told(error) from None


def _is_shown(sheet: object) -> bool:
    return getattr(sheet, "typ", None) == SheetTypeEnum.WorkSheet and getattr(sheet, "visible", None) == SheetVisibleEnum.Visible


def _sheet(workbook: CalamineWorkbook, name: str) -> Sheet:
    sheet = workbook.get_sheet_by_name(name)
    # Rows are counted from the first of the sheet, columns from the first that is filled.
    left = sheet.start[1] if sheet.start else 0
    merged = [((top, first - left), (bottom, last - left)) for (top, first), (bottom, last) in sheet.merged_cell_ranges or []]
    return Sheet(name, _lines(sheet), merged)


def _lines(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    looked_at: list[str] = []
    rows = sheet.iter_rows() if sheet.start is not None else iter(())
    try:
        for number, cells in enumerate(rows, 1):
            words = [_words(cell) for cell in cells]
            if number <= _ROWS_LOOKED_AT:
                looked_at += words
                if number == _ROWS_LOOKED_AT:
                    check_font("\n".join(looked_at))
            yield number, words
    except BaseException as error:  # noqa: BLE001 - as above
        raise _told(error) from None
    if len(looked_at):
        check_font("\n".join(looked_at))


def _told(error: BaseException) -> BaseException:
    """Return what to raise: the reader's own errors, and its panics, which are no ``Exception``, are a workbook that cannot be opened."""
    if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | GeneratorExit | Unreadable):
        return error
    if isinstance(error, PasswordError):
        return locked()
    return Unreadable("The workbook cannot be opened: save it again as XLSX.", "Không mở được bảng tính: hãy lưu lại dạng XLSX.")


def locked() -> Unreadable:
    """Return what is said of a workbook with a password."""
    return Unreadable(
        "The workbook is protected by a password: take the password off and save it again.",
        "Bảng tính có mật khẩu bảo vệ: hãy bỏ mật khẩu rồi lưu lại.",
    )


def _words(cell: object) -> str:
    match cell:
        case str():
            return cell
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.date().isoformat()
        case _:
            return str(cell)
