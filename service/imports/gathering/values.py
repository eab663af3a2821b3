"""What the words of a cell are as the value of a field."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache, partial
from typing import Any, TypeVar

from models.search_key import folded, search_words
from models.vocabulary import EvidenceKind, Language, NameOrder, Outcome, Part, Scale, Verification
from models.vocabulary.documents import ConsentMeans
from service.imports.faults import CellFault, Unreadable
from service.imports.reading.days import day_of, is_open, period_of, without_volume
from service.imports.reading.heading_words import WILLINGNESS
from service.imports.reading.places import country_of, languages_of
from service.imports.reading.tables import MOST_LETTERS
from service.imports.reading.words import Code, choices, code_named, code_said, kind_said, yes_or_no
from service.kit.languages import Bilingual
from service.people.profiles.identifiers import is_orcid

Value = TypeVar("Value")
_LIST = re.compile(r"[;|\n]")
_ANY_LIST = re.compile(r"[;,|\n]")
_SPACES = re.compile(r"\s*[\n\r\t\v\f]\s*| {2,}")
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:giờ|gio|h|hours?|hrs?|tiếng)?(?:\s*/\s*(?:tuần|week|w))?", re.IGNORECASE)
_ORCID = re.compile(r"(?:https?://)?(?:www\.)?(?:orcid\.org/)?(?:orcid:?\s*)?([\dXx -]{16,23})/?", re.IGNORECASE)
_MOST_OF_AN_ADDRESS = 320
_BEFORE_AN_ADDRESS = re.compile(r"^[<(\[]*(?:mailto|e-?mail|mail|thư)?:", re.IGNORECASE)
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"  # of a domain
_ADDRESS = re.compile(rf"[^@\s\x00]+@{_LABEL}(?:\.{_LABEL})+")
_TOO_LONG = Bilingual(f"It is longer than {MOST_LETTERS} characters: shorten it.", f"Ô dài quá {MOST_LETTERS} ký tự: hãy rút gọn.")
PROSE = {"text", "biography_vi", "biography_en"}
SAID_FREELY: Mapping[str, type[Part | Outcome | Scale]] = {"part": Part, "outcome": Outcome, "scale": Scale}
"""What offices write in their own words: where no code is in them, the words themselves are kept."""


def value_of(field: str, words: str) -> Any:
    """Return the value of ``field`` that ``words`` say; raises ``CellFault`` with what could be written."""
    if len(words) > MOST_LETTERS:
        raise CellFault(field, _TOO_LONG)
    try:
        return _read_often(field, words) if field in _REPEATED and len(words) <= _LETTERS_OF_A_CODE else _VALUES.get(field, _line)(words)
    except Unreadable as fault:
        raise CellFault(field, fault.message) from None


@lru_cache(maxsize=8192)
def _read_often(field: str, words: str) -> Any:
    """Return what ``_VALUES`` reads, once for all rows that say the same: none of these values can be changed."""
    return _VALUES[field](words)


def orcid_of(words: str) -> str:
    """Return an ORCID iD as four groups of four, also from an address or without hyphens; anything else as it is."""
    match = _ORCID.fullmatch(words.strip())
    bare = re.sub(r"[ -]", "", match[1]).upper() if match else ""
    return "-".join(bare[at : at + 4] for at in range(0, 16, 4)) if len(bare) == 16 else words.strip()


def email_of(words: str) -> str:
    """Return the first address of a cell, also beside a telephone number; words that are none as they are."""
    if "@" not in words:
        return _line(words)
    pieces = [piece for piece in re.split(r"[;,\s]+", words) if "@" in piece]
    return _BEFORE_AN_ADDRESS.sub("", pieces[0]).strip("<>()[]") if pieces else _line(words)


def key_of(words: str) -> str:
    """Return a key as it is compared: "1.0" of a spreadsheet is "1"."""
    return re.sub(r"^(\d+)[.,]0+$", r"\1", _line(words))


def _orcid(words: str) -> str:
    found = orcid_of(words)
    if not re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", found):
        raise Unreadable(
            f"“{words[:40]}” is no ORCID iD: write it as 0000-0002-1825-0097.",
            f"“{words[:40]}” không phải mã ORCID: hãy viết dạng 0000-0002-1825-0097.",
        )
    if not is_orcid(found):
        raise Unreadable(
            f"“{words[:40]}” has a wrong check digit: compare it with the record at orcid.org.",
            f"“{words[:40]}” có số kiểm tra sai: hãy đối chiếu với hồ sơ tại orcid.org.",
        )
    return found


def _email(words: str) -> str:
    found = email_of(words)
    if len(found) > _MOST_OF_AN_ADDRESS or not _ADDRESS.fullmatch(found):
        raise Unreadable(
            f"“{words[:40]}” is no e-mail address: write one such as an@example.vn.",
            f"“{words[:40]}” không phải địa chỉ thư điện tử: hãy viết dạng an@example.vn.",
        )
    return found


def _line(words: str) -> str:
    """Return ``words`` on one line."""
    return _SPACES.sub(" ", words).strip()


def _listed(words: str) -> list[str]:
    return [part for each in _LIST.split(words) if (part := _line(each))]


def _codes_listed(words: str) -> list[str]:
    return [part.lower().replace(" ", "-") for each in _ANY_LIST.split(words) if (part := _line(each))]


def _hours(words: str) -> int:
    """Return whole hours: of half an hour no more than was said."""
    match = _NUMBER.fullmatch(_line(words))
    try:
        number = Decimal(match[1].replace(",", ".")) if match else None
    except InvalidOperation:
        number = None
    if number is None or number > 80:
        raise Unreadable(
            f"“{words[:40]}” is no number of hours a week: write a number from 0 to 80.",
            f"“{words[:40]}” không phải số giờ mỗi tuần: hãy viết số từ 0 đến 80.",
        )
    return int(number)


def _answer(words: str) -> bool:
    found = yes_or_no(words)
    if found is None:
        raise Unreadable(f"“{words[:40]}” is neither yes nor no.", f"“{words[:40]}” không phải “có” hay “không”.")
    return found


def _coded(kind: type[Code]) -> Callable[[str], Code]:
    def read(words: str) -> Code:
        found = code_named(kind, words)
        if found is None:
            could = choices(kind)
            raise Unreadable(
                f"“{words[:40]}” is not known here: write one of {could.en}.",
                f"“{words[:40]}” không có trong danh sách: hãy viết một trong {could.vi}.",
            )
        return found

    return read


def _said(kind: type[Code]) -> Callable[[str], Code | None]:
    """Read the code that words say; None for words that say none of them."""
    return partial(code_said, kind)


def _kind(words: str) -> EvidenceKind:
    return kind_said(words) or _coded(EvidenceKind)(words)


def _means(words: str) -> ConsentMeans:
    return code_said(ConsentMeans, words) or _coded(ConsentMeans)(words)


def _name(words: str) -> str:
    found = _line(words)
    if "@" in found:
        raise Unreadable(
            f"“{found[:40]}” has an e-mail address in the name: write it in a column of its own, “Email”.",
            f"“{found[:40]}” có địa chỉ thư trong họ tên: hãy ghi địa chỉ vào cột “Email” riêng.",
        )
    return found


def _first_day(words: str) -> date | None:
    return None if is_open(words) else day_of(words)


def _last_day(words: str) -> date | None:
    return None if is_open(words) else day_of(words, last=True)


def _text(words: str) -> str:
    return words.strip()


_VALUES: Mapping[str, Callable[[str], Any]] = {
    "aliases": _listed,
    "themes": _codes_listed,
    "sectors": _codes_listed,
    "languages": languages_of,
    "country": country_of,
    "sub_network": lambda words: "-".join(search_words(folded(words))),
    "orcid": _orcid,
    "email": _email,
    "key": key_of,
    "display_name": _name,
    "name_order": _coded(NameOrder),
    "available_from": _first_day,
    "available_until": _last_day,
    "hours_per_week": _hours,
    "record_complete": _answer,
    "kind": _kind,
    "language": _coded(Language),
    "verification": _coded(Verification),
    "starts": _first_day,
    "ends": _last_day,
    "period": period_of,
    "day": lambda words: (None, None) if is_open(words) else period_of(without_volume(words)),
    "verified_on": _first_day,
    "consent_given_on": _first_day,
    "consent_means": _means,
    "consent_membership": _answer,
    "consent_matching": _answer,
    "consent_sharing": _answer,
    "counts_as_innovation_work": _answer,
    **dict.fromkeys(WILLINGNESS, _answer),
    **dict.fromkeys(PROSE, _text),
    **{name: _said(kind) for name, kind in SAID_FREELY.items()},
}
_LETTERS_OF_A_CODE = 100
_REPEATED = frozenset({"country", "kind", "language", "verification", "starts", "ends", "period", "day", "verified_on", *SAID_FREELY})
"""Fields of which long lists say the same again and again."""
