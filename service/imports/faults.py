"""What is wrong with a file or a row: where it is, and what to do about it, in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.kit.languages import Bilingual


@dataclass(frozen=True, slots=True)
class Fault:
    """``row`` counts as a spreadsheet does, headings included; 0 is the file as a whole. ``column`` is as the file heads it."""

    table: str
    row: int
    column: str
    message: Bilingual


class Unreadable(Exception):
    """A file or a cell that cannot be read; ``message`` says why and what to do, ``code`` is that of the answer."""

    code = "file_unreadable"

    def __init__(self, en: str, vi: str) -> None:
        super().__init__(en)
        self.message = Bilingual(en, vi)


class NoHeadings(Unreadable):
    """A file whose headings are not known; ``headings`` are the likeliest ones of each sheet, to be mapped."""

    def __init__(self, headings: Mapping[str, Sequence[str]]) -> None:
        super().__init__(
            "No row of headings is known, such as Họ và tên, Email, or name, e-mail: take those of the template, or map the columns.",
            "Không thấy dòng tiêu đề quen thuộc, ví dụ Họ và tên, Email: hãy dùng tiêu đề của tệp mẫu, hoặc ghép cột.",
        )
        self.headings = headings


class CellFault(Exception):
    """A cell that cannot be read, in the column of ``field``."""

    def __init__(self, field: str, message: Bilingual) -> None:
        super().__init__(message.en)
        self.field = field
        self.message = message
