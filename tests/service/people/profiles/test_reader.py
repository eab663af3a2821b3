import time
from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from matching.profiles import EvidenceItem, Profile, Relation
from models.database import reading, writing
from models.vocabulary import ConsentPurpose, EvidenceKind, Language, Part, RelationKind, RelationStatus, RoleCode
from seed.catalogue.loader import load_catalogue
from seed.network.generator import generate
from seed.network.loading import load_network
from seed.network.rows import SOURCE
from service.people.profiles.reader import read_changed, read_profiles
from tests.service.matches.network.conftest import small_world

__all__ = ["small_world"]


def test_a_profile_holds_what_the_rows_say(small_world: Engine) -> None:
    with reading(small_world) as session:
        first, *_, last = read_profiles(session)
    assert first.items == (
        EvidenceItem(
            id="E1-01",
            kind=EvidenceKind.PROGRAMME,
            language=Language.EN,
            title="Programme for rice genomics",
            text="Built rice genomics with sensing and control.",
            part=Part.LED,
            sectors=("energy", "health"),
            starts=date(2011, 1, 1),
            counts_as_innovation_work=True,
            organisation_id="B3",
        ),
        first.items[1],
    )
    assert first.headlines == ((Language.VI, "Kỹ sư trưởng"),)
    assert first.biographies == ((Language.EN, "Has worked."),)
    assert first.willing == ((RoleCode.CA_PROJECT, False), (RoleCode.CE_PROJECT, True))
    assert first.relations == (
        Relation(RelationKind.ADVISER, RelationStatus.DECLARED, organisation_id="B1", source="a form"),
        Relation(RelationKind.CO_AUTHOR, RelationStatus.DETECTED, other_expert_id="E2"),
    )
    assert first.consents == {ConsentPurpose.MATCHING}
    assert last.consents == frozenset()


def test_contact_details_are_not_even_read(small_world: Engine) -> None:
    statements: list[str] = []
    sa.event.listen(small_world, "before_cursor_execute", lambda _c, _cursor, statement, *_: statements.append(statement))
    with reading(small_world) as session:
        read_profiles(session)
    assert not any("email" in statement for statement in statements)
    assert sum("SELECT" in statement for statement in statements) == 7


def test_some_profiles_can_be_read_alone(small_world: Engine) -> None:
    with reading(small_world) as session:
        everybody = read_profiles(session)
        assert read_profiles(session, ["E4", "E2", "nobody"]) == [everybody[1], everybody[3]]
        assert read_profiles(session, []) == []
        assert read_changed(session, 4) == everybody[4:]
        assert read_changed(session, 6) == []


def test_a_synthetic_expert_is_read_back_as_generated(engine: Engine) -> None:
    with writing(engine) as session:
        load_catalogue(session)
        load_network(session, 7, 200, lambda _done, _size: None)
    begin = time.perf_counter()
    with reading(engine) as session:
        profiles = read_profiles(session)
    seconds = time.perf_counter() - begin
    assert profiles == [_with_source(expert.profile) for expert in generate(7, 200)]
    assert seconds < 5


def _with_source(profile: Profile) -> Profile:
    """Return ``profile`` as it is loaded: every item names the invented network as its source."""
    return replace(profile, items=tuple(replace(item, source=SOURCE) for item in profile.items))
