import pytest

from service.administration.products.group_lines import read_group, written_group
from service.administration.products.schemas import Alternatives


@pytest.mark.parametrize("line", ["optics | sensing", "optics | sensing = quang hoặc cảm biến = optics or sensing"])
def test_a_line_is_read_as_it_was_written(line: str) -> None:
    assert written_group(Alternatives.model_validate(read_group(line))) == line


def test_a_name_in_one_language_alone_is_refused() -> None:
    with pytest.raises(ValueError, match=r"label\.en"):
        Alternatives.model_validate(read_group("optics|sensing = quang hoặc cảm biến"))
