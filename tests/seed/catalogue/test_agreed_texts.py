"""A text that somebody consented to stays as it was."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from models.consents import ConsentText
from models.database import reading, writing
from models.experts import Consent
from models.vocabulary import ConsentPurpose
from seed.catalogue.agreed_texts import FILE
from seed.catalogue.faults import CatalogueFaults
from seed.catalogue.law import read_law
from seed.catalogue.loader import PACKAGED, load_catalogue, open_catalogue
from tests.models.test_tables import expert
from tests.seed.catalogue.conftest import Edit

NOW = datetime(2026, 10, 1, tzinfo=UTC)


def test_a_text_that_was_agreed_to_cannot_be_changed_and_another_can(engine: Engine, folder: Path, edit: Edit) -> None:
    with writing(engine) as session:
        session.add_all([expert(), *(row for row in read_law(open_catalogue(PACKAGED)) if isinstance(row, ConsentText))])
        session.flush()
        session.add(Consent(expert_id="E1", purpose=ConsentPurpose.MATCHING, text_version="2026-01", given_at=NOW))
    edit(FILE, "The name of the body is told to me", "The body is told to me")
    with writing(engine) as session:
        load_catalogue(session, folder)
    edit(FILE, "It is a proposal: people decide", "It is a decision: nobody decides")
    with pytest.raises(CatalogueFaults, match="matching 2026-01 was consented to"), writing(engine) as session:
        load_catalogue(session, folder)
    with reading(engine) as session:
        assert "told to me" in session.get_one(ConsentText, (ConsentPurpose.SHARING, "2026-01")).text_en
        assert "people decide" in session.get_one(ConsentText, (ConsentPurpose.MATCHING, "2026-01")).text_en


def test_the_newest_texts_name_complaint_and_compensation_and_keep_what_was_agreed_to_before() -> None:
    rows = [row for row in read_law(open_catalogue(PACKAGED)) if isinstance(row, ConsentText)]
    for purpose in ConsentPurpose:
        *before, newest = sorted((row for row in rows if row.purpose is purpose), key=lambda row: row.valid_from)
        assert [row.version for row in before] == ["2026-01"]
        assert newest.text_en.startswith(before[-1].text_en)
        assert all(word in newest.text_en for word in ("complain", "go to court", "compensation"))
        assert all(word in newest.text_vi for word in ("khiếu nại", "khởi kiện", "bồi thường"))
