"""A file keeps the name that its owner gave it, and nothing of where it lay."""

import pytest

from service.kit.problems import Invalid
from service.people.documents.naming import LONGEST, clean_name

NAMES = [
    ("bằng tiến sĩ.pdf", "bằng tiến sĩ.pdf"),
    ("C:\\Users\\An\\cv.docx", "cv.docx"),
    ("../../etc/cv.txt", "cv.txt"),
    ("..cv.txt", "cv.txt"),
    ("Lý lịch.pdf", "Lý lịch.pdf"),
]


@pytest.mark.parametrize(("sent", "kept"), NAMES)
def test_a_name_is_cleaned(sent: str, kept: str) -> None:
    assert clean_name(sent) == kept


def test_a_long_name_keeps_its_ending() -> None:
    assert clean_name("a" * 400 + ".pdf").endswith("a.pdf")
    assert len(clean_name("a" * 400 + ".pdf")) == LONGEST


@pytest.mark.parametrize("sent", ["", None, "cv", ".pdf", "a\u202efdp.exe", "a\nb.pdf"])
def test_what_is_no_name_is_refused(sent: str | None) -> None:
    with pytest.raises(Invalid):
        clean_name(sent)
