"""A signed list stands still, says so itself, and can be checked; the signer must be free of ties."""

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from models.audit import AuditEvent
from models.database import writing
from models.experts import Consent, Relation
from models.shortlists import EntryContent, Shortlist, ShortlistEntry
from models.vocabulary import AccountRole, ErasureReason, RelationKind, RelationStatus
from service.kit.events.chain import seal as seal_of_event
from service.kit.settings import Settings
from service.people.profiles.changes import next_change_number
from service.privacy.erasure.operations import erase
from service.selection.signing.seal import put_seal
from tests.accounts import key_header
from tests.conftest import ClientFor
from tests.service.selection.conftest import API, BY, NOW, Act, both, choose, draft, people, sign, signed, version
from tests.service.synthetic_world import let_nobody_fit


def verification(client: TestClient, shortlist: dict[str, object]) -> dict[str, object]:
    return dict(client.get(f"{API}/shortlists/{shortlist['id']}/verification").json())


def test_a_signed_list_verifies_and_is_never_changed(client: TestClient) -> None:
    done = signed(client)
    assert (done["status"], len(done["fingerprint"])) == ("signed", 64)
    found = verification(client, done)
    assert (found["intact"], found["same_bytes"], found["drift"], found["erased"]) == (True, True, [], 0)
    assert found["reference_only"]["vi"] == "Chỉ để tham khảo; con người quyết định."
    assert choose(client, done, people(done)[0], "exclude").status_code == 409
    assert sign(client, done).status_code == 409
    assert client.get(f"{API}/requests/{done['request_id']}").json()["state"] == "SHORTLIST"


CHANGES = [
    sa.update(Shortlist).values(sign_reason="another"),
    sa.delete(Shortlist),
    sa.update(ShortlistEntry).values(digest="0" * 64),
    sa.update(EntryContent).values(snapshot={}),
    sa.delete(EntryContent),
]


@both
def test_the_database_itself_refuses_to_change_a_signed_list(client: TestClient, world: Engine) -> None:
    signed(client)
    with writing(world) as session:
        for change in CHANGES:
            with pytest.raises(IntegrityError, match="never changed"), session.begin_nested():
                session.execute(change)


@both
def test_the_seal_holds_when_a_person_is_erased(client: TestClient, world: Engine) -> None:
    done = signed(client)
    with writing(world) as session:
        erase(session, BY, people(done)[0], ErasureReason.REQUEST)
    found = verification(client, done)
    assert (found["intact"], found["broken"], found["erased"]) == (True, [], 1)
    assert found["fingerprint"] == done["fingerprint"]
    entry = client.get(f"{API}/shortlists/{done['id']}").json()["entries"][0]
    assert (entry["expert_id"], entry["snapshot"], entry["digest"]) == (None, None, done["entries"][0]["digest"])


def forge(world: Engine, *statements: str) -> None:
    """Change the database as somebody would who takes its guards away."""
    with writing(world) as session:
        for (name,) in session.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%signed%'")).all():
            session.execute(sa.text(f"DROP TRIGGER {name}"))
        for statement in statements:
            session.execute(sa.text(statement))


FORGERIES = [
    (["UPDATE shortlist SET signed_by = 'somebody-else'"], ["signed_by"]),
    (["UPDATE shortlist SET signed_at = '2026-09-01 08:00:00.000000'"], ["signed_at"]),
    (["UPDATE shortlist SET sign_reason = 'Nobody asked.'"], ["signature"]),
    (["UPDATE shortlist SET sign_reason = 'Nobody asked.', seal = NULL, seal_version = NULL"], ["seal"]),
    (["UPDATE shortlist SET fingerprint = printf('%064d', 1)"], ["fingerprint", "signature"]),
]


@pytest.mark.parametrize(("statements", "differs"), FORGERIES)
def test_what_was_forged_of_a_signature_is_named(client: TestClient, world: Engine, statements: list[str], differs: list[str]) -> None:
    done = signed(client)
    assert (done["seal"] is not None, verification(client, done)["seal_version"], verification(client, done)["differs"]) == (True, 2, [])
    forge(world, *statements)
    found = verification(client, done)
    assert (found["intact"], [one["what"] for one in found["differs"]]) == (False, differs)
    assert all(one["vi"] and one["en"] for one in found["differs"])


def test_a_list_rewritten_with_its_own_seal_differs_from_the_audit(client: TestClient, world: Engine) -> None:
    done = signed(client)
    forge(world)
    with writing(world) as session:
        shortlist = session.get_one(Shortlist, done["id"])
        shortlist.sign_reason = "Nobody asked."
        put_seal(shortlist)
    assert [one["what"] for one in verification(client, done)["differs"]] == ["seal"]


def test_deleted_is_told_from_erased_by_the_ledger(client: TestClient, world: Engine) -> None:
    done = signed(client)
    first, second, *_ = people(done)
    with writing(world) as session:
        erase(session, BY, first, ErasureReason.REQUEST)
    forge(world, f"DELETE FROM entry_content WHERE expert_id = '{second}'")
    found = verification(client, done)
    assert (found["intact"], found["erased"], found["deleted"]) == (False, 1, ["CE_PROJECT:2"])


