"""A sentence says how exact its numbers are, and each language writes them its own way."""

import pytest

from matching.explanation.phrases import phrase
from matching.explanation.sentences import Sentence
from tests.matching.local_forms import english, vietnamese


@pytest.mark.parametrize(
    ("exactness", "number", "en", "vi"),
    [
        ("+.3f", 0.0125, "+0.012", "+0,012"),
        ("+.3f", -0.5, "-0.500", "-0,500"),
        (".3f", 0.5, "0.500", "0,500"),
        (".0%", 0.59, "59%", "59%"),
        ("g", 42.8, "42.8", "42,8"),
        ("", 1234, "1,234", "1.234"),
    ],
)
def test_a_number_is_as_exact_as_its_phrase_asks(exactness: str, number: float, en: str, vi: str) -> None:
    said = Sentence((phrase(f"{{number:{exactness}}}", f"{{number:{exactness}}}"),), {"number": number})
    assert (english(said), vietnamese(said)) == (en, vi)
