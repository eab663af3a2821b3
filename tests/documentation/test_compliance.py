"""Of the files to be filed every line rests on a file or a test, or is marked as somebody's to say, in both languages."""

import re
from pathlib import Path

import pytest

FOLDER = Path("docs/compliance")
MARKED = {
    "en": ("*Assumed*", "*To be filled in*", "*A lawyer*", "*a lawyer*", "*to be filled in*"),
    "vi": ("*Giả định*", "*Cần điền*", "*luật sư*", "*Luật sư*", "*cần điền*"),
}


def lines(name: str) -> list[str]:
    """Return the points of a text, each in one line."""
    text = re.sub(r"\n  (?=\S)", " ", (FOLDER / name).read_text(encoding="utf-8"))
    return [line for line in text.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_line_of_the_impact_file_rests_on_nothing(language: str) -> None:
    points = lines(f"processing-impact.{language}.md")
    assert len(points) > 25
    assert [point for point in points if "`" not in point and not point.removeprefix("- ").startswith(MARKED[language])] == []


@pytest.mark.parametrize(("language", "stored"), [("en", "Two kinds are stored"), ("vi", "hai loại được lưu")])
def test_the_impact_file_says_that_scores_of_lists_are_stored_and_when_they_end(language: str, stored: str) -> None:
    (point,) = (point for point in lines(f"processing-impact.{language}.md") if "`models/shortlists.py`" in point)
    assert (stored in point, "VINMATCH_LIST_CONTENT_MONTHS" in point) == (True, True)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_duty_towards_members_in_the_union_is_done_by_something_or_left_to_somebody(language: str) -> None:
    text = (FOLDER / f"members-in-the-eu.{language}.md").read_text(encoding="utf-8")
    rows = [row.strip("|").split("|") for row in text.splitlines() if re.match(r"\|[^-|]+\| *\d", row)]
    assert len(rows) > 14
    assert [row[0] for row in rows if "`" not in row[2] and "*" not in row[3]] == []