def test_a_list_signed_before_there_were_seals_still_verifies(client: TestClient, world: Engine) -> None:
    done = signed(client)
    with writing(world) as session:
        event = session.scalars(sa.select(AuditEvent).where(AuditEvent.action == "shortlist_signed")).one()
        older = {name: value for name, value in event.details.items() if name in {"status", "fingerprint", "people"}}
        session.expunge(event)
        for change in ("update", "delete"):
            session.execute(sa.text(f"DROP TRIGGER audit_event_no_{change}"))
        event.details = older
        session.execute(sa.update(AuditEvent).where(AuditEvent.sequence == event.sequence).values(details=older, hash=seal_of_event(event)))
    forge(world, "UPDATE shortlist SET seal = NULL, seal_version = NULL")
    found = verification(client, done)
    assert (found["intact"], found["seal_version"], found["differs"]) == (True, 1, [])


def test_drift_says_what_has_changed(client: TestClient, world: Engine) -> None:
    done = signed(client)
    with writing(world) as session:
        number = next_change_number(session)
        session.execute(sa.update(Consent).where(Consent.expert_id == people(done)[0]).values(withdrawn_at=NOW))
        session.execute(
            sa.text("UPDATE expert SET change_number = :n, version = version + 1 WHERE id = :e"), {"n": number, "e": people(done)[0]}
        )
    let_nobody_fit(world)
    found = verification(client, done)
    said = {(drift["what"], drift["expert_id"]) for drift in found["drift"]}
    assert (found["intact"], found["same_bytes"]) == (True, False)
    assert {("not_proposed", people(done)[0]), ("counts", None), ("verdict", None)} <= said


def test_a_draft_cannot_be_verified(client: TestClient) -> None:
    assert client.get(f"{API}/shortlists/{draft(client)['id']}/verification").status_code == 409


def test_rules_that_nobody_judged_are_shown_before_signing(client: TestClient) -> None:
    answer = sign(client, draft(client), open_rules_seen=False)
    assert (answer.status_code, "Person 2: label en" in answer.json()["detail"]) == (409, True)


def test_whoever_was_found_not_to_meet_a_rule_is_not_signed_for(client: TestClient) -> None:
    drafted = draft(client)
    person = people(drafted)[0]
    fields = {"role": "CE_PROJECT", "expert_id": person, "rule": "R-QUAL", "finding": "not_met", "reason": "No.", "on_day": "2026-09-30"}
    client.post(f"{API}/requests/{drafted['request_id']}/findings", json=fields)
    assert f"Found not met: Person {person[1:]}: label en." in sign(client, drafted).json()["detail"]
    assert sign(client, choose(client, drafted, person, "exclude").json()).status_code == 200


def test_a_withdrawn_consent_stops_the_signature(client: TestClient, world: Engine) -> None:
    drafted = draft(client)
    with writing(world) as session:
        session.execute(sa.update(Consent).where(Consent.expert_id == people(drafted)[0]).values(withdrawn_at=NOW))
    assert people(drafted)[0] in sign(client, drafted).json()["detail"]


@pytest.fixture
def tied_signer(client: TestClient, act: Act, world: Engine) -> str:
    """E1 signs, who wrote with E2."""
    with writing(world) as session:
        session.execute(sa.delete(Relation).where(Relation.other_expert_id == "E2"))
        session.add(Relation(expert_id="E1", kind=RelationKind.SUPERVISOR, other_expert_id="E2", status=RelationStatus.CONFIRMED))
    act(AccountRole.COORDINATOR, AccountRole.EXPERT, expert_id="E1")
    return "E1"


def test_a_signer_with_a_conflict_is_refused(client: TestClient, tied_signer: str) -> None:
    drafted = draft(client)
    refused = sign(client, drafted)
    assert (refused.status_code, "E2" in refused.json()["detail"]) == (409, True)
    assert sign(client, choose(client, drafted, "E2", "exclude").json()).status_code == 200


def test_a_candidate_does_not_sign_for_themselves(client: TestClient, act: Act) -> None:
    act(AccountRole.COORDINATOR, AccountRole.EXPERT, expert_id="E3")
    assert "E3" in sign(client, draft(client)).json()["detail"]


def test_a_second_person_signs_where_that_is_asked(world: Engine, settings: Settings, client_for: ClientFor) -> None:
    client = client_for(settings.model_copy(update={"second_signature": True}))
    half = sign(client, draft(client)).json()
    assert half["status"] == "half_signed"
    assert choose(client, half, people(half)[0], "exclude").status_code == 409
    assert sign(client, half).status_code == 409
    client.headers.update(key_header(settings.database_url, AccountRole.COORDINATOR))
    whole = sign(client, half).json()
    assert (whole["status"], whole["fingerprint"]) == ("signed", half["fingerprint"])
    assert whole["second_by"] not in {None, half["signed_by"]}


def test_the_first_of_two_signatures_can_be_taken_back(world: Engine, settings: Settings, client_for: ClientFor) -> None:
    client = client_for(settings.model_copy(update={"second_signature": True}))
    half = sign(client, draft(client)).json()
    back = client.delete(f"{API}/shortlists/{half['id']}/signatures", headers=version(half)).json()
    assert (back["status"], back["fingerprint"]) == ("draft", None)
    assert choose(client, back, people(back)[0], "exclude").status_code == 200


def test_an_empty_list_is_signed_too(client: TestClient, world: Engine) -> None:
    let_nobody_fit(world)
    assert verification(client, signed(client))["intact"] is True
