"""Reads what people write in a form or on a command line: pins as PERSON:SUBJECT:ROLE, exclusions as PERSON or like a pin."""

from collections.abc import Iterable

from service.kit.problems import Invalid
from service.matches.plans.requests import ExclusionInput, PinInput, PlanRole

_LONGEST_ID = 40


def read_pins(words: Iterable[str]) -> list[PinInput]:
    """Return the pins; raises ``Invalid`` naming the word and the form it should have."""
    return [PinInput(person=person, subject=subject, role=role) for person, subject, role in map(_pin, words)]


def read_exclusions(words: Iterable[str]) -> list[ExclusionInput]:
    """Return the exclusions; raises ``Invalid`` naming the word and the form it should have."""
    return [_exclusion(word) for word in words]


def _exclusion(word: str) -> ExclusionInput:
    if ":" not in word:
        return ExclusionInput(person=_identifier(word, word))
    person, subject, role = _pin(word)
    return ExclusionInput(person=person, subject=subject, role=role)


def _pin(word: str) -> tuple[str, str, PlanRole]:
    parts = word.split(":")
    if len(parts) != 3 or parts[2] not in set(PlanRole):
        raise _unread(word)
    return _identifier(parts[0], word), _identifier(parts[1], word), PlanRole(parts[2])


def _identifier(text: str, word: str) -> str:
    if not 1 <= len(text.strip()) <= _LONGEST_ID:
        raise _unread(word)
    return text.strip()


def _unread(word: str) -> Invalid:
    shown = word[: 3 * _LONGEST_ID]
    return Invalid.field(
        "pin",
        en=f"or exclusion {shown!r} is not written as PERSON:PRODUCT:ROLE, such as E000123:P01:CE_PROJECT",
        vi=f"hoặc loại trừ {shown!r} không đúng dạng NGƯỜI:SẢN_PHẨM:VAI_TRÒ, ví dụ E000123:P01:CE_PROJECT",
    )
