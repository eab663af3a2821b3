"""Titles before a name are passed over; a name that only looks like one stays."""

import pytest

from service.people.profiles.titles import without_titles


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("GS.TS. Nguyễn Văn An", "Nguyễn Văn An"),
        ("PGS TS Trần Bình", "Trần Bình"),
        ("Prof. Dr. Anna Schmidt", "Anna Schmidt"),
        ("ông Lê Văn Hùng", "Lê Văn Hùng"),
        ("Anh Thư", "Anh Thư"),
        ("Nguyễn Văn An", "Nguyễn Văn An"),
        ("GS", "GS"),
        ("", ""),
    ],
)
def test_titles_are_passed_over(written: str, name: str) -> None:
    assert without_titles(written) == name
