"""One code for one kind of refusal, each in the tables with its words in both languages and what to do about it."""

import re

from tests.documentation.problem_codes import PAGE, Refused, page, refusals, refusals_in
from tests.documentation.problem_cures import CURES, WORDS

SHARED = {"catalogue_not_loaded", "encoder_not_installed", "nothing_ticked"}
"""Codes of more places than one: the same is to be done about each."""
PLAIN = {"invalid": {"service/kit/problems.py", "service/kit/validation.py"}, "forbidden": {"service/identity/access/policies.py"}}
"""The wrong field, which ``errors`` names, and the missing permission, which the answer names: codes that no other place may use."""


def unnamed(found: list[Refused]) -> list[str]:
    """Return the places without a code of their own."""
    plain = [one.place for one in found if one.code in PLAIN and one.place.rsplit(":", 1)[0] not in PLAIN[one.code]]
    return [one.place for one in found if one.code not in PLAIN and not re.fullmatch(r"[a-z]+(_[a-z]+)+", one.code)] + plain


def test_no_refusal_is_without_a_code() -> None:
    assert unnamed(refusals()) == []


def test_no_two_kinds_of_refusal_have_one_code() -> None:
    codes = [one.code for one in refusals() if one.code not in PLAIN]
    assert {code for code in codes if codes.count(code) > 1} == SHARED
    assert len({(one.code, one.status) for one in refusals()}) == len({one.code for one in refusals()})


def test_each_says_something_else_in_both_languages() -> None:
    said = [(one.en, one.vi) for one in refusals() if one.code not in WORDS]
    assert [one.place for one in refusals() if one.code not in WORDS and ("" in (one.en.strip("…. "), one.vi.strip("…. ")))] == []
    assert len({en for en, _ in said}) == len({vi for _, vi in said}) == len(said)


def test_what_to_do_is_said_of_each_that_does_not_contradict_what_is_stored() -> None:
    assert {one.code for one in refusals() if one.status != 409} == set(CURES)


def test_a_new_place_with_a_shared_code_or_none_is_found() -> None:
    for call in ('Invalid("invalid", en="a", vi="b")', 'Forbidden("forbidden", en="a", vi="b")', 'Unavailable(en="a", vi="b")'):
        assert unnamed(list(refusals_in(call, "service/somewhere.py"))) == ["service/somewhere.py:1"]


def test_the_page_is_that_of_the_code() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
