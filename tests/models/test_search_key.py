from models.search_key import folded, search_key, search_words


def test_marks_and_case_are_folded_and_d_with_stroke_is_d() -> None:
    assert folded("Đặng Thuỳ-Dương") == "dang thuy-duong"
    assert search_words("Đỗ  O'Neil, J.") == ["do", "o", "neil", "j"]


def test_every_word_of_a_key_begins_after_a_space() -> None:
    assert search_key("Nguyễn An", "", "bán dẫn") == " nguyen an ban dan"
    assert search_key() == ""
