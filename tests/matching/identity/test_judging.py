"""The same person or not: what must hold for every two records, and clear cases."""

import random
from dataclasses import replace
from datetime import date

import pytest

from matching.identity.features import AGAINST, FOR, Background
from matching.identity.judging import CONTRADICTED, JudgedPair, find_doubles, judged, shipped_model
from matching.identity.records import Identifiers, PersonRecord, record_of
from models.vocabulary import EvidenceKind, IdentityVerdict
from seed.written.loading import read_written
from tests.matching.examples import item, person

MODEL = shipped_model()
KILN = item(
    "k",
    title="Lò nung gốm kỹ thuật 1.650 độ",
    text="38 tỷ đồng, 2.300 sản phẩm, cách điện 500 kV",
    starts=date(2019, 3, 1),
    ends=date(2022, 11, 30),
)
KILN_IN_ENGLISH = item(
    "e", title="Kiln at 1,650 degrees", text="2,300 insulators for 500 kV", starts=date(2019, 3, 1), ends=date(2022, 11, 30)
)
BRIDGE = item("b", title="Cầu dây văng nhịp 350 m", text="Giám sát thi công trụ tháp", starts=date(2012, 5, 1), ends=date(2016, 4, 30))


@pytest.fixture(scope="module")
def crowd() -> list[PersonRecord]:
    return [record_of(one.profile) for one in read_written().people[:60]]


@pytest.fixture(scope="module")
def background(crowd: list[PersonRecord]) -> Background:
    return Background.of(crowd)


def record(identifier: str, name: str, *items: object, **identifiers: str) -> PersonRecord:
    return record_of(replace(person(identifier, *items), name=name), Identifiers(**identifiers))


def test_a_translated_record_under_the_name_turned_round_is_proposed(background: Background) -> None:
    pair = judged(record("A", "Khuất Duy Hưng", KILN, BRIDGE), record("B", "Hung Duy Khuat", KILN_IN_ENGLISH), background, MODEL)
    assert pair.verdict is IdentityVerdict.PROPOSED


def test_a_namesake_with_other_work_is_not(background: Background) -> None:
    pair = judged(record("A", "Khuất Duy Hưng", KILN), record("B", "Khuất Duy Hưng", BRIDGE), background, MODEL)
    assert pair.verdict is not IdentityVerdict.PROPOSED


def test_a_name_with_other_accents_speaks_against(background: Background) -> None:
    same, other = (
        judged(record("A", "Khuất Duy Hưng", KILN), record("B", name, KILN), background, MODEL)
        for name in ("Khuất Duy Hưng", "Khuất Duy Hùng")
    )
    assert other.probability < same.probability
    assert "other_accents" in [reason.code for reason in other.reasons]


def test_two_orcid_ids_are_two_people(background: Background) -> None:
    pair = judged(record("A", "Khuất Duy Hưng", KILN, orcid="1"), record("B", "Khuất Duy Hưng", KILN, orcid="2"), background, MODEL)
    assert (pair.probability, pair.verdict) == (CONTRADICTED, IdentityVerdict.DIFFERENT)


def test_no_weight_speaks_against_its_direction() -> None:
    assert all(MODEL.weights[name] >= 0 for name in FOR)
    assert all(MODEL.weights[name] <= 0 for name in AGAINST)
    assert 0 < MODEL.unclear < MODEL.propose < 1


def _pairs(crowd: list[PersonRecord]) -> list[tuple[PersonRecord, PersonRecord]]:
    source = random.Random(1)
    return [tuple(source.sample(crowd, 2)) for _ in range(40)]  # type: ignore[misc]


def test_the_order_of_two_records_does_not_matter(crowd: list[PersonRecord], background: Background) -> None:
    for one, other in _pairs(crowd):
        assert judged(one, other, background, MODEL) == judged(other, one, background, MODEL)


def test_the_order_of_items_and_languages_does_not_matter(background: Background) -> None:
    profile = read_written().people[0].profile
    turned = replace(profile, items=profile.items[::-1], languages=profile.languages[::-1])
    other = record("Z", "Hien Tran", KILN)

    def found(one: PersonRecord) -> JudgedPair:
        return judged(one, other, background, MODEL)

    assert found(record_of(profile)).probability == found(record_of(turned)).probability


@pytest.mark.parametrize("identifier", [{"orcid": "1"}, {"email": "x@vnu.edu.vn"}, {"others": frozenset({"id"})}])
def test_an_identifier_in_common_makes_one_person_likelier(
    crowd: list[PersonRecord], background: Background, identifier: dict[str, str]
) -> None:
    for one, other in _pairs(crowd):
        both = [replace(record, identifiers=Identifiers(**identifier)) for record in (one, other)]  # type: ignore[arg-type]
        assert judged(*both, background, MODEL).probability > judged(one, other, background, MODEL).probability


def test_people_who_are_written_once_are_not_proposed(crowd: list[PersonRecord]) -> None:
    assert [pair for pair in find_doubles(crowd, MODEL) if pair.verdict is IdentityVerdict.PROPOSED] == []


def test_a_double_is_found_among_many_by_whichever_key(crowd: list[PersonRecord]) -> None:
    again = [
        replace(crowd[0], id="Z1", names=record("", "Hein Dieu Thi Tran").names),
        replace(crowd[1], id="Z2", names=record("", "Somebody Else").names),
    ]
    found = {(pair.first, pair.second) for pair in find_doubles([*crowd, *again], MODEL)}
    assert (crowd[0].id, "Z1") in found
    assert (crowd[1].id, "Z2") in found or judged(crowd[1], again[1], Background.of(crowd), MODEL).verdict is IdentityVerdict.DIFFERENT


def test_one_publication_is_a_mark_of_one_person(background: Background) -> None:
    paper = item("p", kind=EvidenceKind.PUBLICATION, title="Sintering of zirconia insulators at low pressure", starts=date(2021, 5, 1))
    pair = judged(record("A", "Khuất Duy Hưng", paper), record("B", "D. H. Khuat", replace(paper, id="q")), background, MODEL)
    assert "shared_works" in [reason.code for reason in pair.reasons]
