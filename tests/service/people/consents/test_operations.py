from fastapi.testclient import TestClient

from service.kit.actor import present
from tests.conftest import both
from tests.consent_texts import PROOF
from tests.service.people.profiles.conftest import client
from tests.service.people.profiles.people import EXPERTS, MOMENT, add, wrong_fields

__all__ = ["client"]
GIVEN = {"given": True, "text_version": "2026-01"} | PROOF
NOW = "2026-10-01T08:30:00Z"
LATER = "2026-11-01T08:30:00Z"


@both
def test_consent_is_given_and_withdrawn_per_purpose(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}"
    given = client.put(f"{address}/consents/matching", json=GIVEN)
    assert given.json() == {"purpose": "matching", "given": True, "text_version": "2026-01", "given_at": NOW, "withdrawn_at": None}
    client.put(f"{address}/consents/sharing", json=GIVEN)
    client.app.dependency_overrides[present] = lambda: MOMENT.replace(month=11)  # type: ignore[attr-defined]
    withdrawn = client.put(f"{address}/consents/matching", json={"given": False})
    assert withdrawn.json() == given.json() | {"given": False, "withdrawn_at": LATER}
    assert [consent["given"] for consent in client.get(address).json()["consents"]] == [False, True]
    again = client.put(f"{address}/consents/matching", json=GIVEN | {"text_version": "2026-02"})
    assert again.json() == given.json() | {"text_version": "2026-02", "given_at": LATER}


def test_saying_the_same_again_changes_no_date(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}/consents/matching"
    first = client.put(address, json=GIVEN)
    client.app.dependency_overrides[present] = lambda: MOMENT.replace(month=11)  # type: ignore[attr-defined]
    assert client.put(address, json=GIVEN).json() == first.json()


def test_silence_is_no_consent_and_there_is_nothing_to_withdraw(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}/consents/matching"
    nothing = client.put(address, json={"given": False})
    assert (nothing.status_code, nothing.json()["given"], nothing.json()["given_at"]) == (200, False, None)
    assert wrong_fields(client.put(address, json={"given": True})) == ["text_version"]
    assert wrong_fields(client.put(address, json={})) == ["given"]
    assert wrong_fields(client.put(address.replace("matching", "marketing"), json=GIVEN)) == ["purpose"]


@both
def test_the_last_word_on_a_role_counts(client: TestClient) -> None:
    address = f"{EXPERTS}/{add(client)}"
    client.put(f"{address}/willingness/CE_PROJECT", json={"willing": False})
    answer = client.put(f"{address}/willingness/CE_PROJECT", json={"willing": True})
    assert answer.json() == {"role": "CE_PROJECT", "willing": True, "declared_on": "2026-10-01"}
    assert client.get(address).json()["willingness"] == [answer.json()]
    assert client.get(address).headers["etag"] == answer.headers["etag"]
    assert wrong_fields(client.put(f"{address}/willingness/KING", json={"willing": True})) == ["role"]
