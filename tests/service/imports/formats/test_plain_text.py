"""Words of a source as a field takes them."""

import pytest

from service.imports.formats.plain_text import one_line, prose, without_markup


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("Growth of MoS<sub>2</sub> on <i>n</i>-type Si", "Growth of MoS2 on n-type Si"),
        ("R&amp;D in Viet Nam", "R&D in Viet Nam"),
        ("<jats:title>Abstract</jats:title>Steel", " Abstract Steel"),
        ("when p < q and q > r", "when p < q and q > r"),
        ("the case p<q", "the case p<q"),
        ("<script>alert(1)</script>", "<script>alert(1)"),
    ],
)
def test_markup_goes_and_signs_stay(given: str, read: str) -> None:
    assert without_markup(given) == read


def test_a_line_has_no_break_and_nothing_invisible() -> None:
    assert one_line(" a\tb\u200b\u202ec\x00\n d ") == "a bc d"
    assert one_line("abcdef", 4) == "abc…"
    assert prose("a\n\x00b", 10) == "a\nb"
