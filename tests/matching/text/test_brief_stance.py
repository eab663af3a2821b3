"""What a brief requires (+), would welcome (~) and does not want (-); [brackets] mark what is named."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.text.brief_stance import BriefStance, brief_stance
from matching.text.stance import Span
from models.vocabulary import NeedLevel

SIGNS = {NeedLevel.MUST: "+", NeedLevel.NICE: "~", NeedLevel.EXCLUDED: "-"}


def read(marked: str) -> tuple[str, BriefStance]:
    """Return the text of ``marked`` and what it says of its named spans."""
    text, named = "", list[Span]()
    for piece in re.split(r"(\[.*?\])", marked):
        if piece.startswith("["):
            named.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("[]")
    return text, brief_stance(text, named)


def said(marked: str) -> str:
    return "".join(SIGNS[level] for level in read(marked)[1].levels)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("We do not need [quantum computing] or [blockchain]. We need a [digital twin]", "--+"),
        ("We don't need [robotics]; [vaccine] experts only", "-+"),
        ("No [blockchain] please", "-"),
        ("Not [blockchain] but [digital twin]", "-+"),
        ("We want not a [blockchain] expert but a [digital twin] expert", "-+"),
        ("A system without [blockchain]", "-"),
        ("[Blockchain] is not needed. [Twin]", "-+"),
        ("[Radar] experience is not required.", "-"),
        ("[Mining], [refining] and [recycling] are out of scope, and so is any vehicle design. [Battery]", "---+"),
        ("[Radar] rather than [sonar]", "+-"),
        ("[Radar] instead of [sonar]", "+-"),
        ("Instead of [radar], [sonar]", "-+"),
        ("Anything other than [radar]", "-"),
        ("[Radar] experts need not apply", "-"),
        ("We need [radar] and [sonar] is not needed", "+-"),
        ("We need [radar], [sonar] is not required", "+-"),
        ("Expert in [vaccines], no [robotics] experience required", "+-"),
        ("No experience in [robotics] is needed", "-"),
        ("No [core network] development is needed, nor any [handset] or application work", "--"),
        ("không phải [robot], chỉ cần chuyên gia [vắc xin]", "-+"),
        ("Thiết kế [chip], không cần kinh nghiệm [robot]", "+-"),
        ("Không cần [blockchain], cần [bản sao số]", "-+"),
        ("Hệ thống không dùng [chuỗi khối]", "-"),
        ("không yêu cầu [ra đa] hay [pin]", "--"),
        ("mọi lĩnh vực ngoài [robot]", "-"),
        ("Tất cả trừ [robot]", "-"),
        ("Thay vì [ra đa], [pin]", "-+"),
        ("[pin] chứ không phải [ra đa]", "+-"),
        ("Không phải [ra đa] mà là [pin]", "-+"),
        ("Mọi thứ miễn là không [ra đa]", "-"),
        ("[Ra đa] thì không cần", "-"),
        ("[Ra đa] không thuộc phạm vi của dự án. [Pin]", "-+"),
        ("Dự án không phát hành đồng tiền, do đó không cần kinh nghiệm [sàn giao dịch] hoặc [token]", "--"),
        ("Thiet ke [chip], khong can kinh nghiem [robot]", "+-"),
        ("Gói không bao gồm [đoàn tàu], [cấp điện kéo], [tín hiệu]; người dự tuyển cần [cầu]", "---+"),
        (
            "Living cells, [bioinks] and [tissue printing] are not part of this work and experience in them brings no advantage. [Lead]",
            "--+",
        ),
        ("timing without [satellite reception], [remote upgrade]", "-+"),
        ("Nhiệm vụ không bao gồm [máy tính lượng tử] và [cảm biến].", "--"),
        ("No [battery] materials and no [wafers] are needed, and the project does not cover [cement] itself.", "---"),
        ("5. Loại trừ: quỹ đầu tư; đại lý tủ nhập; [điện phân], [pin nhiên liệu]; tư vấn.\n6. Cần [lưới]", "--+"),
        ("Exclusions: sellers; [fuel cells]; [electrolysis]. We need [batteries]", "--+"),
        ("Not needed: [radar], [sonar]; needed: [batteries]", "--+"),
        ("Loại trừ: [ra đa]; cần: [pin]", "-+"),
        ("Phần III - Không phù hợp. Nhà đầu tư, diễn giả; người chỉ làm [xúc tác] hay [màng].\nPhần IV - Cần [điện phân]", "--+"),
        ("Section 4: Not suitable: resellers, [batteries]\nSection 5: [converters]", "-+"),
        ("Khong phu hop: [pin], [xe dien]", "--"),
        ("Không nhận: [ra đa]; [sonar]", "--"),
        ("Ưu tiên: [ra đa]; [sonar]; cần: [pin]", "~~+"),
        ("Lợi thế: [ra đa]; [sonar]\nCần [pin]", "~~+"),
        ("Nice to have: [radar]; [sonar]. We need [batteries]", "~~+"),
        ("We exclude: [radar]; [sonar]. [Batteries]", "--+"),
        ("Please do not send: [radar]; [sonar]", "--"),
        ("[Radar] is not needed: [sonar] sees enough", "-+"),
        ("Không lấy người làm [toa xe]/[tín hiệu], không lấy [metro].", "---"),
        ("Dung gioi thieu nha bao hay [may gat] giup em", "-"),
        ("Đừng gửi hồ sơ [bất động sản]; cần [ra đa]", "-+"),
        ("Please do not send [radar] sellers. [Sonar]", "-+"),
        ("It should not take longer than a year. [Radar]", "+"),
        ("It should not take longer than a year to build the [radar]", "+"),
        ("[Cầu] không dùng khe co giãn, [đường ray] liền, [cửa hầm]", "+++"),
        ("[Cầu] không dùng [khe co giãn], [đường ray]", "+-+"),
        ("Không dùng [ra đa], [sonar]", "--"),
        ("Leave aside [radar] and [sonar]. [Batteries]", "--+"),
        ("We have enough [radar] people; missing are [batteries]", "-+"),
        ("We have enough money for [radar]", "+"),
        ("Đã có đủ người [ra đa], thiếu người [pin]", "-+"),
        ("Đã có đủ kinh phí cho [ra đa]", "+"),
        ("Người làm [ra đa] xin miễn", "-"),
        ("[Ra đa] thì thôi, [pin] mới cần", "-+"),
        ("Phần [ra đa] đã có đơn vị khác lo. Cần [pin]", "-+"),
        ("The [radar] part is handled by another team; we seek [batteries]", "-+"),
        ("We are not after [radar] but [batteries]", "-+"),
        ("[Radar] people: no thanks. [Batteries]", "-+"),
    ],
)
def test_what_is_not_wanted(marked: str, expected: str) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Ngoài [robot] ra, lĩnh vực nào cũng được nhé",
        "Ngoài [ra đa], còn cần [pin]",
        "no later than 2027 a [radar]",
        "not only [radar] but also [sonar]",
        "không chỉ [ra đa] mà còn [pin]",
        "Không chỉ cần [ra đa] mà còn cần [pin]",
        "no less than 5 [radars]",
        "[non-destructive testing] for a not-for-profit [radar]",
        "a not-for-profit [radar] body",
        "[tàu bay không người lái] và hàng không [vũ trụ]",
        "khôi phục trong không quá 04 giờ, [pin] không dưới 35%",
        "the country has not mastered [radar]",
        "No delays in [radar]",
        "no single point of failure in [ledger]",
        "phòng trừ [sâu bệnh]",
        "We cannot do without [radar]",
        "We need nothing other than [radar]",
        "Không cần gì ngoài [ra đa]",
        "đúc chip thuê ngoài [ra đa]",
        "thoại khẩn cấp ưu tiên [ra đa]",
        "công nghệ ưu tiên: [ra đa]",
    ],
)
def test_what_is_required_all_the_same(marked: str) -> None:
    assert set(said(marked)) == {"+"}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Radar] is required; [sonar] is an advantage", "+~"),
        ("We need [radar], and [sonar] would be a plus", "+~"),
        ("experience in [finance] is welcome", "~"),
        ("[Radar] experience required, [sonar] an advantage", "+~"),
        ("Ideally with [radar]", "~"),
        ("[Sonar] is not required but welcome", "~"),
        ("Cần [ra đa]. Ưu tiên người có kinh nghiệm [pin]", "+~"),
        ("Cần [ra đa], biết [pin] là lợi thế", "+~"),
        ("Cần [ra đa]; [pin] là một lợi thế", "+~"),
    ],
)
def test_what_would_be_welcome(marked: str, expected: str) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Out of scope: [radar], [sonar] and optics. [Battery]", "--+"),
        ("Out of scope:\n- [radar]\n- [sonar]\n\nWe need [battery]", "--+"),
        ("We do not need\n- [weapons], payload\n- swarms\n- [blockchain]\n\nPerson wanted: [radar]", "--+"),
        ("Không cần:\n- [ra đa]\n- [pin]\nCần [lúa]", "--+"),
        ("Không thuộc phạm vi:\n[ra đa]\n[pin]\n\nCần [lúa]", "--+"),
        ("Ngoài phạm vi: [ra đa], [pin]", "--"),
        ("Nice to have:\n* [radar]\nMust:\n* [sonar]", "~+"),
        ("3. Out of scope. No new buildings. No [distributed ledger]. No [cameras] pointed at workers.", "--"),
    ],
)
def test_a_heading_speaks_for_its_list(marked: str, expected: str) -> None:
    assert said(marked) == expected


def test_the_clauses_that_say_what_is_not_wanted_are_told() -> None:
    text, stance = read("Design of [radar], no need for [sonar]; we do not need cooks.\nOut of scope:\n- [optics]\n- paint")
    assert [text[start:end] for start, end in stance.unwanted] == [
        "no need for sonar",
        "do not need cooks",
        "Out of scope:\n- optics\n- paint",
    ]


@given(
    st.lists(st.sampled_from(["we do not need ", "no ", "Không cần:\n- ", "radar", ", ", " but ", ". ", "\n- ", "ngoài ", "😀"])).map(
        "".join
    )
)
def test_every_named_span_has_one_level_and_unwanted_parts_stand_apart(text: str) -> None:
    named = [match.span() for match in re.finditer("radar", text)]
    stance = brief_stance(text, named)
    assert len(stance.levels) == len(named)
    assert all(start < end for start, end in stance.unwanted)
    assert all(one[1] < other[0] for one, other in zip(stance.unwanted, stance.unwanted[1:], strict=False))


@pytest.mark.parametrize("repeated", ["we do not need radar, ", "radar is not needed, ", "no radar ", "Không cần:\n- radar\n"])
def test_a_very_long_paste_is_read(repeated: str) -> None:
    text = repeated * 200
    named = [match.span() for match in re.finditer("radar", text)]
    assert set(brief_stance(text, named).levels) == {NeedLevel.EXCLUDED}
