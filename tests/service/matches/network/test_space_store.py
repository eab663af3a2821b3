from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading, writing
from models.jobs import TextSpaceVersion
from service.kit.problems import Unavailable
from service.matches.encoders.choice import NO_ENCODER, NONE, kept_in
from service.matches.network.space_bytes import to_bytes
from service.matches.network.space_store import current_encoder, current_notice, current_version, load_current, save_space
from tests.service.matches.encoders.examples import LocalModel
from tests.service.matches.network.test_space_bytes import space

MORNING = datetime(2026, 10, 1, tzinfo=UTC)


def save(engine: Engine, *more: str, hour: int = 0) -> str:
    with writing(engine) as session:
        return save_space(session, space(None, *more), 5, lambda: MORNING + timedelta(hours=hour))


def test_the_newest_space_is_the_current_one(engine: Engine) -> None:
    versions = [save(engine), save(engine, "another text"), save(engine)]
    assert versions[0] == versions[2] != versions[1]
    with reading(engine) as session:
        assert current_version(session) == versions[0]
        assert len(session.scalars(sa.select(TextSpaceVersion)).all()) == 2
        version, loaded = load_current(session, NONE) or pytest.fail("nothing fitted")
    assert version == versions[0]
    assert to_bytes(loaded) == to_bytes(space())


def test_only_the_youngest_versions_stay(engine: Engine) -> None:
    versions = [save(engine, word, hour=hour) for hour, word in enumerate(("quantum", "robot", "tea", "steel", "maps"))]
    with reading(engine) as session:
        stay = session.scalars(sa.select(col(TextSpaceVersion.version)).order_by(col(TextSpaceVersion.fitted_at))).all()
    assert stay == versions[2:]


def test_before_the_first_fit_there_is_none(engine: Engine) -> None:
    with reading(engine) as session:
        assert current_version(session) is current_encoder(session) is current_notice(session) is None
        assert load_current(session, NONE) is None


def test_a_space_without_an_encoder_says_so(engine: Engine) -> None:
    save(engine)
    with reading(engine) as session:
        assert current_encoder(session) == ""
        assert current_notice(session) == NO_ENCODER


def test_a_space_is_used_with_its_encoder_alone(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, other = (LocalModel(tmp_path / name, monkeypatch) for name in ("mine", "other"))
    fitted = space(kept_in(engine, mine.setting))
    with writing(engine) as session:
        save_space(session, fitted, 5, lambda: MORNING)
    with reading(engine) as session:
        assert (current_encoder(session) or "").startswith("mine-")
        assert current_notice(session) is None
        for setting in (other.setting, NONE):
            with pytest.raises(Unavailable, match="VINMATCH_ENCODER"):
                load_current(session, setting)
        _, loaded = load_current(session, mine.setting) or pytest.fail("nothing fitted")
    assert to_bytes(loaded) == to_bytes(fitted)
