from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.conftest import shared_both

SEARCH = "/api/v1/search"
TEXT = (
    "Xây dựng trợ lý ảo tiếng Việt dựa trên mô hình ngôn ngữ lớn và hệ thống hội thoại.\n"
    "We need large language models and dialogue systems for Vietnamese."
)


def ask(
    client: TestClient, address: str = "people", status: int = 200, params: dict[str, Any] | None = None, **body: Any
) -> dict[str, Any]:
    answer = client.post(f"{SEARCH}/{address}", json=body, params=params)
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json()
    return found


def ids(answer: dict[str, Any]) -> list[str]:
    return [entry["expert"]["id"] for entry in answer["items"]]


def test_a_text_is_read_in_both_languages(world_client: TestClient) -> None:
    brief = ask(world_client, "brief", text=TEXT)
    words = {one["id"]: one["words"] for one in brief["capabilities"]}
    assert words["large-language-models"] == ["mô hình ngôn ngữ lớn", "large language models"]
    assert (brief["languages"], brief["verdict"]["code"]) == (["vi", "en"], "some")
    assert brief["must"] == [one["id"] for one in brief["capabilities"]]
    assert (brief["nice"], brief["excluded"]) == ([], [])


@shared_both
def test_people_are_found_by_a_text_and_the_levels_can_be_edited(world_client: TestClient) -> None:
    found = ask(world_client, text=TEXT)
    assert found["items"][0]["y"] == len(found["must"]) == len(found["named"])
    assert found["role"] is None
    assert found["calibration"]["en"].startswith("The bands")
    edited = ask(world_client, text=TEXT, must=[], nice=["dialogue-systems"], excluded=["large-language-models"])
    assert [one["id"] for one in edited["excluded"]] == ["large-language-models"]
    assert (edited["must"], edited["items"][0]["y"]) == ([], 0)
    assert [entry["score"] for entry in edited["items"]] != [entry["score"] for entry in found["items"]]


def test_the_list_is_in_order_and_everywhere_the_same(world_client: TestClient) -> None:
    found = ask(world_client, text=TEXT)
    scores = [entry["score"] for entry in found["items"]]
    assert scores == sorted(scores, reverse=True)
    assert all(round(sum(part["contribution"] for part in entry["parts"]), 4) == entry["score"] for entry in found["items"])
    paged = ask(world_client, text=TEXT, params={"limit": 3})
    assert ids(paged) + ids(ask(world_client, text=TEXT, params={"limit": 3, "cursor": paged["next"]})) == ids(found)[:6]
    exported = world_client.post(f"{SEARCH}/people.csv", json={"text": TEXT}).text.splitlines()
    assert [line.split(",")[2] for line in exported[1 : len(ids(found)) + 1]] == ids(found)
    first = found["items"][0]
    explained = ask(world_client, f"people/{first['expert']['id']}/explanation", text=TEXT)
    assert explained["entry"] == first
    assert any(citation["marks"] for citation in explained["citations"])


def test_a_role_brings_its_rules_and_weights(world_client: TestClient) -> None:
    free, bound = ask(world_client, text=TEXT), ask(world_client, text=TEXT, role="CA_MINISTRY")
    assert bound["role"]["code"] == "CA_MINISTRY"
    assert bound["counts"]["gated"] > free["counts"]["gated"]
    bound_signals, free_signals = ({part["signal"] for part in found["items"][0]["parts"]} for found in (bound, free))
    assert "availability" in bound_signals - free_signals


def test_only_who_fits_can_be_listed(world_client: TestClient) -> None:
    found = ask(world_client, text=TEXT, params={"fitting": True})
    assert found["total"] == found["counts"]["fitting"]
    assert (found["verdict"]["code"] == "nobody") is (found["total"] == 0)


@pytest.mark.parametrize("text", ["", "  \n", "😀😀😀", "xyzzyq", "大语言模型", "و ال", "\x00", "?!"])
def test_a_text_that_says_nothing_lists_nobody_and_says_so(world_client: TestClient, text: str) -> None:
    for body in ({"text": text}, {"text": text, "role": "CE_PROJECT"}):
        found = ask(world_client, **body)
        assert (found["verdict"]["code"], found["items"], found["total"], found["counts"]["fitting"]) == ("no_evidence", [], 0, 0)
        assert found["verdict"]["reason"]["vi"].startswith("Không có căn cứ")
    assert ask(world_client, "brief", text=text)["verdict"]["code"] == "no_evidence"
    assert len(world_client.post(f"{SEARCH}/people.csv", json={"text": text}).text.splitlines()) == 1


UNWANTED = (
    "Xây dựng mô hình ngôn ngữ lớn; không cần hệ thống hội thoại. Ưu tiên người biết nhận dạng tiếng nói.\n"
    "Out of scope:\n- robotics\n- blockchain"
)


@shared_both
def test_what_a_text_does_not_want_is_excluded_and_what_it_welcomes_is_nice(world_client: TestClient) -> None:
    brief = ask(world_client, "brief", text=UNWANTED)
    assert brief["must"] == ["large-language-models"]
    assert "dialogue-systems" in brief["excluded"]
    assert {one["level"] for one in brief["capabilities"] if one["id"] in brief["excluded"]} == {"excluded"}
    found = ask(world_client, text=UNWANTED)
    for level in ("must", "nice", "excluded"):
        assert [one["id"] for one in found[level]] == brief[level]
    sent = ask(world_client, text=UNWANTED, must=brief["must"], nice=brief["nice"], excluded=brief["excluded"])
    assert ids(sent) == ids(found)
    all_the_same = ask(world_client, text=UNWANTED, must=["dialogue-systems"])
    assert "dialogue-systems" not in [one["id"] for one in all_the_same["excluded"]]


