"""Which passwords are tried early: those of which common words, own names and rows of keys leave nothing."""

import re
import unicodedata
from collections.abc import Iterable

# The words that the long entries of published lists of leaked passwords are made of, Vietnamese ones included.
_WORDS = [
    "password",
    "passwort",
    "passw",
    "pass",
    "word",
    "matkhau",
    "khongcho",
    "letmein",
    "welcome",
    "admin",
    "administrator",
    "root",
    "user",
    "test",
    "guest",
    "login",
    "secret",
    "master",
    "default",
    "changeme",
    "changethis",
    "iloveyou",
    "loveyou",
    "love",
    "you",
    "princess",
    "dragon",
    "monkey",
    "football",
    "baseball",
    "superman",
    "batman",
    "pokemon",
    "starwars",
    "sunshine",
    "shadow",
    "michael",
    "jordan",
    "ashley",
    "jessica",
    "daniel",
    "charlie",
    "hello",
    "world",
    "computer",
    "internet",
    "google",
    "facebook",
    "samsung",
    "iphone",
    "freedom",
    "whatever",
    "trustno",
    "qwerty",
    "qwertz",
    "azerty",
    "asdf",
    "zxcv",
    "abcdef",
    "abcd",
    "abc",
    "anhyeuem",
    "yeuem",
    "emyeuanh",
    "anhyeu",
    "yeuanh",
    "motminh",
    "concho",
    "khongbiet",
    "vietnam",
    "hanoi",
    "saigon",
    "hochiminh",
    "danang",
    "xinchao",
    "chaoban",
    "nguyen",
    "tran",
    "pham",
    "hoang",
    "dang",
    "bui",
    "trinh",
    "ngoc",
    "thanh",
    "minh",
    "linh",
    "huong",
    "tuan",
    "hung",
    "summer",
    "winter",
    "spring",
    "autumn",
    "january",
    "february",
    "monday",
    "friday",
    "the",
    "and",
    "is",
    "my",
    "this",
    "that",
    "correcthorsebatterystaple",
    "correct",
    "horse",
    "battery",
    "staple",
    "vin",
    "vinmatch",
    "match",
    "nic",
    "network",
    "innovation",
]
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgb",
)
_LOOK_ALIKE = str.maketrans("@4310$5!7", "aaeiossit")
_SHORTEST_RUN = 4
FEWEST_LEFT = 4
"""Characters that must be left of a password when everything that is commonly tried is taken out of it."""


def is_common(password: str, about: Iterable[str] = ()) -> bool:
    """Return whether ``password`` is one that is tried early; ``about`` are texts on the account, such as its address and name."""
    plain = _folded(password)
    own = [word for text in about for word in re.findall(r"[a-z]{3,}", _folded(text))]
    words = sorted({*_WORDS, *own}, key=lambda word: (-len(word), word))
    return any(_left_of(form, words) < FEWEST_LEFT for form in (plain, plain.translate(_LOOK_ALIKE)))


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _left_of(text: str, words: list[str]) -> int:
    """Return how many different characters are left without words, rows, digits that count years and days, and repetitions."""
    for row in _rows_in(text):
        text = text.replace(row, " ")
    for word in words:
        text = text.replace(word, " ")
    text = re.sub(r"(.+?)\1+", r"\1", text)  # what is repeated counts once
    text = re.sub(r"(19|20)\d\d|\d{1,6}(?!\d)", " ", text)
    return len(set(re.sub(r"[\W_]", "", text)))


def _rows_in(text: str) -> list[str]:
    """Return the pieces of rows of keys or letters in ``text``, forwards and backwards, longest first."""
    rows = [way for row in _ROWS for way in (row, row[::-1])]
    found = {
        text[start:end]
        for start in range(len(text))
        for end in range(start + _SHORTEST_RUN, min(len(text), start + 20) + 1)
        if any(text[start:end] in row for row in rows)
    }
    return sorted(found, key=lambda piece: (-len(piece), piece))
