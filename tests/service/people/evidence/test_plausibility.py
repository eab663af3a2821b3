"""Dates of evidence are those of a working life, seen from a day in Viet Nam."""

from datetime import UTC, date, datetime

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import EvidenceKind
from service.kit.actor import Actor
from service.kit.field_words import FIELDS
from service.kit.problems import Invalid
from service.people.evidence.plausibility import check_dates
from service.people.evidence.schemas import EvidenceCreate
from tests.service.people.profiles.people import EXPERTS, ITEM, add, wrong_fields

TODAY = date(2026, 10, 1)


def check(kind: EvidenceKind = EvidenceKind.POSITION, **dates: str) -> None:
    check_dates(EvidenceCreate.model_validate(ITEM | {"kind": kind} | dates), TODAY)


@pytest.mark.parametrize(
    ("kind", "field", "day"),
    [
        (EvidenceKind.POSITION, "starts", "0201-05-01"),
        (EvidenceKind.POSITION, "ends", "1929-12-31"),
        (EvidenceKind.POSITION, "starts", "2099-01-01"),
        (EvidenceKind.PUBLICATION, "starts", "2026-10-02"),
        (EvidenceKind.DEGREE, "starts", "2027-01-01"),
        (EvidenceKind.POSITION, "verified_on", "2026-10-02"),
    ],
)
def test_a_date_that_cannot_be_true_is_refused_by_name(kind: EvidenceKind, field: str, day: str) -> None:
    name = FIELDS[field]
    with pytest.raises(Invalid, match=f"^{name.en} ") as refused:
        check(kind, **{field: day})
    assert [error.field for error in refused.value.errors] == [field]
    assert refused.value.detail.vi.startswith(name.vi)


def test_dates_that_can_be_true_are_taken() -> None:
    check(starts="1930-01-01", ends="2026-10-01", verified_on="2026-10-01")
    check(EvidenceKind.PUBLICATION, starts="2026-10-01")
    check(EvidenceKind.CERTIFICATE, starts="2020-01-01", ends="2031-01-01")
    check(EvidenceKind.PROGRAMME, starts="2027-01-01", ends="2030-12-31")
    check()


def test_the_day_of_an_act_is_that_of_viet_nam() -> None:
    assert Actor("somebody", datetime(2026, 9, 30, 17, 30, tzinfo=UTC)).today == TODAY


def test_impossible_years_are_not_counted_as_experience(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}/evidence"
    position = ITEM | {"kind": "position", "counts_as_innovation_work": True}
    assert wrong_fields(client.post(address, json=position | {"starts": "0201-05-01"})) == ["starts"]
    assert wrong_fields(client.post(address, json=ITEM | {"kind": "publication", "starts": "2099-01-01"})) == ["starts"]
    assert client.post(address, json=position | {"starts": "2021-05-01"}).status_code == 201
