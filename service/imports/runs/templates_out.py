"""Templates: a file with the headings that are known and one example, in Vietnamese or English."""

from collections.abc import Mapping, Sequence

from models.vocabulary import Language
from service.imports.reading.heading_words import CONSENTS, ITEMS, PEOPLE, WILLINGNESS
from service.imports.tables_out import OutputTable, TableFormat, written

_LEFT_OUT = {"name_order", "themes", "period", "day", "verified_by", "verified_on", "verification", "sectors", "record_complete"}
_PERSON = {
    "key": ("CG001", "P001"),
    "display_name": ("Nguyễn Văn An", "Nguyễn Văn An"),
    "country": ("Việt Nam", "Viet Nam"),
    "languages": ("vi; en", "vi; en"),
    "email": ("an@example.vn", "an@example.vn"),
    "hours_per_week": ("10", "10"),
}
_ITEM = {
    "kind": ("vị trí công tác", "position"),
    "title": ("Trưởng phòng thiết kế vi mạch", "Head of chip design"),
    "starts": ("03/2015", "03/2015"),
    "ends": ("15/06/2021", "15/06/2021"),
    "organisation": ("Đại học Bách khoa Hà Nội", "Hanoi University of Science and Technology"),
    "part": ("chủ trì", "led it"),
}


def template(language: Language, kind: TableFormat) -> bytes:
    """Return a template: of a workbook two sheets, people and their items; of CSV one table with an item beside the person."""
    people, items = (_without(fields) for fields in (PEOPLE | WILLINGNESS | CONSENTS, ITEMS))
    if kind is TableFormat.CSV:
        return written([_table("", {**people, **items}, {**_PERSON, **_ITEM}, language)], kind)
    names = ("Chuyên gia", "Minh chứng") if language is Language.VI else ("People", "Evidence")
    key = {"key": PEOPLE["key"]}
    return written([_table(names[0], people, _PERSON, language), _table(names[1], key | items, _PERSON | _ITEM, language)], kind)


def _table(name: str, fields: Mapping[str, Sequence[str]], example: Mapping[str, tuple[str, str]], language: Language) -> OutputTable:
    at = 0 if language is Language.VI else 1
    return OutputTable(name, [headings[at] for headings in fields.values()], [[example.get(field, ("", ""))[at] for field in fields]])


def _without(fields: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    return {field: headings for field, headings in fields.items() if field not in _LEFT_OUT}
