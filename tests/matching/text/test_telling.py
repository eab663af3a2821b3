import pytest

from matching.text.telling import tells

BARE = ("15 tỷ đồng", "Công ty CP Quang điện Sơn Trà; 3.940 máy", "Laboratoire Garonne Systèmes Spatiaux; 4 satellites")
TOLD = ("Chủ trì đàm phán, ký năm 2021", "Led a partner consortium of 12 units", "owned the memory map and the power model")


@pytest.mark.parametrize("text", BARE)
def test_names_and_amounts_tell_nothing(text: str) -> None:
    assert not tells(text)


@pytest.mark.parametrize("text", TOLD)
def test_a_sentence_tells(text: str) -> None:
    assert tells(text)
