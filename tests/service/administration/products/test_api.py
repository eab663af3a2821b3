"""What the catalogue says of a product: changed in place, with the content before in the history and a dry run before that."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.catalogue import Product
from models.catalogue_changes import CatalogueChange
from models.database import writing
from models.jobs import Job
from models.vocabulary import AccountRole, Sensitivity
from tests.accounts import key_header
from tests.service.administration.conftest import API, both, make_current

Header = dict[str, str]
AT = f"{API}/administration/products/P1"
NEEDS = {"needs": {"CE_PROJECT": {"must": ["weapons"], "nice": ["optics"]}}}
BRIEF = {"brief": {"vi": "Về lưới điện.", "en": "About grid storage."}}


def change(client: TestClient, header: Header, body: dict[str, Any], tag: str | None = None) -> Any:
    tag = tag or client.get(AT, headers=header).headers["ETag"]
    return client.patch(AT, json={**body, "reason": "To test."}, headers={**header, "If-Match": tag})


def entries(client: TestClient) -> dict[int, tuple[str, float]]:
    answer = client.get(f"{API}/products/P1/recommendations", params={"role": "CE_PROJECT", "everybody": True}).json()
    return {one["rank"]: (one["band"]["code"], one["score"]) for one in answer["items"]}


@both
def test_a_dry_run_is_the_change_undone(
    client: TestClient, administrator: Header, rows: Callable[[], Any], add_version: Callable[..., Any]
) -> None:
    add_version(weights={"must_coverage": 1.0})
    make_current(client, administrator)
    before, stored = entries(client), rows()
    told = client.post(f"{AT}/dry-run", json=NEEDS, headers=administrator)
    assert (told.status_code, rows() == stored, entries(client)) == (200, True, before)
    assert change(client, administrator, NEEDS).status_code == 200
    after = entries(client)
    (own,) = [one for one in told.json()["changed"] if one["subject"] == "P1" and one["role"] == "CE_PROJECT"]
    for move in own["moves"]:
        assert before[move["before"]["place"]] == (move["before"]["band"]["code"], move["before"]["score"])
        assert after[move["after"]["place"]] == (move["after"]["band"]["code"], move["after"]["score"])


@both
def test_a_change_keeps_what_stood_there_with_who_and_why(client: TestClient, administrator: Header, world: Engine) -> None:
    before = client.get(AT, headers=administrator).json()
    changed = change(client, administrator, NEEDS)
    assert changed.json()["needs"]["CE_PROJECT"] == {"must": ["weapons"], "nice": ["optics"], "excluded": [], "groups": []}
    assert changed.json()["needs"]["CA_PROJECT"] == before["needs"]["CA_PROJECT"]
    assert changed.headers["ETag"] == client.get(AT, headers=administrator).headers["ETag"]
    (told,) = client.get(f"{API}/catalogue-changes", params={"kind": "product", "entry_id": "P1"}).json()["items"]
    assert (told["number"], told["reason"]) == (1, "To test.")
    assert told["earlier"] == {name: value for name, value in before.items() if name != "id"}
    with writing(world) as session:
        for statement in (sa.delete(CatalogueChange), sa.update(CatalogueChange).values(reason="Another.")):
            with pytest.raises(sa.exc.DBAPIError, match="never rewritten"), session.begin_nested():
                session.execute(statement)


def test_other_words_and_needs_ask_for_people_to_be_read_and_nothing_else_does(
    client: TestClient, administrator: Header, world: Engine
) -> None:
    def jobs() -> list[str]:
        with writing(world) as session:
            return list(session.scalars(sa.select(Job.kind)))

    change(client, administrator, {"sensitivity": "restricted"})
    assert jobs() == []
    for words in (NEEDS, BRIEF):
        change(client, administrator, words)
    assert jobs() == ["read-people"]


def test_nothing_is_noted_where_nothing_changes(client: TestClient, administrator: Header, rows: Callable[[], Any]) -> None:
    entry = client.get(AT, headers=administrator).json()
    before = rows()
    assert change(client, administrator, {name: entry[name] for name in ("name", "brief", "needs")}).status_code == 200
    assert rows() == before


def test_a_stale_or_missing_if_match_changes_nothing(client: TestClient, administrator: Header, rows: Callable[[], Any]) -> None:
    tag = client.get(AT, headers=administrator).headers["ETag"]
    assert change(client, administrator, NEEDS, tag).status_code == 200
    before = rows()
    assert change(client, administrator, BRIEF, tag).status_code == 412
    assert client.patch(AT, json={**BRIEF, "reason": "To test."}, headers=administrator).status_code == 428
    assert rows() == before


SIGHT = {"capabilities": ["optics", "sensing"], "label": {"vi": "quang hoặc cảm biến", "en": "optics or sensing"}}
GROUPED = {"needs": {"CE_PROJECT": {"must": ["control", "optics", "sensing"], "groups": [SIGHT]}}}


def needed(client: TestClient) -> list[tuple[list[str], str]]:
    """Return the groups of the first product's chief engineer as everybody sees them."""
    (role,) = [role for role in client.get(f"{API}/products/P1").json()["needs"] if role["role"] == "CE_PROJECT"]
    return [([one["id"] for one in group["capabilities"]], group["label"]["en"]) for group in role["groups"]]


