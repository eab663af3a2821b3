"""Statements that tell of no work: the readers' word where they are sure of it, and cues that reach a whole statement."""

import numpy as np
import pytest

from matching.profiles import Profile
from matching.readers.records import Record
from matching.readers.stance import Claim
from matching.readers.unsaid import untold
from tests.matching.examples import item

DENIED, DONE = (np.eye(5)[[tuple(Claim).index(claim)]] for claim in (Claim.DENIED, Claim.DONE))


@pytest.mark.parametrize(
    "said",
    [
        "Chưa từng thiết kế kiến trúc tổng thể của hệ thống hay phân chia thành các phân hệ",
        "Không phụ trách kiến trúc hệ thống.",
        "Never been involved in the design of the architecture.",
        "Mong muốn được tham gia thiết kế kiến trúc hệ thống",
    ],
)
def test_a_cue_that_reaches_the_whole_statement_is_enough(said: str) -> None:
    assert untold([said], DONE) == {said}


@pytest.mark.parametrize(
    "said",
    [
        "Thiết kế kiến trúc tổng thể của hệ thống.",
        "Designed the architecture, not only of the radar but of the whole ship.",
        "Chủ trì thiết kế ra đa mảng pha và trạm điều khiển; không tham gia phần pin.",
        "Kiểm tra không phá hủy mối hàn",
        "",
    ],
)
def test_what_was_done_stays(said: str) -> None:
    assert untold([said], DONE) == frozenset()


def test_readers_are_believed_where_the_words_fall_short() -> None:
    assert untold(["I did not design the architecture.", "I designed the architecture."], np.vstack([DENIED, DENIED])) == {
        "I did not design the architecture."
    }


def test_a_record_without_a_statement_keeps_the_others_and_every_title() -> None:
    record = Record.of(Profile("E1", "", (item("a", "Ra đa", text="Thiết kế ăng ten. Không làm pin."), item("b", "Pin", text="Sạc."))))
    left = record.without({"Không làm pin"})
    assert (left.told, left.titles) == ((("Thiết kế ăng ten",), ("Sạc",)), record.titles)
    assert [one.text for one in left.items] == ["Thiết kế ăng ten", "Sạc."]
    assert left.wholes[1] == record.wholes[1]
