"""A record statement by statement."""

import pytest

from matching.text.statements import LONGEST_WORDS, MOST_STATEMENTS, statements


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Led the radar work! Built the array.", ("Led the radar work", "Built the array")),
        ("TS. Nguyễn Văn A chủ trì đề tài. Xây dựng ra đa bờ biển.", ("TS. Nguyễn Văn A chủ trì đề tài", "Xây dựng ra đa bờ biển")),
        ("Efficiency of 3.5 percent was reached", ("Efficiency of 3.5 percent was reached",)),
        ("• Led the radar work\n• Built the whole array", ("Led the radar work", "Built the whole array")),
        ("Led the radar work; 2019", ("Led the radar work; 2019",)),
        ("Radar", ("Radar",)),
        (" \n … ", ()),
        ("", ()),
    ],
    ids=[
        "sentences",
        "a title before a name",
        "a number",
        "bullets",
        "a fragment belongs to what is before it",
        "a word",
        "marks",
        "nothing",
    ],
)
def test_statements_are_what_a_reader_would_count(text: str, found: tuple[str, ...]) -> None:
    assert statements(text) == found


def test_of_a_long_text_statements_are_taken_evenly() -> None:
    found = statements(". ".join(f"Statement number {place}" for place in range(100)))
    assert len(found) == MOST_STATEMENTS
    assert (found[0], found[-1]) == ("Statement number 0", "Statement number 95")


def test_an_endless_statement_is_cut_between_words_and_an_endless_word_within() -> None:
    assert [len(one.split()) for one in statements("word " * (2 * LONGEST_WORDS + 5))] == [LONGEST_WORDS, LONGEST_WORDS, 5]
    assert statements("a" * 10_000) == ("a" * 60,)
