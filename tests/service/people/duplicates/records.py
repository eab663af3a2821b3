"""Two records of one person, and what the tests ask of pairs."""

from typing import Any

from fastapi.testclient import TestClient

from tests.consent_texts import PROOF
from tests.service.people.profiles.people import EXPERTS, add

DUPLICATES = "/api/v1/duplicates"
GIVEN = {"given": True, "text_version": "2026-01"} | PROOF
KILN = {
    "kind": "programme",
    "language": "vi",
    "title": "Lò nung gốm kỹ thuật 1.650 độ cho cách điện 500 kV",
    "text": "Chủ trì 14 kỹ sư, 38 tỷ đồng, 2.300 sản phẩm.",
    "starts": "2019-03-01",
    "ends": "2022-11-30",
}
PAPER = {
    "kind": "publication",
    "language": "en",
    "title": "Sintering of zirconia insulators at low pressure",
    "source": "https://doi.org/10.1234/zro2",
    "starts": "2021-05-01",
}


def tell(client: TestClient, expert: str, item: dict[str, Any]) -> str:
    answer = client.post(f"{EXPERTS}/{expert}/evidence", json=item)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def two_records(client: TestClient) -> tuple[str, str]:
    """Add Khuất Duy Hưng twice: at home, and as he writes himself abroad."""
    first = add(client, display_name="Khuất Duy Hưng", family_name="Khuất", given_name="Duy Hưng", email="hung@vnu.edu.vn")
    second = add(client, display_name="Hung Duy Khuat", family_name="Khuat", given_name="Hung Duy", orcid="0000-0002-1825-0097")
    for expert in (first, second):
        tell(client, expert, KILN)
        tell(client, expert, PAPER)
    return first, second


def pair_of(client: TestClient, expert: str) -> dict[str, Any]:
    """Look for the doubles of a person and return the one pair."""
    answer = client.post(f"{DUPLICATES}/search", json={"expert": expert})
    assert answer.status_code == 200, answer.text
    (pair,) = answer.json()["pairs"]
    return dict(pair)


def decide(client: TestClient, pair: int, what: str, **fields: Any) -> Any:
    """Send a decision with the versions that are stored now."""
    tag = client.get(f"{DUPLICATES}/{pair}").headers["etag"]
    return client.post(f"{DUPLICATES}/{pair}/{what}", json=fields or None, headers={"If-Match": tag})


def merge(client: TestClient, keep: str) -> int:
    """Merge the one double of ``keep`` into it, and return the pair."""
    pair = int(pair_of(client, keep)["id"])
    answer = decide(client, pair, "merge", keep=keep, reason="One person, asked by telephone")
    assert answer.status_code == 200, answer.text
    return pair
