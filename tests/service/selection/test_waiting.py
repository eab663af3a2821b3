"""What of a selection waits for each of those who have a part in it, on their own home page."""

import re

from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.service.selection.conftest import API, invite, people, signed

BROWSER = {"Accept": "text/html"}


def home(client: TestClient, url: str, *roles: AccountRole, **permissions: object) -> str:
    answer = client.get("/?lang=en", headers=BROWSER | key_header(url, *roles, **permissions))
    assert answer.status_code == 200
    return answer.text


def test_a_released_list_waits_for_its_lead_and_for_no_other(client: TestClient, url: str) -> None:
    done = signed(client)
    assert "hand the signed list over" in home(client, url, AccountRole.COORDINATOR)
    client.post(f"{API}/shortlists/{done['id']}/release")
    address = f"/requests/{done['request_id']}/released"
    assert address in home(client, url, AccountRole.LEAD, led_products=["P1"])
    assert address not in home(client, url, AccountRole.LEAD)
    assert f"/shortlists/{done['id']}/verification" in home(client, url, AccountRole.AUDITOR)


def test_the_invited_person_finds_the_invitation_and_nobody_else_its_link(client: TestClient, url: str) -> None:
    done = signed(client)
    first, second = people(done)[:2]
    token = invite(client, done["request_id"], first)
    links = re.findall(r"/invited/(\S+?)\"", home(client, url, AccountRole.EXPERT, expert_id=first))
    assert links == [token]
    for role, about in ((AccountRole.EXPERT, {"expert_id": second}), (AccountRole.AUDITOR, {}), (AccountRole.COORDINATOR, {})):
        assert "/invited/" not in home(client, url, role, **about)
