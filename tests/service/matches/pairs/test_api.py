import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from models.database import make_engine, writing
from models.experts import Consent, Expert, NetworkState, Relation
from models.vocabulary import ConsentPurpose, RelationKind, RelationStatus
from service.matches.pairs.export import COLUMNS
from tests.service.conftest import shared_both
from tests.service.synthetic_world import let_nobody_fit, world_settings

PAIRS = "/api/v1/products/P01/pairs"
MakeClient = Callable[..., TestClient]


def ask(client: TestClient, address: str = PAIRS, **parameters: Any) -> dict[str, Any]:
    answer = client.get(address, params=parameters)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def ids(item: dict[str, Any]) -> tuple[str, str]:
    return item["engineer"]["expert"]["id"], item["architect"]["expert"]["id"]


def product_with_pairs(client: TestClient) -> str:
    """Return the address of the pairs of the first product that has several."""
    addresses = (f"/api/v1/products/P{number:02d}/pairs" for number in range(1, 31))
    return next(address for address in addresses if ask(client, address, limit=1)["total"] > 1)


def change(url: str, write: Callable[[Any], None]) -> None:
    engine = make_engine(url)
    with writing(engine) as session:
        write(session)
    engine.dispose()


def touched(session: Any, person: str) -> None:
    state = session.get_one(NetworkState, 1)
    state.expert_changes += 1
    session.get_one(Expert, person).change_number = state.expert_changes


@shared_both
def test_pairs_are_made_of_the_people_on_the_lists(world_client: TestClient) -> None:
    address = product_with_pairs(world_client)
    body = ask(world_client, address, limit=200)
    lists = {
        role: {item["expert"]["id"]: item for item in ask(world_client, address.replace("pairs", "recommendations"), role=role)["items"]}
        for role in ("CE_PROJECT", "CA_PROJECT")
    }
    for item in body["items"]:
        engineer, architect = ids(item)
        for member, listed in (("engineer", lists["CE_PROJECT"][engineer]), ("architect", lists["CA_PROJECT"][architect])):
            assert item[member] == {name: listed[name] for name in ("expert", "band", "tier", "score")}
        assert engineer != architect
    assert body["engineers"]["counts"]["fitting"] == len(lists["CE_PROJECT"])
    assert body["total"] + body["barred"]["same_person"] + body["barred"]["relation"] == len(lists["CE_PROJECT"]) * len(lists["CA_PROJECT"])


def test_shown_parts_add_up_to_the_shown_score(world_client: TestClient) -> None:
    items = ask(world_client, product_with_pairs(world_client))["items"]
    for item in items:
        assert round(sum(part["contribution"] for part in item["parts"]), 4) == item["score"]
    order = [-item["score"] for item in items]
    assert order == sorted(order)


def test_required_groups_are_counted_by_whether_either_person_shows_any_of_their_capabilities(world_client: TestClient) -> None:
    address = product_with_pairs(world_client)
    needs = world_client.get(address.removesuffix("/pairs")).json()["needs"]
    groups = {frozenset(one["id"] for one in group["capabilities"]) for role in needs for group in role["groups"]}
    for item in ask(world_client, address)["items"]:
        lacking = {one["id"] for one in item["must"]["neither"]}
        assert (item["x"], item["y"]) == (sum(not group <= lacking for group in groups), len(groups))


def test_pages_follow_each_other_as_the_whole_list(world_client: TestClient) -> None:
    first = product_with_pairs(world_client)
    whole = [ids(item) for item in ask(world_client, first, limit=200)["items"]]
    seen: list[tuple[str, str]] = []
    address: str | None = f"{first}?limit=1"
    while address and len(seen) < len(whole):
        answer = world_client.get(address)
        seen += [ids(item) for item in answer.json()["items"]]
        address = answer.links.get("next", {}).get("url")
    assert seen[: len(whole)] == whole


def test_one_of_the_two_can_be_named(world_client: TestClient) -> None:
    address = product_with_pairs(world_client)
    engineer, architect = ids(ask(world_client, address)["items"][-1])
    assert {ids(item)[0] for item in ask(world_client, address, chief_engineer=engineer)["items"]} == {engineer}
    assert {ids(item)[1] for item in ask(world_client, address, chief_architect=architect)["items"]} == {architect}
    both = ask(world_client, address, chief_engineer=engineer, chief_architect=architect)
    assert [ids(item) for item in both["items"]] == [(engineer, architect)]


def test_who_may_not_be_proposed_gives_no_pair_and_the_reason(world_client: TestClient) -> None:
    body = ask(world_client, chief_engineer="E999999")
    assert (body["verdict"]["code"], body["items"]) == ("nobody", [])
    assert body["verdict"]["reason"]["en"].startswith("No pair: the person chosen as chief engineer may not be proposed for this role.")


def test_one_person_for_both_roles_only_on_request(world_client: TestClient) -> None:
    address = product_with_pairs(world_client)
    apart, allowed = ask(world_client, address), ask(world_client, address, same_person=True)
    assert allowed["total"] == apart["total"] + apart["barred"]["same_person"]
    assert allowed["barred"]["same_person"] == 0


@shared_both
def test_the_explanation_repeats_the_pair_of_the_list(world_client: TestClient) -> None:
    address = product_with_pairs(world_client)
    first, second = ask(world_client, address)["items"][:2]
    explained = ask(world_client, "/".join((address, *ids(first), "explanation")))
    assert explained["pair"] == first
    assert explained["alternative"]["pair"] == second
    assert explained["alternative"]["cost"] == pytest.approx(first["score"] - second["score"], abs=2e-4)  # three numbers are rounded
    assert {"coverage", "change", "note"} <= {line["kind"] for line in explained["lines"]}


