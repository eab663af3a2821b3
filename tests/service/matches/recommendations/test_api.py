from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from models.database import make_engine, writing
from models.experts import Consent, Expert, NetworkState
from models.vocabulary import ConsentPurpose
from seed.network.truth import truth
from seed.network.world import SMALLEST, Reason
from tests.service.conftest import shared_both
from tests.service.synthetic_world import SEED, let_nobody_fit, world_settings

LIST = "/api/v1/products/P01/recommendations"
CE = {"role": "CE_PROJECT"}
MakeClient = Callable[..., TestClient]


def ask(client: TestClient, address: str = LIST, **parameters: Any) -> dict[str, Any]:
    answer = client.get(address, params={**CE, **parameters})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


@shared_both
def test_an_answer_says_what_was_asked_and_what_it_rests_on(world_client: TestClient) -> None:
    body = ask(world_client)
    assert body["subject"]["id"] == body["subject"]["asked_for"] == "P01"
    assert body["role"]["vi"] == "Tổng công trình sư Dự án"
    assert body["model"]["selection_date"] == "2026-09-01"
    assert all(body["model"][name] for name in ("text_space", "weights", "rule_set"))
    assert body["counts"]["considered"] == 200
    assert body["reference_only"] == {"vi": "Chỉ để tham khảo; con người quyết định.", "en": "For reference only; people decide."}


def test_shown_parts_add_up_to_the_shown_score(world_client: TestClient) -> None:
    for entry in ask(world_client, everybody=True)["items"]:
        assert round(sum(part["contribution"] for part in entry["parts"]), 4) == entry["score"]
        assert entry["x"] == sum(group["state"] != "missing" for group in entry["groups"])
        assert entry["y"] == len(entry["groups"])


def test_required_groups_are_counted_by_whether_any_of_their_capabilities_is_shown(world_client: TestClient) -> None:
    (role,) = [one for one in world_client.get("/api/v1/products/P01").json()["needs"] if one["role"] == "CE_PROJECT"]
    groups = [{one["id"] for one in group["capabilities"]} for group in role["groups"]]
    for entry in ask(world_client, everybody=True)["items"]:
        covered = {one["id"] for one in entry["covered"]}
        assert (entry["x"], entry["y"]) == (sum(bool(group & covered) for group in groups), len(groups))
        assert covered | {one["id"] for one in entry["missing"]} == set().union(*groups)


def test_the_list_is_in_order_and_marks_synthetic_people(world_client: TestClient) -> None:
    items = ask(world_client, everybody=True)["items"]
    order = [(item["band"]["code"] == "weak", -item["score"]) for item in items]
    assert order == sorted(order)
    assert [item["rank"] for item in items] == list(range(1, len(items) + 1))
    assert all(item["expert"]["synthetic"] for item in items)


def test_contact_details_are_nowhere(world_client: TestClient) -> None:
    assert "@" not in world_client.get(LIST, params=CE).text


@shared_both
def test_pages_follow_each_other_as_the_whole_list(world_client: TestClient) -> None:
    whole = [item["expert"]["id"] for item in ask(world_client, everybody=True)["items"]]
    seen: list[str] = []
    address: str | None = f"{LIST}?role=CE_PROJECT&everybody=true&limit=7"
    while address:
        answer = world_client.get(address)
        seen += [item["expert"]["id"] for item in answer.json()["items"]]
        address = answer.links.get("next", {}).get("url")
    assert seen[: len(whole)] == whole
    assert len(seen) == answer.json()["total"]


def test_a_page_after_the_end_is_empty(world_client: TestClient) -> None:
    body = ask(world_client, cursor="Wzk5OTk5XQ")
    assert (body["items"], body["next"]) == ([], None)


def test_an_older_id_names_the_product_in_force(world_client: TestClient) -> None:
    old, new = ask(world_client, "/api/v1/products/H01-1/recommendations"), ask(world_client)
    assert (old["subject"]["asked_for"], old["subject"]["id"]) == ("H01-1", "P01")
    assert old["items"] == new["items"]


@shared_both
@pytest.mark.parametrize(
    ("address", "role"),
    [("/api/v1/projects/PRJ-G03-1", "CA_PROJECT"), ("/api/v1/groups/G03", "CE_SYSTEM")],
)
def test_projects_and_groups_are_answered_alike(world_client: TestClient, address: str, role: str) -> None:
    body = ask(world_client, f"{address}/recommendations", role=role, everybody=True)
    person = body["items"][0]["expert"]["id"]
    explained = ask(world_client, f"{address}/recommendations/{person}/explanation", role=role)
    exported = world_client.get(f"{address}/recommendations.csv", params={"role": role, "everybody": True}).text
    assert explained["expert"]["id"] == person
    assert exported.splitlines()[1].split(",")[2] == person


@shared_both
def test_the_explanation_repeats_the_entry_of_the_list(world_client: TestClient) -> None:
    entry = ask(world_client)["items"][0]
    explained = ask(world_client, f"{LIST}/{entry['expert']['id']}/explanation")
    assert explained["entry"] == entry
    assert {"told", "why", "rule", "note"} <= {line["kind"] for line in explained["lines"]}
    assert explained["rules"][0]["clause"]["vi"]


