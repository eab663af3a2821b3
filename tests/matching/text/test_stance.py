"""What a text claims, denies and only wishes for; [brackets] mark what is named."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.text.stance import Span, Stance, stances

SIGNS = {Stance.CLAIMED: "+", Stance.WISHED: "~", Stance.DENIED: "-"}


def said(marked: str) -> str:
    """Return a sign for every named span of ``marked``."""
    text, named = "", list[Span]()
    for piece in re.split(r"(\[.*?\])", marked):
        if piece.startswith("["):
            named.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("[]")
    return "".join(SIGNS[stance] for stance in stances(text, named))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("no experience in [radar]", "-"),
        ("no [radar] experience", "-"),
        ("Not involved in [radar], but led [battery storage]", "-+"),
        ("I have never worked on [radar]", "-"),
        ("did not work on [radar]; built [sonar]", "-+"),
        ("hasn't been involved in [radar]", "-"),
        ("no experience in [radar], [sonar] or [optics], led [rockets]", "---+"),
        ("[radar]: no experience. [Optics]", "-+"),
        ("With [radar] he has no experience yet.", "-"),
        ("all parts except [radar]", "-"),
        ("chưa có kinh nghiệm về [ra đa]", "-"),
        ("không tham gia [ra đa], chủ trì [pin]", "-+"),
        ("Ông chưa từng làm về [ra đa] nhưng chủ trì [pin]", "-+"),
        ("Về [ra đa] thì chưa có kinh nghiệm. Chủ trì [pin]", "-+"),
    ],
)
def test_what_is_denied(marked: str, expected: str) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("interested in [radar]", "~"),
        ("Interested in [radar] and led [sonar]", "~+"),
        ("would like to learn [radar]. Led [sonar]", "~+"),
        ("has a keen interest in [radar]", "~"),
        ("quan tâm đến [ra đa]", "~"),
        ("mong muốn tìm hiểu [ra đa] và [pin]", "~~"),
        ("không chỉ quan tâm đến [ra đa] mà còn phát triển [pin]", "~+"),
    ],
)
def test_what_is_only_wished_for(marked: str, expected: str) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "not only [radar] but [sonar]",
        "not only involved in [radar] but in [sonar]",
        "không chỉ [ra đa] mà còn [pin]",
        "Không những tham gia [ra đa] mà còn [pin]",
        "[interest rate] models",
        "a conflict of interest in [procurement]",
        "non-destructive [testing] without [satellite navigation]",
        "no less experience in [radar]",
        "không ngừng nghiên cứu [ra đa]",
        "kết quả chưa từng có trong [ra đa]",
        "phòng trừ [sâu bệnh]",
        "Led [radar] with no experience in optics",
        "[control] without prior knowledge of the plant",
        "[Turbulence] has not been studied",
        "No delays. [Radar] delivered",
    ],
)
def test_what_counts_all_the_same(marked: str) -> None:
    assert set(said(marked)) == {"+"}


@given(st.text())
def test_nothing_named_has_no_stance(text: str) -> None:
    assert stances(text, []) == []


@given(st.lists(st.sampled_from(["no experience in ", "interested in ", "radar", ", ", "but ", ". ", "chưa từng ", "😀"])).map("".join))
def test_every_named_span_has_one_stance(text: str) -> None:
    named = [match.span() for match in re.finditer("radar", text)]
    assert len(stances(text, named)) == len(named)


def test_a_very_long_paste_is_read() -> None:
    text = "no experience in radar, " * 8_000
    named = [match.span() for match in re.finditer("radar", text)]
    assert set(stances(text, named)) == {Stance.DENIED}
