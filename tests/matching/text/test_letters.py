"""The body of a letter."""

import pytest

from matching.text.letters import body_of

BODY = "We need a radar that sees small boats.\n\nIt must run on batteries."
THANKS = "Chúng tôi trân trọng cảm ơn các chuyên gia ra đa."


@pytest.mark.parametrize("greeting", ["Dear Sir or Madam,", "Hi Linh,", "Kính gửi quý anh chị trong tổ giúp việc,", "Kinh gui anh Nam:"])
@pytest.mark.parametrize(
    "signature", ["Best regards,\nDr Tran Van A\nRadar Institute", "Trân trọng cảm ơn.\nPhòng Kế hoạch - Sở", "Yours sincerely"]
)
def test_greeting_and_signature_are_no_part_of_it(greeting: str, signature: str) -> None:
    assert body_of(f"{greeting}\n{BODY}\n{signature}") == BODY


def test_lines_that_say_how_to_reach_the_writer_are_no_part_of_it() -> None:
    assert body_of(f"{BODY}\nTel: 0912 345 678\na.tran@radar.example") == BODY


@pytest.mark.parametrize(
    "text", [BODY, "", THANKS, f"Thanks,\n{BODY}\n" + "a long story of many words that is certainly no signature " * 3]
)
def test_what_is_no_letter_stays_as_it_is(text: str) -> None:
    assert body_of(text) == text
