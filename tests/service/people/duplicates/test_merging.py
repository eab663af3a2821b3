from typing import Any

import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.audit import AuditEvent
from models.database import reading
from models.tables import metadata
from models.vocabulary import AccountRole
from service.kit.settings import Settings
from service.people.duplicates.rows import NAMING, STAY_BEHIND, rows_of
from tests.conftest import ClientFor
from tests.service.people.duplicates.records import DUPLICATES, GIVEN, decide, merge, tell, two_records
from tests.service.people.profiles.people import EXPERTS, add, version_of

TIE = {"kind": "adviser", "organisation_id": "O1", "starts": "2020-01-01"}


def consents(client: TestClient, expert: str) -> dict[str, bool]:
    return {one["purpose"]: one["given"] for one in client.get(f"{EXPERTS}/{expert}").json()["consents"]}


def say(client: TestClient, expert: str, purpose: str, **word: Any) -> None:
    assert client.put(f"{EXPERTS}/{expert}/consents/{purpose}", json=GIVEN | word).status_code == 200


def everything(engine: Engine, *experts: str) -> Any:
    with reading(engine) as session:
        return rows_of(session, experts)


def test_every_table_that_names_a_person_is_moved_or_stays_behind_by_intent() -> None:
    naming = {table.name for table in metadata.tables.values() for key in table.foreign_keys if key.column.table.name == "expert"}
    assert naming == {str(table.__tablename__) for table in NAMING} | STAY_BEHIND


def test_a_withdrawal_in_either_record_holds_until_the_person_answers(client: TestClient) -> None:
    first, second = two_records(client)
    for expert in (first, second):
        say(client, expert, "matching")
    say(client, second, "matching", given=False)
    merge(client, first)
    assert consents(client, first) == {"matching": False}
    say(client, first, "matching")
    assert consents(client, first) == {"matching": True}


def test_a_consent_that_one_record_alone_has_stands(client: TestClient) -> None:
    first, second = two_records(client)
    say(client, second, "membership")
    merge(client, first)
    assert consents(client, first) == {"membership": True}


def test_of_two_consents_the_older_one_stands_and_the_other_is_kept_as_past(client: TestClient) -> None:
    first, second = two_records(client)
    say(client, first, "matching", text_version="2026-02")
    say(client, second, "matching", text_version="2026-01")
    merge(client, first)
    exported = client.get(f"/api/v1/experts/{first}/access-export.json").json()
    assert len(exported["consents"]) == len(exported["past_consents"]) == 1


def test_an_objection_and_a_refusal_hold(client: TestClient) -> None:
    first, second = two_records(client)
    for expert, willing in ((first, True), (second, False)):
        client.put(f"{EXPERTS}/{expert}/willingness/CE_PROJECT", json={"willing": willing})
    merge(client, first)
    shown = client.get(f"{EXPERTS}/{first}").json()
    assert [(one["role"], one["willing"]) for one in shown["willingness"]] == [("CE_PROJECT", False)]


def test_ties_move_and_those_of_others_name_the_kept_record(client: TestClient) -> None:
    first, second = two_records(client)
    third = add(client, display_name="Ông Thế Vinh", family_name="Ông", given_name="Thế Vinh")
    client.post(f"{EXPERTS}/{second}/relations", json=TIE)
    tie = {"kind": "supervisor", "other_expert_id": second}
    assert client.post(f"{EXPERTS}/{third}/relations", json=tie).status_code == 201
    merge(client, first)
    assert [one["organisation_id"] for one in client.get(f"{EXPERTS}/{first}/relations").json()["items"]] == ["O1"]
    assert [one["other_expert_id"] for one in client.get(f"{EXPERTS}/{third}/relations").json()["items"]] == [first]


def test_a_merge_taken_back_leaves_both_records_as_they_were(client: TestClient, engine: Engine) -> None:
    first, second = two_records(client)
    say(client, first, "matching")
    say(client, second, "matching", text_version="2026-02")
    say(client, second, "matching", given=False)
    client.put(f"{EXPERTS}/{second}/willingness/CE_PROJECT", json={"willing": False})
    client.put(f"{EXPERTS}/{first}/willingness/CE_PROJECT", json={"willing": True})
    client.post(f"{EXPERTS}/{second}/relations", json=TIE)
    before = everything(engine, first, second)
    pair = merge(client, first)
    assert everything(engine, first, second) != before
    answer = decide(client, pair, "undo", reason="Two cousins after all")
    assert answer.status_code == 200, answer.text
    assert everything(engine, first, second) == before
    assert client.get(f"{EXPERTS}/{second}").status_code == 200
    (kept,) = answer.json()["merges"]
    assert kept["undo_reason"] == "Two cousins after all"


