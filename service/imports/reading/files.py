"""A file as tables, with what the reader should know: which columns and sheets were left out, and how to have them read."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.search_key import folded, search_words
from service.imports.faults import NoHeadings
from service.imports.reading.columns import Column
from service.imports.reading.form_tables import tables_of_form
from service.imports.reading.forms import (
    MOST_LINES_OF_A_FORM,
    MOST_LINES_OF_FORMS,
    SmallTable,
    form_in,
    forms_apart,
    rows_left_out,
    too_long_a_form,
)
from service.imports.reading.heading_words import CONSENT_PROOF, CONSENTS, IDENTITY, ITEMS, NAMES, NAMES_IN_A_ROLE, template_heading
from service.imports.reading.headings import is_not_kept
from service.imports.reading.kinds import FileKind, kind_of, sheets_of
from service.imports.reading.merged_cells import Line
from service.imports.reading.sheets import Sheet
from service.imports.reading.tables import Table, likely_headings, lines_of, table_of
from service.imports.reading.words import kind_named
from service.kit.languages import Bilingual

_MOST_NAMED = 20
_GUIDE = re.compile(
    r"(?:\d+ )?(?:huong dan(?: (?:nhap|su dung|dien|ke khai|chung|ghi|lap|cach)\b.*)?|hdsd|vi du.*|instructions?|guide(?:lines?)?|how to.*"
    r"|read ?me|examples?|samples?|(?:(?:du lieu|dong|ban) )?mau)"
)  # "Hướng dẫn nghiên cứu sinh" lists students


@dataclass
class ReadFile:
    """``unknown`` are headings that no field is known for, by table."""

    kind: FileKind
    tables: list[Table] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)
    notes: list[Bilingual] = field(default_factory=list)


def read_file(content: bytes, name: str, mapping: Mapping[str, str]) -> ReadFile:
    """Return the tables of a file; raises ``Unreadable``, which says why and what to do, such as ``NoHeadings``."""
    kind = kind_of(content, name)
    found = ReadFile(kind)
    sheets = list(enumerate(sheets_of(content, kind), 1))
    guides = [sheet.name for _, sheet in sheets if _is_guide(sheet.name)]
    for number, sheet in sorted(sheets, key=lambda each: each[1].name in guides):
        if sheet.name in guides and found.tables:
            found.notes.append(_guide(sheet.name))
            continue
        tables = [table for table in _tables_of(found, sheet, number, mapping) if _is_about_people(table)]
        found.tables += tables
        for table in tables:
            _note_columns(found, table, mapping)
        if sheet.name and not tables:
            found.notes.append(
                Bilingual(
                    f"Sheet “{sheet.name}” was left out: no heading of a person was found in it.",
                    f"Bỏ qua trang “{sheet.name}”: không thấy tiêu đề nào về người.",
                )
            )
    naming = [table for table in found.tables if _names_people(table)]
    if naming and not any(column.field == "country" for table in naming for column in table.columns):
        found.notes.append(_NO_COUNTRY)
    found.notes += [_NO_PURPOSE] if any(_has_paper_alone(table) for table in found.tables) else []
    if not found.tables:
        raise NoHeadings({sheet.name: likely_headings(sheet) for sheet in sheets_of(content, kind)})
    return found


def _tables_of(found: ReadFile, sheet: Sheet, number: int, mapping: Mapping[str, str]) -> list[Table]:
    """Return the tables of a sheet: one, none without known headings, or those of forms, and note which rows of a form are left out."""
    first, others = lines_of(sheet)
    if found.kind is FileKind.JSON or form_in(forms_apart(first, mapping)[0], mapping) is None:
        table = table_of(sheet, first, others, mapping, kind_named(sheet.name) if found.kind is FileKind.XLSX else None)
        return [] if table is None else [table]
    rest = list(itertools.islice(others, MOST_LINES_OF_FORMS + 1))
    forms = forms_apart([*first, *rest], mapping)
    if len(rest) > MOST_LINES_OF_FORMS or max(map(len, forms)) > MOST_LINES_OF_A_FORM:
        raise too_long_a_form(sheet.name)
    tables = list[Table]()
    for at, lines in enumerate(forms, 1):
        name = sheet.name if len(forms) == 1 else f"{sheet.name} #{at}".strip()
        tables += _tables_of_one(found, lines, name, number * MOST_LINES_OF_FORMS + at, mapping)
    return tables


def _tables_of_one(found: ReadFile, lines: Sequence[Line], name: str, number: int, mapping: Mapping[str, str]) -> list[Table]:
    form = form_in(lines, mapping)
    if form is None:
        found.notes += [rows_left_out(name, [row for row, cells in lines if any(cells)])]
        return []
    if not any(value for _, _, value in form.pairs):
        found.notes.append(_blank(name))
        return []
    tables = tables_of_form(form, name, number, mapping)
    left_out = [*form.left_out, *(small.lines[0][0] for small in form.tables if not _is_read(small, tables))]
    found.notes += [rows_left_out(name, left_out)] if left_out else []
    return tables


def _blank(form: str) -> Bilingual:
    return Bilingual(f"The form “{form}” is blank, so that nobody is read from it.", f"Phiếu “{form}” còn để trống nên không đọc.")


def _is_read(small: SmallTable, tables: Sequence[Table]) -> bool:
    return any(table.name.endswith(f" ({small.lines[0][0]})") for table in tables)


def _is_guide(name: str) -> bool:
    """Return whether a sheet explains how to fill in the others, so that whoever stands in it is an example."""
    return _GUIDE.fullmatch(folded(" ".join(search_words(name)))) is not None


def _guide(sheet: str) -> Bilingual:
    return Bilingual(
        f"Sheet “{sheet}” was left out: by its name it is a guide or an example. Give it another name if people are to be read from it.",
        f"Bỏ qua trang “{sheet}”: theo tên thì đây là hướng dẫn hoặc ví dụ. Nếu trang này có dữ liệu thật, hãy đổi tên trang.",
    )


def _names_people(table: Table) -> bool:
    return any(column.field in NAMES for column in table.columns)


def _has_paper_alone(table: Table) -> bool:
    """Return whether columns tell of a paper of consent, and none for what it was given."""
    told = {column.field for column in table.columns} & set(CONSENTS)
    return bool(told) and told <= CONSENT_PROOF


def _is_about_people(table: Table) -> bool:
    fields = {column.field for column in table.columns}
    if NAMES_IN_A_ROLE in fields:
        return "title" in fields
    return bool(fields & {*NAMES, *IDENTITY}) and bool(fields & {*NAMES} or fields & set(ITEMS) or len(fields - {None}) > 1)


def _note_columns(found: ReadFile, table: Table, mapping: Mapping[str, str]) -> None:
    of = f" ({table.name})" if table.name else ""
    left_out = [column.heading for column in table.columns if column.field is None]
    not_kept = [heading for heading in left_out if is_not_kept(heading) or mapping.get(heading) == ""]
    unknown = [heading for heading in left_out if heading not in not_kept]
    found.unknown += [(table.name, heading) for heading in unknown]
    found.notes += _left_out_of_blocks(of, table.left_out)
    found.notes += _told_by_words(of, [column for column in table.columns if column.told])
    if not_kept:
        named = ", ".join(heading[:60] for heading in not_kept)
        found.notes.append(Bilingual(f"Columns that are not kept{of}: {named}.", f"Các cột không lưu{of}: {named}."))
    if unknown:
        named = ", ".join(f"“{heading[:60]}”" for heading in unknown)
        found.notes.append(
            Bilingual(
                f"Columns that are not known and were left out{of}: {named}. Say by a mapping what they mean.",
                f"Các cột chưa biết nên bỏ qua{of}: {named}. Hãy chỉ rõ nghĩa của chúng bằng bảng ghép cột.",
            )
        )


def _left_out_of_blocks(of: str, pieces: Sequence[str]) -> list[Bilingual]:
    named = ", ".join(f"“{piece[:60]}”" for piece in list(dict.fromkeys(pieces))[:_MOST_NAMED])
    note = Bilingual(
        f"In rows that name a person, what is neither name, e-mail, ORCID iD nor organisation was left out{of}: {named}.",
        f"Ở các dòng nêu tên người, phần không phải họ tên, email, ORCID hay đơn vị bị bỏ qua{of}: {named}.",
    )
    return [note] if pieces else []


def _told_by_words(of: str, told: Sequence[Column]) -> list[Bilingual]:
    vi, en = (", ".join(f"“{column.heading[:60]}” = {template_heading(column.field or '')[at]}" for column in told) for at in (0, 1))
    note = Bilingual(
        f"Columns with unknown headings were read by their words{of}: {en}. If one is wrong, say by a mapping what it is.",
        f"Các cột có tiêu đề lạ được hiểu theo nội dung{of}: {vi}. Nếu sai, hãy chỉ rõ bằng bảng ghép cột.",
    )
    return [note] if told else []


_NO_PURPOSE = Bilingual(
    "Columns tell of a consent on paper, but none says for what: no consent is recorded. Add a column such as “Consent to matching”.",
    "Có cột về giấy đồng ý nhưng không cột nào ghi đồng ý việc gì: chưa ghi nhận. Hãy thêm cột, ví dụ “Đồng ý được đối sánh”.",
)
_NO_COUNTRY = Bilingual(
    "There is no column of the country: new people are entered as living in Viet Nam.",
    "Tệp không có cột quốc gia: người mới được ghi là ở Việt Nam.",
)
