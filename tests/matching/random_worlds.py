"""Small random networks and needs, with everything in them that the gate and the signals look at."""

from datetime import date, timedelta

from hypothesis import strategies as st

from matching.needs import RoleNeed
from matching.profiles import EvidenceItem, Profile, Relation
from models.vocabulary import (
    ConsentPurpose,
    EvidenceKind,
    Language,
    Outcome,
    Part,
    RelationKind,
    RelationStatus,
    RoleCode,
    Scale,
    Verification,
)
from tests.matching.examples import DOCUMENTS, MATCHING, ON, RULES, need

ORGANISATIONS = ("B1", "B2", "C1")
TITLES = (*DOCUMENTS, "Nothing known", "😀", "AESA architecture standard, partner consortium roadmap", "Kiến trúc và tiêu chuẩn ra đa")
SECTORS = ((), ("defence",), ("defence", "transport"), ("defence", "transport", "energy"))


def days(years_before: int = 25, years_after: int = 4) -> st.SearchStrategy[date]:
    earliest, latest = ON - timedelta(days=365 * years_before), ON + timedelta(days=365 * years_after)
    return st.dates(earliest, latest)


def maybe_days() -> st.SearchStrategy[date | None]:
    return st.none() | days()


def _spell(pair: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    starts, ends = pair
    return (ends, starts) if starts and ends and ends < starts else pair


def items(identifier: str) -> st.SearchStrategy[EvidenceItem]:
    return st.builds(
        lambda spell, **fields: EvidenceItem(identifier, starts=spell[0], ends=spell[1], **fields),
        st.tuples(maybe_days(), maybe_days()).map(_spell),
        kind=st.sampled_from(EvidenceKind),
        language=st.sampled_from(Language),
        title=st.sampled_from(TITLES),
        part=st.sampled_from([*Part, None]),
        outcome=st.sampled_from([*Outcome, None]),
        scale=st.sampled_from([*Scale, None]),
        sectors=st.sampled_from(SECTORS),
        counts_as_innovation_work=st.booleans(),
        verification=st.sampled_from(Verification),
    )


def relations() -> st.SearchStrategy[Relation]:
    return st.builds(
        Relation,
        st.sampled_from(RelationKind),
        st.sampled_from(RelationStatus),
        organisation_id=st.sampled_from([*ORGANISATIONS, None]),
        ends=maybe_days(),
    )


@st.composite
def people(draw: st.DrawFn, identifier: str) -> Profile:
    count = draw(st.integers(0, 4))
    return Profile(
        identifier,
        f"Person {identifier}",
        tuple(draw(items(f"{identifier}-{number}")) for number in range(count)),
        languages=draw(st.sampled_from([(), ("vi",), ("vi", "en")])),
        available_until=draw(maybe_days()),
        hours_per_week=draw(st.none() | st.integers(0, 60)),
        consents=draw(st.sampled_from([MATCHING, MATCHING, MATCHING, frozenset({ConsentPurpose.MEMBERSHIP})])),
        willing=draw(st.sampled_from([(), *[((role, word),) for role in RoleCode for word in (True, False)]])),
        relations=tuple(draw(st.lists(relations(), max_size=2))),
        record_complete=draw(st.booleans()),
    )


@st.composite
def networks(draw: st.DrawFn, most: int = 5) -> list[Profile]:
    return [draw(people(f"E{number}")) for number in range(draw(st.integers(0, most)))]


@st.composite
def needs(draw: st.DrawFn) -> RoleNeed:
    capabilities = ("array", "battery", "radar", "sensing", "unheard_of")
    return need(
        role=draw(st.sampled_from(RoleCode)),
        rules=draw(st.sampled_from([RULES, RULES[:2], ()])),
        must=tuple(draw(st.lists(st.sampled_from(capabilities), unique=True, max_size=3))),
        nice=tuple(draw(st.lists(st.sampled_from(capabilities), unique=True, max_size=2))),
        bidders=frozenset(draw(st.lists(st.sampled_from(ORGANISATIONS), max_size=2))),
        starts=draw(maybe_days()),
        hours_per_week=draw(st.none() | st.integers(1, 40)),
        languages=draw(st.sampled_from([(), ("vi",), ("en", "vi")])),
    )
