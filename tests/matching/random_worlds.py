"""Small random networks and needs, with everything in them that the gate and the signals look at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from matching.profiles import EvidenceItem, Judgement, Profile, Relation
from models.vocabulary import (
    ConsentPurpose,
    EvidenceKind,
    Language,
    Outcome,
    Part,
    ProcessingStop,
    RelationKind,
    RelationStatus,
    RoleCode,
    Scale,
    Verification,
)
from tests.matching.examples import DOCUMENTS, MATCHING, ON, RADAR_BRIEF, RICE, RULES, need

ORGANISATIONS = ("B1", "B2", "C1")
TITLES = (*DOCUMENTS, "Nothing known", "😀", "AESA architecture standard, partner consortium roadmap", "Kiến trúc và tiêu chuẩn ra đa")
SECTORS = ((), ("defence",), ("defence", "transport"), ("defence", "transport", "energy"))


def _named(found: Sequence[EvidenceItem], owner: str) -> tuple[EvidenceItem, ...]:
    return tuple(replace(one, id=f"{owner}-{number}") for number, one in enumerate(found))


def _somebody(identifier: str, **fields: Any) -> Profile:
    return Profile(identifier, f"Person {identifier}", _named(fields.pop("items"), identifier), **fields)


def _spell(pair: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    starts, ends = pair
    return (ends, starts) if starts and ends and ends < starts else pair


# Strategies are made once: making them again for every person would take most of the time.
DAYS = st.none() | st.dates(ON - timedelta(days=365 * 25), ON + timedelta(days=365 * 4))
ITEMS = st.builds(
    lambda spell, **fields: EvidenceItem("", starts=spell[0], ends=spell[1], **fields),
    st.tuples(DAYS, DAYS).map(_spell),
    kind=st.sampled_from(EvidenceKind),
    language=st.sampled_from(Language),
    title=st.sampled_from(TITLES),
    part=st.sampled_from([*Part, None]),
    outcome=st.sampled_from([*Outcome, None]),
    scale=st.sampled_from([*Scale, None]),
    sectors=st.sampled_from(SECTORS),
    counts_as_innovation_work=st.booleans(),
    verification=st.sampled_from(Verification),
    organisation_id=st.sampled_from([*ORGANISATIONS, None]),
)
RELATIONS = st.builds(
    Relation,
    st.sampled_from(RelationKind),
    st.sampled_from(RelationStatus),
    organisation_id=st.sampled_from([*ORGANISATIONS, None]),
    ends=DAYS,
) | st.builds(Relation, st.sampled_from(RelationKind), st.sampled_from(RelationStatus), other_expert_id=st.sampled_from(["E0", "E1", "E2"]))
JUDGEMENTS = st.builds(
    Judgement,
    st.sampled_from([RelationKind.EMPLOYER, RelationKind.CO_AUTHOR]),
    st.sampled_from(ORGANISATIONS),
    st.sampled_from([None, "E1"]),
    st.sampled_from(["P1", "P2"]),
    st.sampled_from([RelationStatus.CONFIRMED, RelationStatus.DISMISSED]),
)
_FACTS = st.fixed_dictionaries(
    {
        "items": st.lists(ITEMS, max_size=4),
        "languages": st.sampled_from([(), ("vi",), ("vi", "en")]),
        "available_until": DAYS,
        "hours_per_week": st.none() | st.integers(0, 60),
        "consents": st.sampled_from([MATCHING, MATCHING, MATCHING, frozenset({ConsentPurpose.MEMBERSHIP})]),
        "stops": st.sampled_from([frozenset(), frozenset(), frozenset(), *(frozenset({stop}) for stop in ProcessingStop)]),
        "willing": st.sampled_from([(), *[((role, word),) for role in RoleCode for word in (True, False)]]),
        "relations": st.lists(RELATIONS, max_size=2).map(tuple),
        "judgements": st.lists(JUDGEMENTS, max_size=1).map(tuple),
        "record_complete": st.booleans(),
    }
)
NETWORKS = st.lists(_FACTS, max_size=5).map(lambda found: [_somebody(f"E{number}", **facts) for number, facts in enumerate(found)])
CAPABILITIES = st.sampled_from(("array", "battery", "radar", "sensing", "unheard_of"))
NEEDS = st.builds(
    need,
    role=st.sampled_from(RoleCode),
    rules=st.sampled_from([RULES, RULES[:2], ()]),
    must=st.lists(CAPABILITIES, unique=True, max_size=3).map(tuple),
    nice=st.lists(CAPABILITIES, unique=True, max_size=2).map(tuple),
    bidders=st.frozensets(st.sampled_from(ORGANISATIONS), max_size=2),
    starts=DAYS,
    text_only=st.booleans(),
    hours_per_week=st.none() | st.integers(1, 40),
    languages=st.sampled_from([(), ("vi",), ("en", "vi")]),
    subjects=st.sampled_from([(), (RADAR_BRIEF,), (RADAR_BRIEF, ((Language.EN, RICE[0]),))]),
)


def people(identifier: str) -> st.SearchStrategy[Profile]:
    return _FACTS.map(lambda facts: _somebody(identifier, **facts))
