import pytest

from service.identity.accounts.common_passwords import is_common

ABOUT = ("binh@nic.example", "Nguyễn Văn Bình")
TRIED = [
    "password1234",
    "P@ssw0rd1234",
    "Welcome12345!",
    "matkhau123456",
    "anhyeuem12345",
    "qwertyuiop123",
    "1qaz2wsx3edc",
    "123456789012",
    "210987654321",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "vinmatch2026!",
    "NguyenVanBinh1990",
    "nguyễnvănbình",
    "binh@nic.example",
    "correct horse battery staple",
]
NOT_TRIED = ["a long pass phrase", "tím hoàng hôn trên núi", "violet-kettle-91-orbit", "kX9!fjPq27Lm", "3f9a1c77e2b04d"]


@pytest.mark.parametrize("password", TRIED)
def test_what_is_tried_early_is_common(password: str) -> None:
    assert is_common(password, ABOUT)


@pytest.mark.parametrize("password", NOT_TRIED)
def test_words_that_have_nothing_to_do_with_one_another_are_not(password: str) -> None:
    assert not is_common(password, ABOUT)


def test_the_name_of_another_account_is_not_tried_here() -> None:
    assert is_common("Kovalenkova77", ["Olena Kovalenkova"])
    assert not is_common("Kovalenkova77", ABOUT)
