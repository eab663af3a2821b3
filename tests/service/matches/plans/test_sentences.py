"""Sentences of plans say names, and numbers as readers of the language write them."""

from service.kit.languages import Bilingual
from service.matches.plans.sentences import price_words, relaxation_words

AN, BINH = Bilingual("An", "An"), Bilingual("Binh", "Bình")
SEAT = Bilingual("Drones, chief architect", "Thiết bị bay, kiến trúc sư trưởng")


def test_a_price_says_where_somebody_is_freed_for_and_its_number_in_the_language() -> None:
    said = price_words(AN, BINH, 0.0209, [SEAT], 0)
    assert said.vi == "Chọn Bình thay An làm giảm tổng 0,0209, và An được chuyển sang Thiết bị bay, kiến trúc sư trưởng."
    assert said.en == "Binh instead of An costs 0.0209 of the sum, and frees An for Drones, chief architect."


def test_a_relaxation_names_its_seat() -> None:
    assert relaxation_words("candidates", {"P22:CA_PROJECT": 2}, {"P22:CA_PROJECT": SEAT}).en == (
        "Find more people for: Drones, chief architect (2)"
    )
