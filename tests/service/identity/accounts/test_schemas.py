import pytest
from pydantic import TypeAdapter, ValidationError

from service.identity.accounts.schemas import Address, normalised


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


def test_no_account_is_made_for_the_kelvin_sign() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Address).validate_python("\u212ahoa@nic.example")
