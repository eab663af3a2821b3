"""Capabilities of the thesaurus: added and changed with the content before in the history, known once people are read under it."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.jobs import Job
from tests.service.administration.conftest import API, both

Header = dict[str, str]
AT = f"{API}/administration/capabilities"
NEW = {
    "id": "metrology",
    "label": {"vi": "đo lượng tử", "en": "quantum metrology"},
    "aliases": {"vi": [], "en": ["QM"]},
    "parent": "sensing",
    "reason": "To test.",
}


def change(client: TestClient, header: Header, capability: str, body: dict[str, Any]) -> Any:
    tag = client.get(f"{AT}/{capability}", headers=header).headers["ETag"]
    return client.patch(f"{AT}/{capability}", json={**body, "reason": "To test."}, headers={**header, "If-Match": tag})


@both
def test_a_capability_is_added_once_and_a_product_may_need_it(client: TestClient, administrator: Header, world: Engine) -> None:
    key = {**administrator, "Idempotency-Key": "once"}
    first, again = (client.post(AT, json=NEW, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert client.post(AT, json=NEW, headers=administrator).status_code == 409
    assert client.get(f"{API}/capabilities/metrology").json()["parent"]["id"] == "sensing"
    product = f"{API}/administration/products/P1"
    body = {"needs": {"CE_PROJECT": {"must": ["metrology"]}}, "reason": "To test."}
    assert client.patch(product, json=body, headers={**administrator, "If-Match": "*"}).status_code == 200
    assert client.get(f"{API}/products/P1/recommendations", params={"role": "CE_PROJECT"}).status_code == 200
    with reading(world) as session:
        assert list(session.scalars(sa.select(Job.kind))) == ["read-people"]


@both
def test_a_change_replaces_what_it_names(client: TestClient, administrator: Header) -> None:
    client.post(AT, json=NEW, headers=administrator)
    after = change(client, administrator, "metrology", {"aliases": {"vi": ["đo QM"], "en": []}, "parent": None}).json()
    assert (after["label"], after["aliases"], after["parent"]) == (NEW["label"], {"vi": ["đo QM"], "en": []}, None)
    told = client.get(f"{API}/catalogue-changes", params={"kind": "capability"}).json()["items"]
    assert [(one["number"], one["earlier"].get("parent")) for one in sorted(told, key=lambda one: one["number"])] == [
        (1, None),
        (2, "sensing"),
    ]


WRONG = [
    ({"label": {"vi": "năng lực optics", "en": "another"}}, "label"),
    ({"aliases": {"vi": [], "en": ["Optics"]}}, "aliases"),
    ({"parent": "unheard-of"}, "parent"),
    ({"label": {"vi": "", "en": "a"}}, "label"),
]


@pytest.mark.parametrize(("body", "field"), WRONG)
def test_wrong_fields_are_refused(
    client: TestClient, administrator: Header, rows: Callable[[], Any], body: dict[str, Any], field: str
) -> None:
    before = rows()
    for answer in (change(client, administrator, "sensing", body), client.post(AT, json={**NEW, **body}, headers=administrator)):
        assert (answer.status_code, rows() == before) == (422, True)
        assert any(field in one["field"] for one in answer.json()["errors"])


def test_no_capability_is_below_itself_and_nothing_stale_or_forbidden_is_stored(client: TestClient, administrator: Header) -> None:
    client.post(AT, json=NEW, headers=administrator)
    assert change(client, administrator, "sensing", {"parent": "metrology"}).status_code == 422
    body = {"parent": None, "reason": "To test."}
    assert client.patch(f"{AT}/metrology", json=body, headers={**administrator, "If-Match": '"0"'}).status_code == 412
    assert client.patch(f"{AT}/metrology", json=body, headers={"If-Match": "*"}).status_code == 403
    assert client.post(AT, json=NEW).status_code == 403
    assert client.get(f"{AT}/none").status_code == 404
