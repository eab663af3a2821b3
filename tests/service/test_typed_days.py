"""No day that nobody can mean is taken, whatever it is a day of, and no act is recorded before it is done."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.selection.conftest import API, client, draft, kind, open_request, people, send_invitation, settings, signed, url, world

__all__ = ["client", "kind", "settings", "url", "world"]
SLIPS = ("0201-05-01", "2999-01-01", "9999-12-31")
TOMORROW = "2026-10-02"  # the tests stand on 1 October 2026


def refused(answer: Any) -> tuple[int, list[str]]:
    return answer.status_code, [error["field"] for error in answer.json().get("errors", [])]


@pytest.mark.parametrize("day", SLIPS)
def test_a_slip_of_the_year_is_named(client: TestClient, day: str) -> None:
    request = open_request(client)
    asked = {"subject": "P1", "roles": ["CE_PROJECT"], "starts": day}
    assert refused(client.post(f"{API}/requests", json=asked)) == (422, ["starts"])
    match = {"If-Match": f'"{request["version"]}"'}
    assert refused(client.patch(f"{API}/requests/{request['id']}", json={"starts": day}, headers=match)) == (422, ["starts"])
    for field in ("available_from", "available_until"):
        changed = client.patch(f"{API}/experts/E2", json={field: day}, headers={"If-Match": "*"})
        assert refused(changed) == (422, [field])
    tie = {"kind": "adviser", "organisation_id": "O1", "status": "declared", "starts": day}
    assert client.post(f"{API}/experts/E2/relations", json=tie).status_code == 422


@pytest.mark.parametrize("day", [*SLIPS, TOMORROW])
def test_what_is_not_done_yet_is_not_recorded(client: TestClient, day: str) -> None:
    drafted = draft(client)
    at, about = f"{API}/requests/{drafted['request_id']}", {"role": "CE_PROJECT", "expert_id": people(drafted)[0]}
    finding = {**about, "rule": "R-QUAL", "finding": "met", "reason": "The diploma was seen.", "on_day": day}
    assert refused(client.post(f"{at}/findings", json=finding)) == (422, ["on_day"])
    assert refused(client.post(f"{at}/steps", json={"to": "ANNOUNCED", "on_day": day})) == (422, ["on_day"])


@pytest.mark.parametrize("day", SLIPS)
def test_nobody_is_asked_for_an_answer_until_a_day_that_nobody_means(client: TestClient, day: str) -> None:
    done = signed(client)
    assert refused(send_invitation(client, done["request_id"], people(done)[0], answer_by=day)) == (422, ["answer_by"])
