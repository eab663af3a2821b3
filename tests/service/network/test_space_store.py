import io
from datetime import UTC, datetime

import numpy as np
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from matching.space.space import TextSpace
from matching.space.thesaurus import Concept, Thesaurus
from models.database import reading, writing
from models.jobs import TextSpaceVersion
from service.network.space_store import current_version, from_bytes, load_current, save_space, to_bytes

TEXTS = ["Điều khiển vệ tinh quan sát", "satellite control and radar", "rice genomics", "radar quét điện tử", "grid storage with radar"]
RADAR = Concept("radar", "ra đa", "radar", ("AESA",))


def clock() -> datetime:
    return datetime(2026, 10, 1, tzinfo=UTC)


def space(*more: str) -> TextSpace:
    return TextSpace.fit(Thesaurus([RADAR, Concept("quét", "quét điện tử", "scanning", parent="radar")]), [*TEXTS, *more], TEXTS[:2])


def test_a_round_trip_gives_the_same_vectors_bit_by_bit() -> None:
    fitted = space()
    stored = from_bytes(to_bytes(fitted))
    before, after = fitted.transform(TEXTS), stored.transform(TEXTS)
    for block in ("lexical", "capability"):
        for part in ("data", "indices", "indptr"):
            np.testing.assert_array_equal(getattr(getattr(before, block), part), getattr(getattr(after, block), part), strict=True)
    np.testing.assert_array_equal(before.semantic, after.semantic, strict=True)
    query = stored.transform(["radar"])
    assert fitted.relevance(query, before).tobytes() == stored.relevance(query, after).tobytes()
    assert stored.thesaurus.concepts == fitted.thesaurus.concepts
    assert to_bytes(stored) == to_bytes(fitted)


def test_a_space_of_nothing_survives_too() -> None:
    empty = TextSpace.fit(Thesaurus([]), ["...", "!"], [])
    assert to_bytes(from_bytes(to_bytes(empty))) == to_bytes(empty)


def test_bytes_that_carry_code_are_refused() -> None:
    harmful = io.BytesIO()
    np.savez(harmful, terms=np.array([print], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        from_bytes(harmful.getvalue())


def test_the_newest_space_is_the_current_one(engine: Engine) -> None:
    versions = []
    for fitted in (space(), space("another text"), space()):
        with writing(engine) as session:
            versions.append(save_space(session, fitted, 5, clock))
    assert versions[0] == versions[2] != versions[1]
    with reading(engine) as session:
        assert current_version(session) == versions[0]
        assert session.scalars(sa.select(TextSpaceVersion.fitted_at)).all() == [clock(), clock()]
        version, loaded = load_current(session) or ("", None)
    assert version == versions[0]
    assert loaded is not None
    assert to_bytes(loaded) == to_bytes(space())


def test_before_the_first_fit_there_is_none(engine: Engine) -> None:
    with reading(engine) as session:
        assert current_version(session) is None
        assert load_current(session) is None