@pytest.mark.parametrize("text", ["AI", "looking for a good engineer", "Tìm kỹ sư giỏi"])
def test_a_text_that_says_too_little_is_told_what_to_add(world_client: TestClient, text: str) -> None:
    found, brief = ask(world_client, text=text), ask(world_client, "brief", text=text)
    assert (found["verdict"], found["items"]) == (brief["verdict"], [])
    assert found["verdict"]["code"] == "no_evidence"
    assert "Add what is to be built" in found["verdict"]["reason"]["en"]
    assert "nói quá ít" in found["verdict"]["reason"]["vi"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hóa chất, thủy điện, hòa lưới điện mặt trời", "hoá chất, thuỷ điện, hoà lưới điện mặt trời"),
        ("khuếch đại gallium nitride", "khuếch đại gal-\nlium nitri\u00adde"),
        ("power amplifier efficiency", "power ampli\ufb01er e\ufb03ciency"),
        (TEXT, f"Kính gửi anh chị,\n{TEXT}\nTrân trọng cảm ơn.\nPhòng Kế hoạch"),
    ],
)
def test_two_ways_of_pasting_one_text_find_the_same_people(world_client: TestClient, one: str, other: str) -> None:
    assert ids(ask(world_client, text=one)) == ids(ask(world_client, text=other))


@pytest.mark.parametrize("text", ["radar", "mô hình 大语言模型 🚀 радар", "x " * 4000])
def test_a_strange_text_is_answered(world_client: TestClient, text: str) -> None:
    assert ask(world_client, text=text)["verdict"]["code"] in {"some", "nobody", "no_evidence"}


def test_capabilities_alone_are_enough(world_client: TestClient) -> None:
    found = ask(world_client, must=["large-language-models"])
    assert found["verdict"]["code"] != "no_evidence"
    assert found["items"][0]["x"] == 1


@shared_both
def test_people_like_these_begin_with_these(world_client: TestClient) -> None:
    found = ask(world_client, "similar", experts=["E000007", "E000007"])
    assert [card["id"] for card in found["examples"]] == ["E000007"]
    assert ids(found)[0] == "E000007"
    assert found["nice"]
    explained = ask(world_client, f"similar/{ids(found)[1]}/explanation", experts=["E000007"])
    assert explained["entry"] == found["items"][1]
    exported = world_client.post(f"{SEARCH}/similar.csv", json={"experts": ["E000007"]}).text.splitlines()
    assert exported[2].split(",")[2] == ids(found)[1]


@pytest.mark.parametrize(
    ("address", "body", "field"),
    [
        ("people", {"text": "a" * 200_000}, "text"),
        ("brief", {}, "text"),
        ("people", {"text": TEXT, "must": ["nope"]}, "must"),
        ("people", {"text": TEXT, "role": "BOSS"}, "role"),
        ("people", {"text": TEXT, "nice": ["a"] * 61}, "nice"),
        ("similar", {"experts": []}, "experts"),
        ("similar", {"experts": ["E000001"] * 6}, "experts"),
        ("similar", {"experts": ["E999999"]}, "experts"),
    ],
)
def test_what_cannot_be_searched_is_refused_by_name(world_client: TestClient, address: str, body: dict[str, Any], field: str) -> None:
    refused = ask(world_client, address, 422, **body)
    assert [error["field"].split(".")[0] for error in refused["errors"]] == [field]


def test_a_body_over_the_limit_and_an_unknown_person_are_refused(world_client: TestClient) -> None:
    assert world_client.post(f"{SEARCH}/people", json={"text": "đ" * 600_000}).status_code == 413
    assert ask(world_client, "people/E999999/explanation", 404, text=TEXT)["code"] == "not_found"


def test_an_example_who_did_not_consent_is_refused(world_client: TestClient) -> None:
    experts = world_client.get("/api/v1/experts", params={"limit": 200}).json()["items"]
    silent = next(one["id"] for one in experts if not _consents(world_client, one["id"]))
    assert "consented" in ask(world_client, "similar", 422, experts=[silent])["detail_en"]


def _consents(client: TestClient, expert: str) -> bool:
    consents = client.get(f"/api/v1/experts/{expert}").json()["consents"]
    return any(consent["purpose"] == "matching" and consent["given"] for consent in consents)


def test_what_somebody_chose_counts_where_the_text_asks_for_nothing_of_the_catalogue(world_client: TestClient) -> None:
    elsewhere = "Our cathedral seeks a bell ringer who restores bronze bells, and tells children of dialogue systems."
    by_the_way = ask(world_client, text=elsewhere)
    assert (by_the_way["verdict"]["code"], by_the_way["must"]) == ("nobody", [])
    chosen = ask(world_client, text=elsewhere, must=[], nice=["dialogue-systems"])
    assert [one["id"] for one in chosen["nice"]] == ["dialogue-systems"]
    with_nice_alone = ask(world_client, text=elsewhere, nice=["dialogue-systems"])
    assert [one["id"] for one in with_nice_alone["must"]] == ["dialogue-systems"]  # as the text names it
