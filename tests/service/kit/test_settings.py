from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from matching.gate.spells import PROPOSED_GAPS, GapPolicy
from models.vocabulary import RelationKind
from service.kit.settings import PROPOSED_COOLING_OFF_MONTHS, Settings


def test_every_setting_says_what_it_is() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_names_of_variables() -> None:
    assert Settings.variable("database_url") == "DATABASE_URL"
    assert Settings.variable("open_demo") == "VINMATCH_OPEN_DEMO"


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///other.sqlite3")
    monkeypatch.setenv("VINMATCH_PORT", "9000")
    monkeypatch.setenv("VINMATCH_COOLING_OFF_MONTHS", '{"employer": 12}')
    settings = Settings()
    assert (settings.database_url, settings.port) == ("sqlite:///other.sqlite3", 9000)
    assert settings.months_of_cooling_off(RelationKind.EMPLOYER) == 12
    assert settings.months_of_cooling_off(RelationKind.SUPPLIER) == PROPOSED_COOLING_OFF_MONTHS[RelationKind.SUPPLIER]


def test_a_wrong_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VINMATCH_PORT", "many")
    with pytest.raises(ValidationError, match="port"):
        Settings()


def test_a_cooling_off_is_proposed_for_every_kind_of_relation() -> None:
    assert set(PROPOSED_COOLING_OFF_MONTHS) == set(RelationKind)


def test_the_selection_day_is_the_one_set_or_that_of_the_clock() -> None:
    assert Settings(selection_date=date(2026, 7, 1)).selection_day() == date(2026, 7, 1)
    assert Settings().selection_day(lambda: datetime(2026, 8, 2, tzinfo=UTC)) == date(2026, 8, 2)


def test_gaps_are_those_that_the_matcher_proposes() -> None:
    chosen = Settings()
    days = chosen.tolerated_gap_days, chosen.asked_gap_days, chosen.silent_days
    assert GapPolicy(*(timedelta(days=one) for one in days)) == PROPOSED_GAPS


def test_a_secret_does_not_show_in_a_log() -> None:
    assert "right" not in repr(Settings(openid_client_secret="right"))


@pytest.mark.parametrize("years", ["[20, 10]", "[10, 10]", "[0, 10]"])
def test_career_stages_begin_one_after_the_other(monkeypatch: pytest.MonkeyPatch, years: str) -> None:
    monkeypatch.setenv("VINMATCH_CAREER_STAGE_YEARS", years)
    with pytest.raises(ValidationError, match="career_stage_years"):
        Settings()


@pytest.mark.parametrize("sender", ["", "VIN", "Bộ KH&CN, VIN <vin@nic.example>", "a@nic.example, b@nic.example"])
def test_letters_come_from_one_address(monkeypatch: pytest.MonkeyPatch, sender: str) -> None:
    monkeypatch.setenv("VINMATCH_SMTP_SENDER", sender)
    with pytest.raises(ValidationError, match="quotation marks"):
        Settings()