@both
def test_required_capabilities_may_be_alternatives_with_a_name(client: TestClient, administrator: Header) -> None:
    assert change(client, administrator, GROUPED).json()["needs"]["CE_PROJECT"]["groups"] == [SIGHT]
    assert needed(client) == [(["control"], "control"), (["optics", "sensing"], "optics or sensing")]
    asked = {"role": "CE_PROJECT", "everybody": True, "limit": 1}
    (listed,) = client.get(f"{API}/products/P1/recommendations", params=asked).json()["items"]
    assert (listed["y"], len(listed["covered"]) + len(listed["missing"])) == (2, 3)


def test_groups_that_are_not_sent_stay_with_the_members_that_are_still_required(client: TestClient, administrator: Header) -> None:
    three = {"capabilities": ["control", "optics", "sensing"], "label": SIGHT["label"]}
    change(client, administrator, {"needs": {"CE_PROJECT": {**GROUPED["needs"]["CE_PROJECT"], "groups": [three]}}})
    kept = change(client, administrator, {"needs": {"CE_PROJECT": {"must": ["optics", "sensing", "weapons"]}}})
    assert kept.json()["needs"]["CE_PROJECT"]["groups"] == [{"capabilities": ["optics", "sensing"], "label": None}]
    gone = change(client, administrator, {"needs": {"CE_PROJECT": {"must": ["optics", "sensing"], "groups": []}}})
    assert gone.json()["needs"]["CE_PROJECT"]["groups"] == []


WRONG = [
    ({"needs": {"CE_PROJECT": {"must": ["optics"], "groups": [SIGHT]}}}, "needs"),
    ({"needs": {"CE_PROJECT": {"must": ["optics", "sensing"], "groups": [SIGHT, SIGHT]}}}, "needs"),
    ({"needs": {"CE_PROJECT": {"must": ["optics"], "groups": [{"capabilities": ["optics"]}]}}}, "needs"),
    ({"needs": {"CE_PROJECT": {"must": ["unheard-of"]}}}, "needs"),
    ({"needs": {"CE_PROJECT": {"must": ["optics"], "nice": ["optics"]}}}, "needs"),
    ({"needs": {"CE_SYSTEM": {"must": ["optics"]}}}, "needs"),
    ({"name": {"vi": "", "en": "a"}}, "name"),
    ({"brief": {"vi": "a"}}, "brief"),
    ({"band": 2}, "band"),
]


@pytest.mark.parametrize(("body", "field"), WRONG)
def test_a_wrong_change_is_refused_by_field(
    client: TestClient, administrator: Header, rows: Callable[[], Any], body: dict[str, Any], field: str
) -> None:
    before = rows()
    for answer in (change(client, administrator, body), client.post(f"{AT}/dry-run", json=body, headers=administrator)):
        assert (answer.status_code, rows() == before) == (422, True)
        assert any(field in one["field"] for one in answer.json()["errors"])


def test_what_is_restricted_is_for_administrators_with_clearance(client: TestClient, administrator: Header, url: str) -> None:
    change(client, administrator, {"sensitivity": Sensitivity.RESTRICTED})
    uncleared = key_header(url, AccountRole.ADMINISTRATOR)
    assert client.get(AT, headers=uncleared).status_code == 403
    assert client.post(f"{AT}/dry-run", json=NEEDS, headers=uncleared).status_code == 403
    (told,) = client.get(f"{API}/catalogue-changes", headers=uncleared).json()["items"]
    assert (told["entry_id"], told["earlier"]) == ("P1", None)
    assert client.get(f"{API}/catalogue-changes", headers=administrator).json()["items"][0]["earlier"]["sensitivity"] == "open"


def test_a_product_of_an_older_list_stays_as_it_is(client: TestClient, administrator: Header, world: Engine) -> None:
    with writing(world) as session:
        session.execute(sa.text("UPDATE product_list SET is_default = :no"), {"no": False})
        assert session.get_one(Product, "P1").list_code == "L1"
    assert client.get(AT, headers=administrator).json()["code"] == "not_on_list_in_force"


def test_others_only_read(client: TestClient, rows: Callable[[], Any]) -> None:
    before = rows()
    tag = client.get(AT).headers["ETag"]
    assert client.patch(AT, json={**BRIEF, "reason": "No."}, headers={"If-Match": tag}).status_code == 403
    assert client.post(f"{AT}/dry-run", json=BRIEF).status_code == 403
    assert rows() == before


P9 = {
    "id": "P9",
    "group": "G1",
    "name": {"vi": "Cảm biến mới", "en": "New sensors"},
    "brief": {"vi": "Về cảm biến lượng tử.", "en": "About quantum sensors."},
    "needs": {"CE_PROJECT": {"must": ["sensing"]}},
    "source": {"vi": "một quyết định", "en": "a decision"},
    "sureness": {"vi": "văn bản", "en": "text"},
    "reason": "The list grew.",
}


@both
def test_a_product_is_added_once_and_people_are_proposed_for_it(client: TestClient, administrator: Header) -> None:
    at = f"{API}/administration/products"
    key = {**administrator, "Idempotency-Key": "once"}
    first, again = (client.post(at, json=P9, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert client.post(at, json=P9, headers=administrator).status_code == 409
    wrong = client.post(at, json={**P9, "id": "P8", "group": "G9"}, headers=administrator)
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "group")
    assert client.post(at, json={**P9, "id": "P8"}).status_code == 403
    shown = client.get(f"{API}/products/P9").json()
    assert (shown["group"]["id"], shown["source"]["en"], shown["catalogue"]) == ("G1", "a decision", "L1")
    assert client.get(f"{API}/products/P9/recommendations", params={"role": "CE_PROJECT"}).json()["verdict"]["code"] == "some"