def test_marks_lie_within_the_words(world_client: TestClient) -> None:
    person = ask(world_client)["items"][0]["expert"]["id"]
    citations = ask(world_client, f"{LIST}/{person}/explanation")["citations"]
    assert citations
    for citation in citations:
        ends = [position for mark in citation["marks"] for position in mark]
        assert ends == sorted(ends)
        assert all(0 <= position <= len(citation["words"]) for position in ends)


@shared_both
def test_somebody_gated_is_not_listed_and_always_explained(world_client: TestClient) -> None:
    listed = {item["expert"]["id"] for item in ask(world_client, everybody=True, limit=200)["items"]}
    everybody = {f"E{number:06d}" for number in range(1, 201)}
    for person in sorted(everybody - listed)[:20]:
        explained = ask(world_client, f"{LIST}/{person}/explanation")
        assert explained["entry"] is None
        assert explained["gate"]


def test_a_conflict_names_the_organisation(world_client: TestClient) -> None:
    planted = truth(SEED, SMALLEST).hard_negatives
    product, role, person = next((*cell, who) for cell, people in planted.items() for who, why in people.items() if why is Reason.CONFLICT)
    explained = ask(world_client, f"/api/v1/products/{product}/recommendations/{person}/explanation", role=role)
    assert "conflict" in [reason["code"] for reason in explained["gate"]]
    assert explained["conflicts"][0]["subject"] == product
    assert explained["conflicts"][0]["organisation_name"] != explained["conflicts"][0]["organisation"]


def test_the_export_is_the_list(world_client: TestClient) -> None:
    answer = world_client.get(f"{LIST}.csv", params=CE)
    exported = [line.split(",")[2] for line in answer.text.splitlines()[1:]]
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="P01-CE_PROJECT.csv"'
    assert exported == [item["expert"]["id"] for item in ask(world_client)["items"]]


@pytest.mark.parametrize(
    ("address", "parameters", "status", "code"),
    [
        ("products/P99/recommendations", CE, 404, "not_found"),
        ("projects/P01/recommendations", CE, 404, "not_found"),
        ("groups/G99/recommendations", {}, 404, "not_found"),
        ("groups/H01/recommendations", {}, 404, "not_on_list_in_force"),
        ("products/P01/recommendations/E999999/explanation", CE, 404, "not_found"),
        ("products/P01/recommendations", {}, 422, "invalid"),
        ("products/P01/recommendations", {"role": "CE_SYSTEM"}, 422, "invalid"),
        ("products/P01/recommendations", {"role": "boss"}, 422, "invalid"),
        ("groups/G01/recommendations", CE, 422, "invalid"),
    ],
)
def test_bad_questions_get_problems(world_client: TestClient, address: str, parameters: dict[str, str], status: int, code: str) -> None:
    answer = world_client.get(f"/api/v1/{address}", params=parameters)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    if status == 422:
        assert [error["field"] for error in answer.json()["errors"]] == ["role"]


def test_real_people_are_shown_to_whoever_is_signed_in_only(world_copy: str, client_for: MakeClient) -> None:
    engine = make_engine(world_copy)
    with writing(engine) as session:
        session.execute(sa.update(NetworkState).values(synthetic=False))
    engine.dispose()
    addresses = (LIST, f"{LIST}.csv", f"{LIST}/E000001/explanation")
    stranger = client_for(world_settings(world_copy), role=None)
    holder = client_for(world_settings(world_copy))
    assert {stranger.get(address, params=CE).status_code for address in addresses} == {401}
    assert {holder.get(address, params=CE).status_code for address in addresses} == {200}


def test_nobody_fits_is_an_answer(world_copy: str, client_for: MakeClient) -> None:
    engine = make_engine(world_copy)
    let_nobody_fit(engine)
    engine.dispose()
    body = ask(client_for(world_settings(world_copy)))
    assert (body["verdict"]["code"], body["items"], body["total"]) == ("nobody", [], 0)
    assert body["verdict"]["reason"]["vi"].startswith("Chưa có ứng viên phù hợp")


def test_a_withdrawn_consent_shows_in_the_next_answer(world_copy: str, client_for: MakeClient) -> None:
    client, engine = client_for(world_settings(world_copy)), make_engine(world_copy)
    person = ask(client, everybody=True)["items"][0]["expert"]["id"]
    with writing(engine) as session:
        state = session.get_one(NetworkState, 1)
        state.expert_changes += 1
        session.get_one(Consent, (person, ConsentPurpose.MATCHING)).withdrawn_at = session.get_one(Consent, (person, "matching")).given_at
        session.get_one(Expert, person).change_number = state.expert_changes
    engine.dispose()
    assert person not in {item["expert"]["id"] for item in ask(client, everybody=True)["items"]}
    assert [reason["code"] for reason in ask(client, f"{LIST}/{person}/explanation")["gate"]] == ["no_consent"]
