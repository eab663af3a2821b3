import pytest

from service.administration.products.capability_names import CapabilityNames
from service.administration.products.group_lines import read_group, written_group
from service.administration.products.schemas import Alternatives

NAMES = CapabilityNames(
    {"optics": "quang học", "sensing": "cảm biến"},
    {"quang học": "optics", "optics and light": "optics", "cảm biến": "sensing", "sensing": "sensing"},
)


@pytest.mark.parametrize("line", ["quang học | cảm biến", "quang học | cảm biến = quang hoặc cảm biến = optics or sensing"])
def test_a_line_is_read_as_it_was_written(line: str) -> None:
    group = Alternatives.model_validate(read_group(line, NAMES))
    assert group.capabilities == ["optics", "sensing"]
    assert written_group(group, NAMES) == line


def test_a_name_in_one_language_alone_is_refused() -> None:
    with pytest.raises(ValueError, match=r"label\.en"):
        Alternatives.model_validate(read_group("optics|sensing = quang hoặc cảm biến", NAMES))


def test_capabilities_are_read_by_name_in_either_language_or_by_id() -> None:
    assert NAMES.read_lines("Quang  học\nOptics and Light\nsensing, optics\nunknown-one") == [
        "optics",
        "optics",
        "sensing",
        "optics",
        "unknown-one",
    ]
    assert NAMES.written(["optics", "gone"]) == "quang học\ngone"
