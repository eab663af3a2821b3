"""Figures recounted by hand over three requests."""

from datetime import timedelta

from fastapi.testclient import TestClient

from service.kit.actor import present
from tests.service.selection.conftest import API, NOW, invite, open_request, people, signed

DECIDED = {"to": "DECIDED", "role": "CE_PROJECT", "on_day": "2026-10-01", "body": "The ministry", "document": "QD-1"}


def test_figures_count_what_happened(client: TestClient) -> None:
    open_request(client)
    filled, declined = signed(client, track="concurrent_appointment", seats=2), signed(client)
    token = invite(client, declined["request_id"], people(declined)[0])
    client.post(f"{API}/invited/{token}/answers", json={"answer": "decline", "reason": "conditions"})
    client.app.dependency_overrides[present] = lambda: NOW + timedelta(days=40)  # type: ignore[attr-defined]
    address = f"{API}/requests/{filled['request_id']}/steps"
    client.post(address, json={**DECIDED, "expert_id": people(filled)[0]})
    client.post(address, json={"to": "ENDED", "on_day": "2026-10-01"})
    found = client.get(f"{API}/service-figures").json()
    assert (found["time_to_first_shortlist"]["median_days"], found["time_to_first_shortlist"]["requests"]) == (0.0, 2)
    assert (found["time_to_decision"]["median_days"], found["time_to_decision"]["requests"]) == (40.0, 1)
    assert (found["fill_rate"]["filled"], found["fill_rate"]["seats"], found["fill_rate"]["rate"]) == (1, 2, 0.5)
    assert found["refusals"]["counts"] == {"conditions": 1}
    assert found["open_by_age"]["counts"] == {"0-7": 0, "8-30": 0, "31-90": 2, "91+": 0}
    assert all(figure["caveat"]["vi"] and figure["caveat"]["en"] for figure in found.values())


def test_without_requests_figures_say_nothing(client: TestClient) -> None:
    found = client.get(f"{API}/service-figures").json()
    assert (found["time_to_first_shortlist"]["median_days"], found["fill_rate"]["rate"]) == (None, None)
