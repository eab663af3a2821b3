"""Tells what a file is by its bytes. Whatever is none of the kinds kept here is refused, and so is a name that says something else."""

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping

from service.kit.problems import Invalid
from service.people.documents.outward import fetches

PDF, PNG, JPEG, TEXT = "application/pdf", "image/png", "image/jpeg", "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ENDINGS: Mapping[str, tuple[str, ...]] = {
    PDF: (".pdf",),
    DOCX: (".docx",),
    XLSX: (".xlsx",),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg"),
    TEXT: (".txt",),
}
_BEGINNINGS = {PDF: b"%PDF-", PNG: b"\x89PNG\r\n\x1a\n", JPEG: b"\xff\xd8\xff"}
_PACKAGES = {DOCX: "word/document.xml", XLSX: "xl/workbook.xml"}
_MACROS = "vbaproject.bin"
_SPACES = frozenset("\t\n\r\f")


def media_type_of(content: bytes, name: str) -> str:
    """Return the media type of ``content``; raises ``Invalid`` for an empty or unknown file, and where ``name`` ends otherwise."""
    if not content:
        raise Invalid.field("file", en="is empty: choose the file again", vi="đang trống: hãy chọn lại tệp")
    found = _found(content)
    if found is None:
        raise Invalid.field(
            "file",
            en="is none of the kinds kept here: send PDF, DOCX, XLSX (without macros), PNG, JPEG or plain text in UTF-8",
            vi="không thuộc loại được lưu: hãy gửi PDF, DOCX, XLSX (không có macro), PNG, JPEG hoặc văn bản thuần UTF-8",
        )
    if not name.lower().endswith(ENDINGS[found]):
        ending = " or ".join(ENDINGS[found])
        raise Invalid.field(
            "file",
            en=f"holds {found} and its name says something else: name it {ending}",
            vi=f"có nội dung {found} nhưng tên tệp nói khác: hãy đặt đuôi {ending.replace(' or ', ' hoặc ')}",
        )
    return found


def _found(content: bytes) -> str | None:
    for media_type, beginning in _BEGINNINGS.items():
        if content.startswith(beginning):
            return media_type
    return _package(content) if content.startswith(b"PK\x03\x04") else _text(content)


def _package(content: bytes) -> str | None:
    """Return which office file a ZIP archive is, by the names in it; nothing but its relations to others is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if fetches(archive):
                raise _fetching()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return None
    if "[Content_Types].xml" not in names or any(name.lower().endswith(_MACROS) for name in names):
        return None
    return next((media_type for media_type, part in _PACKAGES.items() if part in names), None)


def _fetching() -> Invalid:
    return Invalid.field(
        "file",
        en="is told to fetch a template, a picture or a table from elsewhere when it is opened: put that into the file, or send PDF",
        vi="được cài để tải mẫu, hình hoặc bảng từ nơi khác khi mở: hãy đưa hẳn vào tệp, hoặc gửi PDF",
    )


def _text(content: bytes) -> str | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if any(unicodedata.category(letter) == "Cc" and letter not in _SPACES for letter in text) else TEXT
