import pytest

from models.vocabulary import Language
from service.kit.languages import Bilingual, preferred_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, Language.EN),
        ("", Language.EN),
        ("vi", Language.VI),
        ("vi-VN,vi;q=0.9,en;q=0.8", Language.VI),
        ("en;q=0.9,vi;q=0.8", Language.EN),
        ("fr, vi;q=0.1", Language.VI),
        ("de", Language.EN),
        ("vi;q=much", Language.EN),
        ("vi;q=0", Language.EN),
    ],
)
def test_the_highest_weight_wins(header: str | None, language: Language) -> None:
    assert preferred_language(header) is language


def test_a_text_speaks_both_languages() -> None:
    text = Bilingual(en="seat", vi="ghế")
    assert (text.in_language(Language.EN), text.in_language(Language.VI)) == ("seat", "ghế")
