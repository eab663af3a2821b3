"""What a CV can be refused for, in words that say what to do."""

from service.imports.faults import Unreadable

MOST_BYTES = 20_000_000
MOST_PAGES = 80


def too_large() -> Unreadable:
    """Return the fault of a file over the limit."""
    most = MOST_BYTES // 1_000_000
    return Unreadable(f"The CV is larger than {most} MB: leave pictures out.", f"CV lớn hơn {most} MB: hãy bỏ bớt hình ảnh.")


def too_long() -> Unreadable:
    """Return the fault of a document with too many pages."""
    return Unreadable(
        f"The CV has more than {MOST_PAGES} pages: send the CV alone, without attachments.",
        f"CV dài quá {MOST_PAGES} trang: hãy gửi riêng CV, không kèm phụ lục.",
    )


def unknown_kind() -> Unreadable:
    """Return the fault of a file that is neither PDF nor DOCX."""
    return Unreadable(
        "It is neither PDF nor DOCX: save the CV in one of these two forms.",
        "Tệp không phải PDF hay DOCX: hãy lưu CV ở một trong hai dạng này.",
    )


def broken() -> Unreadable:
    """Return the fault of a file that cannot be opened."""
    return Unreadable("The CV cannot be opened: save it again and send that file.", "Không mở được CV: hãy lưu lại rồi gửi tệp mới.")


def encrypted() -> Unreadable:
    """Return the fault of a file that asks for a password."""
    return Unreadable(
        "The CV is locked with a password: save it without one and send that file.",
        "CV có đặt mật khẩu: hãy lưu lại không mật khẩu rồi gửi tệp mới.",
    )


def without_text() -> Unreadable:
    """Return the fault of a scanned file."""
    return Unreadable(
        "The CV has no text layer: it is a scan or a picture. Send the document it was printed from, or run text recognition on it.",
        "CV không có lớp văn bản: đây là bản quét hoặc ảnh. Hãy gửi tệp gốc, hoặc nhận dạng chữ (OCR) trước khi gửi.",
    )


def too_slow() -> Unreadable:
    """Return the fault of a file that takes too long to read."""
    return Unreadable(
        "Reading the CV took too long: leave drawings and pictures out, or save it as DOCX.",
        "Đọc CV quá lâu: hãy bỏ bớt hình vẽ, ảnh, hoặc lưu dạng DOCX.",
    )


def busy() -> Unreadable:
    """Return the fault of a moment in which many files are read."""
    return Unreadable(
        "Many CVs are being read at this moment. Send it again in a minute.",
        "Hiện có nhiều CV đang được đọc. Hãy gửi lại sau một phút.",
    )
