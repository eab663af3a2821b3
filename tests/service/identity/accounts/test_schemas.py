import pytest

from service.identity.accounts.schemas import normalised


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        (" Khoa@NIC.example ", "khoa@nic.example"),
        ("ĐỖ@nic.example", "đỗ@nic.example"),
        ("\u212ahoa@nic.example", "\u212ahoa@nic.example"),  # the Kelvin sign: another mailbox than that of Khoa
    ],
)
def test_an_address_is_small_and_never_becomes_another_one(written: str, stored: str) -> None:
    assert normalised(written) == stored