def test_what_was_done_since_a_merge_stays_when_it_is_taken_back(client: TestClient) -> None:
    first, second = two_records(client)
    for expert in (first, second):
        say(client, expert, "matching")
    pair = merge(client, first)
    added = tell(client, first, {"kind": "award", "language": "en", "title": "Kiln prize"})
    client.patch(f"{EXPERTS}/{first}", json={"aliases": ["Hưng Gốm"]}, headers=version_of(client, first))
    say(client, first, "matching", given=False)
    decide(client, pair, "undo", reason="Two people")
    assert added in [one["id"] for one in client.get(f"{EXPERTS}/{first}/evidence").json()["items"]]
    assert client.get(f"{EXPERTS}/{first}").json()["aliases"] == ["Hưng Gốm"]
    assert (consents(client, first), consents(client, second)) == ({"matching": False}, {"matching": False})


def test_three_records_become_one_and_come_apart_in_the_opposite_order(client: TestClient, engine: Engine) -> None:
    first, second = two_records(client)
    third = add(client, display_name="Khuất Duy Hưng", family_name="Khuất", given_name="Duy Hưng", email="kdh@vnu.edu.vn")
    before = everything(engine, first, second, third)
    pairs = []
    for keep, other in ((second, third), (first, second)):
        pair = client.post(DUPLICATES, json={"expert": keep, "other": other}).json()["id"]
        assert decide(client, pair, "merge", keep=keep, reason="One person").status_code == 200
        pairs.append(pair)
    assert client.get(f"{EXPERTS}/{third}").json()["errors"][0]["message"] == first
    assert decide(client, pairs[0], "undo", reason="Too early").status_code == 409
    for pair in reversed(pairs):
        assert decide(client, pair, "undo", reason="Apart again").status_code == 200
    assert everything(engine, first, second, third) == before


def test_a_merge_is_recorded_with_both_ids(client: TestClient, engine: Engine) -> None:
    first, second = two_records(client)
    pair = merge(client, first)
    decide(client, pair, "undo", reason="Two people")
    with reading(engine) as session:
        events = session.scalars(sa.select(AuditEvent).where(AuditEvent.object_kind == "record_merge").order_by(AuditEvent.sequence)).all()
    assert [event.action for event in events] == ["records_merged", "merge_undone"]
    assert all(event.details == {"kept": first, "merged": second} for event in events)


def test_erasing_the_kept_person_erases_the_merged_record_too(client: TestClient, engine: Engine) -> None:
    first, second = two_records(client)
    merge(client, first)
    erased = client.delete(f"{EXPERTS}/{first}", params={"reason": "request"}, headers=version_of(client, first))
    assert erased.status_code == 200, erased.text
    assert everything(engine, first, second) == {}
    assert client.get(f"{EXPERTS}/{second}").status_code == 404


def test_the_access_export_has_both_records_and_the_merge(client: TestClient) -> None:
    first, second = two_records(client)
    merge(client, first)
    exported = client.get(f"/api/v1/experts/{first}/access-export.json").json()
    assert [row["id"] for row in exported["profile"]] == [first, second]
    assert [(row["kept_id"], row["merged_id"]) for row in exported["merges"]] == [(first, second)]
    (double,) = exported["doubles"]
    assert (double["state"], set(double) & {"first_id", "second_id", "reasons"}) == ("merged", set())
    assert "records_merged" in [event["action"] for event in exported["events"]]


def test_the_account_of_a_merged_record_reads_the_kept_one(client: TestClient, settings: Settings, client_for: ClientFor) -> None:
    first, second = two_records(client)
    people = {one: client_for(settings, role=AccountRole.EXPERT, expert_id=one) for one in (first, second)}
    merge(client, first)
    for person in people.values():
        assert [one["id"] for one in person.get(EXPERTS).json()["items"]] == [first]
