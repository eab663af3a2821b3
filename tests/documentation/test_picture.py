"""The picture in the architecture is what the imports say."""

from tests.documentation.pages import ARCHITECTURE
from tests.documentation.picture import BLOCK, direct, drawn


def test_the_picture_is_drawn_from_the_code() -> None:
    (shown,) = BLOCK.findall(ARCHITECTURE.read_text(encoding="utf-8"))
    assert shown == drawn()


def test_an_arrow_that_others_imply_is_left_out() -> None:
    assert direct({"roof": {"wall", "ground"}, "wall": {"ground"}}) == {"roof": {"wall"}, "wall": {"ground"}}