def test_two_who_may_not_be_proposed_are_explained_by_that_alone(world_client: TestClient) -> None:
    listed = {item["engineer"]["expert"]["id"] for item in ask(world_client, limit=200)["items"]}
    gated = [person for person in (f"E{number:06d}" for number in range(1, 201)) if person not in listed]
    explained = [ask(world_client, f"{PAIRS}/{person}/{person}/explanation") for person in gated[:10]]
    assert any(one["gate"] for one in explained)
    assert all(one["pair"] is None and {line["kind"] for line in one["lines"]} == {"gate", "note"} for one in explained if one["gate"])


def test_projects_have_pairs_too(world_client: TestClient) -> None:
    body = ask(world_client, "/api/v1/projects/PRJ-G03-1/pairs")
    assert body["subject"]["kind"] == "project"
    assert world_client.get("/api/v1/projects/PRJ-G03-1/pairs.csv").status_code == 200


def test_the_export_can_be_asked_again(world_client: TestClient) -> None:
    address = product_with_pairs(world_client)
    body, answer = ask(world_client, address, limit=200), world_client.get(f"{address}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer.headers["content-disposition"].endswith('-pairs.csv"')
    assert tuple(rows[0]) == COLUMNS
    assert [(row["chief_engineer"], row["chief_architect"]) for row in rows][:200] == [ids(item) for item in body["items"]]
    again = ask(world_client, address, chief_engineer=rows[-1]["chief_engineer"], chief_architect=rows[-1]["chief_architect"])
    assert again["items"][0]["score"] == float(rows[-1]["score"])
    assert {row["pair_weights"] for row in rows} == {body["model"]["pair_weights"]}


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("products/P99/pairs", 404, "not_found"),
        ("projects/P01/pairs", 404, "not_found"),
        ("groups/G01/pairs", 404, "not_found"),
        ("products/P01/pairs/E000001/E999999/explanation", 404, "not_found"),
        ("products/P01/pairs?cursor=x", 422, "invalid"),
        ("products/P01/pairs?same_person=perhaps", 422, "invalid"),
        ("products/P01/pairs.csv?limit=0", 422, "invalid"),
    ],
)
def test_bad_questions_get_problems(world_client: TestClient, address: str, status: int, code: str) -> None:
    answer = world_client.get(f"/api/v1/{address}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_real_people_are_shown_to_the_holder_of_the_key_only(world_copy: str, client_for: MakeClient) -> None:
    change(world_copy, lambda session: session.execute(sa.update(NetworkState).values(synthetic=False)))
    stranger = client_for(world_settings(world_copy), role=None)
    addresses = (PAIRS, f"{PAIRS}.csv", f"{PAIRS}/E000001/E000002/explanation", "/products/P01/pairs", "/projects/PRJ-G03-1/pairs/E1/E2")
    assert {stranger.get(address).status_code for address in addresses} == {401}


def test_nobody_fits_is_an_answer_that_names_both_sides(world_copy: str, client_for: MakeClient) -> None:
    engine = make_engine(world_copy)
    let_nobody_fit(engine)
    engine.dispose()
    body = ask(client_for(world_settings(world_copy)))
    assert (body["verdict"]["code"], body["items"], body["total"]) == ("nobody", [], 0)
    assert "nobody fits as chief engineer" in body["verdict"]["reason"]["en"]
    assert "chưa có ai phù hợp làm kiến trúc sư trưởng" in body["verdict"]["reason"]["vi"]


def test_a_withdrawn_consent_ends_the_pairs_of_a_person_at_the_next_request(world_copy: str, client_for: MakeClient) -> None:
    client = client_for(world_settings(world_copy))
    address = product_with_pairs(client)
    person, other = ids(ask(client, address)["items"][0])

    def withdraw(session: Any) -> None:
        consent = session.get_one(Consent, (person, ConsentPurpose.MATCHING))
        consent.withdrawn_at = consent.given_at
        touched(session, person)

    change(world_copy, withdraw)
    assert person not in {who for item in ask(client, address, limit=200)["items"] for who in ids(item)}
    explained = ask(client, f"{address}/{person}/{other}/explanation")
    assert ([reason["code"] for reason in explained["gate"]], explained["pair"]) == (["no_consent"], None)


@pytest.mark.parametrize(("status", "barred"), [(RelationStatus.CONFIRMED, 1), (RelationStatus.DISMISSED, 0)])
def test_a_family_relation_ends_a_pair_unless_it_is_dismissed(
    world_copy: str, client_for: MakeClient, status: RelationStatus, barred: int
) -> None:
    client = client_for(world_settings(world_copy))
    address = product_with_pairs(client)
    one, other = ids(ask(client, address)["items"][0])

    def relate(session: Any) -> None:
        session.add(Relation(expert_id=one, kind=RelationKind.FAMILY, other_expert_id=other, status=status))
        touched(session, one)

    change(world_copy, relate)
    body = ask(client, address, limit=200)
    assert body["barred"]["relation"] == barred
    assert ((one, other) in [ids(item) for item in body["items"]]) is not bool(barred)
    explained = ask(client, f"{address}/{one}/{other}/explanation")
    assert (explained["barrier"] or {}).get("code") == ("relation" if barred else None)
