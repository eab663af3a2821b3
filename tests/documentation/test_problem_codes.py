"""One code for one refusal, each in the table with its words in both languages."""

import re

from tests.documentation.problem_codes import HEAD, PAGE, refusals, rows


def test_no_two_refusals_have_one_code_and_none_is_without() -> None:
    codes = [one.code for one in refusals()]
    assert [one.place for one in refusals() if not re.fullmatch(r"[a-z]+(_[a-z]+)+", one.code)] == []
    assert sorted(set(codes)) == codes


def test_each_says_something_else_in_both_languages() -> None:
    said = [(one.en, one.vi) for one in refusals()]
    assert [one.place for one in refusals() if one.en.strip("…. ") == "" or one.vi.strip("…. ") == ""] == []
    assert len({en for en, _ in said}) == len({vi for _, vi in said}) == len(said)


def test_the_table_is_that_of_the_code() -> None:
    assert PAGE.read_text(encoding="utf-8") == HEAD + "".join(f"{row}\n" for row in rows())
