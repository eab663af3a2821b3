"""Small files of every kind that is kept, and a few that are not."""

import io
import zipfile

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)
TEXT = "Quyết định công nhận học vị tiến sĩ\r\n".encode()
PROGRAM = b"\x7fELF" + bytes(20)


def package(*names: str) -> bytes:
    """Return a ZIP archive with empty files of these names."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return written.getvalue()


DOCX = package("[Content_Types].xml", "word/document.xml")
XLSX = package("[Content_Types].xml", "xl/workbook.xml")
WITH_MACROS = package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
