"""The formats that a run can be of. One entry per format, told by its bytes; a new format is one more entry."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from service.imports.contents import Contents
from service.imports.faults import Unreadable
from service.imports.formats.contents import RegistryContents
from service.imports.formats.registries import joined, read_registry, registry_of
from service.imports.gathering.contents import table_contents
from service.imports.reading.files import read_file
from service.imports.reading.kinds import kind_of
from service.kit.problems import Invalid

Opened = Callable[[bytes, str, Mapping[str, str]], Contents]
"""Reads a file, given its bytes, its name and what its headings mean; raises ``Unreadable``."""


class ImportFormat(StrEnum):
    """A format of files of people."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    ORCID = "orcid"
    OPENALEX = "openalex"


def _tables(content: bytes, name: str, mapping: Mapping[str, str]) -> Contents:
    return table_contents(read_file(content, name, mapping))


def _registry(content: bytes, _name: str, _mapping: Mapping[str, str]) -> Contents:
    return RegistryContents(read_registry(content))


FORMATS: Mapping[ImportFormat, Opened] = {
    ImportFormat.CSV: _tables,
    ImportFormat.XLSX: _tables,
    ImportFormat.JSON: _tables,
    ImportFormat.ORCID: _registry,
    ImportFormat.OPENALEX: _registry,
}
MOST_FILES = 20
REGISTRIES = frozenset({ImportFormat.ORCID, ImportFormat.OPENALEX})
"""Formats that are a source by themselves: their ids are keys that mean the same in every file."""


def format_of(content: bytes, name: str, said: ImportFormat | None = None) -> ImportFormat:
    """Return the format of a file; raises ``Unreadable`` for one that is none of these, or is another one than was ``said``."""
    found = registry_of(content)
    told = ImportFormat(found) if found else ImportFormat(kind_of(content, name).value)
    if said in {None, told}:
        return told
    if said is ImportFormat.JSON and found:
        return said  # people may be written in the form of this service and yet name a registry
    raise Unreadable(
        f"The file is {told.value.upper()}, not {said.value.upper() if said else ''}: send the right file, or leave the format open.",
        f"Tệp có dạng {told.value.upper()}, không phải {said.value.upper() if said else ''}: hãy gửi đúng tệp, hoặc không chọn định dạng.",
    )


def opened(content: bytes, name: str, file_format: ImportFormat, mapping: Mapping[str, str]) -> Contents:
    """Return what a file of ``file_format`` holds; raises ``Unreadable``."""
    return FORMATS[file_format](content, name, mapping)


def one_of(contents: Sequence[bytes]) -> bytes:
    """Return several files that were sent together as one; raises ``Invalid`` for several that are not all JSON of a registry."""
    if len(contents) == 1:
        return contents[0]
    found = joined(contents)
    if found is None:
        raise Invalid.field(
            "file",
            en="can be several only of ORCID or OpenAlex, as JSON: send tables one by one",
            vi="chỉ được gửi nhiều tệp cùng lúc nếu là JSON của ORCID hoặc OpenAlex: hãy gửi từng bảng một",
        )
    return found
