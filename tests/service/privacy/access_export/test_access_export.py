"""A person gets everything that is kept of them, and the handing out is itself an event."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import SQLModel

from models.accounts import RoleGrant
from models.conflicts import ConflictJudgement
from models.consents import PastConsent
from models.data_requests import DataRequest
from models.delegations import Delegation
from models.documents import Document
from models.doubles import DuplicatePair, RecordMerge
from models.experts import Consent, Evidence, Expert, ImportedPerson, Relation, Willingness
from models.imports import ImportRefusal
from models.judgements import ReadingJudgement
from models.notices import ImportNotice
from models.oversight import IncidentPerson, RetentionDeadline
from models.tables import metadata
from models.vocabulary import AccountRole
from service.privacy.access_export import gathering
from service.privacy.access_export.gathering import AccessExport
from service.privacy.access_export.rendering import as_markdown
from service.privacy.access_export.words import FIELDS, SECTIONS
from tests.accounts import key_header
from tests.applications import running_client
from tests.consent_texts import PROOF
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import EXPERTS, ITEM, add
from tests.service.synthetic_world import world_settings

__all__ = ["client"]
TABLES: tuple[type[SQLModel], ...] = (
    *(Expert, Evidence, Consent, PastConsent, Willingness, Relation, ConflictJudgement, RoleGrant, DataRequest, RetentionDeadline),
    *(IncidentPerson, ReadingJudgement, ImportedPerson, ImportNotice, ImportRefusal, Document, DuplicatePair, RecordMerge, Delegation),
    *gathering._SELECTION.values(),
)
# A kept answer repeats what stands in the other tables, for a day; a reading is computed from them, and shown as the scores.
LEFT_OUT = {"kept_answer", "person_reading"}
# A reading is named by its item; the others of a pair are not named, nor what their records say; a merge holds copies of shown rows.
NOT_SHOWN: dict[type[SQLModel], set[str]] = {
    ReadingJudgement: {"digest"},
    DuplicatePair: {"first_id", "second_id", "reasons"},
    RecordMerge: {"changes"},
}


def export(client: TestClient, person: str) -> dict[str, Any]:
    answer = client.get(f"{EXPERTS}/{person}/access-export.json")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"] == f'attachment; filename="{person}.json"'
    shown: dict[str, Any] = answer.json()
    return shown


def test_everything_of_the_record_is_handed_out(client: TestClient) -> None:
    person, other = add(client, email="an@mail.example", biography={"vi": "Kỹ sư."}), add(client)
    address = f"{EXPERTS}/{person}"
    client.post(f"{address}/evidence", json=ITEM)
    for version in ("2026-01", "2026-02"):
        client.put(f"{address}/consents/matching", json={"given": True, "text_version": version} | PROOF)
    client.put(f"{address}/willingness/CE_PROJECT", json={"willing": True})
    client.post(f"{address}/relations", json={"kind": "co_author", "other_expert_id": other})
    client.post(f"{EXPERTS}/{other}/relations", json={"kind": "supervisor", "other_expert_id": person})
    client.post("/api/v1/retention-deadlines", json={"expert_id": person, "until": "2026-12-31"})
    shown = export(client, person)
    assert (shown["profile"][0]["email"], shown["profile"][0]["biography_vi"]) == ("an@mail.example", "Kỹ sư.")
    assert [row["title"] for row in shown["evidence"]] == [ITEM["title"]]
    assert [row["text_version"] for row in (*shown["past_consents"], *shown["consents"])] == ["2026-01", "2026-02"]
    assert [row["role"] for row in shown["willingness"]] == ["CE_PROJECT"]
    assert [row["other_expert_id"] for row in shown["relations"]] == [other]
    assert [(row["kind"], row["other_expert_id"]) for row in shown["relations_of_others"]] == [("supervisor", None)]
    assert [row["until"] for row in shown["retention"]] == ["2026-12-31"]
    assert [row["action"] for row in shown["events"]][:2] == ["expert_created", "evidence_added"]
    assert shown["scores"] == []


def test_who_was_given_the_data_is_told(client: TestClient) -> None:
    person = add(client)
    assert export(client, person)["readings"] == []
    (reading,) = export(client, person)["readings"]
    assert (reading["actor"], reading["purpose"], reading["subject"]) == (client.get("/api/v1/me").json()["id"], "access-export", person)


def test_the_export_of_somebody_unknown_is_not_found(client: TestClient) -> None:
    assert client.get(f"{EXPERTS}/E999999/access-export.json").status_code == 404


def test_the_text_has_every_section_in_both_languages_and_no_markup_of_its_reader(client: TestClient) -> None:
    person = add(client, headline={"en": "<script>alert(1)</script>"})
    assert client.post(f"{EXPERTS}/{person}/evidence", json=ITEM | {"text": "Robots.\n## Heading\n<script>"}).status_code == 201
    answer = client.get(f"{EXPERTS}/{person}/access-export.md")
    assert answer.headers["content-type"].startswith("text/markdown")
    headings = re.findall(r"^## (.+)$", answer.text, flags=re.MULTILINE)
    assert headings == [f"{name.vi} / {name.en}" for name in SECTIONS.values()]
    assert ("<script>" in answer.text, "Heading" in answer.text) == (False, True)
    assert "- **họ tên / name:** Nguyễn Văn An" in answer.text


def test_every_table_of_a_person_and_every_field_has_its_words() -> None:
    pointing = {table.name for table in metadata.tables.values() if any(k.column.table.name == "expert" for k in table.foreign_keys)}
    assert pointing - LEFT_OUT == {table.__tablename__ for table in TABLES}
    columns = {name for table in TABLES for name in set(table.model_fields) - NOT_SHOWN.get(table, set())}
    assert columns - gathering._INTERNAL - set(FIELDS) == set()
    empty = AccessExport(expert_id="E1", made_at=datetime(2026, 1, 1, tzinfo=UTC), **{name: [] for name in SECTIONS})
    assert as_markdown(empty).count("không có / nothing") == len(SECTIONS)


@pytest.fixture
def world(world_copy: str) -> Iterator[TestClient]:
    with running_client(world_settings(world_copy), headers=key_header(world_copy, AccountRole.COORDINATOR)) as client:
        yield client


def test_scores_are_those_of_the_list_and_stop_with_the_persons_word(world: TestClient) -> None:
    listed = world.get("/api/v1/products/P01/recommendations", params={"role": "CE_PROJECT"}).json()["items"][0]
    person = listed["expert"]["id"]
    world.get("/api/v1/products/P01/recommendations.csv", params={"role": "CE_PROJECT"})
    shown = export(world, person)
    assert len(shown["scores"]) == 60
    (row,) = [row for row in shown["scores"] if (row["subject"], row["role"]) == ("P01", "CE_PROJECT")]
    assert (row["score"], row["band"], row["gated"]) == (listed["score"], listed["band"]["code"], [])
    assert [part["contribution"] for part in row["parts"]] == [part["contribution"] for part in listed["parts"]]
    assert sum(part["contribution"] for part in row["parts"]) == pytest.approx(row["score"], abs=0.0006)
    assert (row["because"]["evidence"], row["because"]["en"]) == (listed["reason"]["evidence"], listed["reason"]["en"])
    assert row["covered"] == [one["id"] for one in listed["covered"]]
    text = world.get(f"{EXPERTS}/{person}/access-export.md").text
    assert f"{row['parts'][0]['label_en']}: {row['parts'][0]['value']} × {row['parts'][0]['weight']}" in text
    assert ("export-CE_PROJECT", "P01") in [(row["purpose"], row["subject"]) for row in shown["readings"]]
    world.put(f"{EXPERTS}/{person}/stops/objection", json={"stopped": True})
    assert {(*row["gated"], row["score"]) for row in export(world, person)["scores"]} == {("objected", None)}
