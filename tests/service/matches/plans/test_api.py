from collections import Counter
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.front.jobs.kinds import kinds_for
from service.kit.jobs.worker import make_worker
from tests.accounts import key_header
from tests.applications import running_client
from tests.service.conftest import shared_both
from tests.service.matches.plans.conftest import PLANS, Body, coordinator, got, holders, made, names, pin, restrict, standing_by
from tests.service.synthetic_world import world_settings


@pytest.fixture(scope="module")
def plan(planner: TestClient) -> Body:
    return made(planner)


def first_filled(plan: Body) -> tuple[str, str]:
    return next((seat, people[0]) for seat, people in holders(plan).items() if people)


def seat_with_alternates(plan: Body) -> str:
    return next(seat for seat, people in standing_by(plan).items() if people and holders(plan)[seat])


@shared_both
def test_a_plan_covers_the_list_in_force_and_is_optimal(planner: TestClient, plan: Body) -> None:
    assert len(holders(plan)) == 60
    assert (plan["proven"], plan["gap"]) == (True, 0)
    counts = Counter(person for people in holders(plan).values() for person in people)
    assert set(counts.values()) == {1}
    assert plan["filled"] == sum(counts.values()) > 10
    assert got(planner, f"{PLANS}/{plan['id']}") == plan


def test_holders_and_alternates_fit_and_nobody_is_both(planner: TestClient, plan: Body) -> None:
    stand_by = [person for people in standing_by(plan).values() for person in people]
    assert len(set(stand_by)) == len(stand_by) > 0
    assert not set(stand_by) & {person for people in holders(plan).values() for person in people}
    seat = seat_with_alternates(plan)
    subject, _, role = seat.rpartition(":")
    listed = got(planner, f"/api/v1/products/{subject}/recommendations", role=role, limit=200)["items"]
    ready = {item["expert"]["id"]: item["score"] for item in listed if item["tier"] == "eligible"}
    assert {*holders(plan)[seat], *standing_by(plan)[seat]} <= set(ready)


def test_the_sum_of_the_shown_scores_is_the_value(plan: Body) -> None:
    scores = [one["score"] for subject in plan["subjects"] for seat in subject["seats"] for one in seat["people"]]
    assert sum(scores) == pytest.approx(plan["value"], abs=1e-4 * len(scores))


@shared_both
def test_the_same_request_gives_the_same_plan_beside_the_first(planner: TestClient, plan: Body) -> None:
    again = made(planner)
    assert again["id"] != plan["id"]
    assert again["fingerprint"] == plan["fingerprint"]
    assert (holders(again), standing_by(again)) == (holders(plan), standing_by(plan))
    assert {plan["id"], again["id"]} <= {one["id"] for one in got(planner, PLANS)["items"]}


@shared_both
def test_a_request_that_is_sent_twice_makes_one_plan(planner: TestClient) -> None:
    asked = {"seats": [{"subject": "P01", "role": "CE_PROJECT"}]}
    answers = [planner.post(PLANS, json=asked, headers={"Idempotency-Key": "once"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert answers[1].headers["Idempotency-Replayed"] == "true"


def test_pins_and_exclusions_are_kept(planner: TestClient, plan: Body) -> None:
    seat = seat_with_alternates(plan)
    alternate, holder = standing_by(plan)[seat][0], holders(plan)[seat][0]
    other = made(planner, pins=[pin(alternate, seat)], exclusions=[{"person": holder}])
    assert holders(other)[seat] == [alternate]
    assert holder not in {person for people in holders(other).values() for person in people}
    differences = got(planner, f"{PLANS}/{plan['id']}/compare", **{"with": other["id"]})["differences"]
    told = {(one["person"]["id"], one["seat"]): one["cause"] for one in differences}
    assert (told[holder, seat], told[alternate, seat]) == ("exclusion", "pin")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"seats": [{"subject": "G01", "role": "CE_PROJECT"}]}, "seats"),
        ({"seats": [{"subject": "P01", "role": "CE_PROJECT"}] * 2}, "seats"),
        ({"pins": [{"person": "E1", "subject": "P01", "role": "CE_PROJECT"}]}, "pins"),
        ({"seats": [{"subject": "P01", "role": "CE_PROJECT"}], "pins": [pin("E1", "P02:CE_PROJECT")]}, "pins.0"),
        ({"exclusions": [{"person": "E1", "role": "CE_PROJECT"}]}, "exclusions.0.role"),
        ({"objective": "fewest-changes"}, "earlier"),
        ({"capacities": [{"person": "E1"}, {"person": "E1"}]}, "capacities"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_a_request_that_contradicts_itself_names_the_place(planner: TestClient, fields: Body, field: str) -> None:
    problem = made(planner, status=422, **fields)
    assert field in problem["errors"][0]["field"]
    assert problem["detail_vi"] != problem["detail_en"]


def test_an_unknown_plan_is_not_found(planner: TestClient) -> None:
    assert planner.get(f"{PLANS}/PLAN-0").status_code == 404
    assert planner.post(f"{PLANS}/PLAN-0/adopt").status_code == 404


def test_a_diagnosis_counts_people_after_each_gate(planner: TestClient, plan: Body) -> None:
    found = got(planner, f"{PLANS}/{plan['id']}/diagnosis")
    assert sum(seat["missing"] for seat in found["seats"]) == plan["places"] - plan["filled"] > 0
    for seat in found["seats"]:
        passed = [gate["people"] for gate in seat["left"]][:8]
        assert passed == sorted(passed, reverse=True)
    assert found["relaxations"]
    assert all(one["words"]["vi"] and one["words"]["en"] for one in found["relaxations"])


def test_prices_say_what_the_next_costs(planner: TestClient, plan: Body) -> None:
    seat = seat_with_alternates(plan)
    found = got(planner, f"{PLANS}/{plan['id']}/prices", seat=seat)
    assert found["prices"]
    for price in found["prices"]:
        assert price["leaving"]["id"] in holders(plan)[seat]
        assert price["cost"] >= 0 or price["places"] > 0
    assert planner.get(f"{PLANS}/{plan['id']}/prices?seat=P99:CE_PROJECT").status_code == 404


def test_a_what_if_saves_nothing_and_names_the_cause(planner: TestClient, plan: Body) -> None:
    seat, holder = first_filled(plan)
    before = got(planner, PLANS)["total"]
    found = made(planner, f"{PLANS}/{plan['id']}/what-if", 200, exclusions=[{"person": holder}])
    assert (holder, seat, False, "exclusion") in {(o["person"]["id"], o["seat"], o["came"], o["cause"]) for o in found["differences"]}
    assert found["value_after"] <= found["value_before"]
    assert found["after"] is None
    assert got(planner, PLANS)["total"] == before
    assert made(planner, f"{PLANS}/{plan['id']}/what-if", 200)["differences"] == []
    other = made(planner, f"{PLANS}/{plan['id']}/what-if", 200, weights={"topical_fit": 0.0})
    assert "weights" in other["inputs_changed"]


@shared_both
def test_a_repair_replaces_who_declined_and_moves_as_few_as_possible(planner: TestClient, plan: Body) -> None:
    seat = seat_with_alternates(plan)
    declined = holders(plan)[seat][0]
    repaired = made(planner, f"{PLANS}/{plan['id']}/repair", declined=[{"person": declined}])
    assert repaired["derived_from"] == plan["id"]
    assert declined not in {person for people in holders(repaired).values() for person in people}
    kept = [one for one, people in holders(plan).items() if people and holders(repaired)[one] == people]
    assert len(kept) == repaired["kept"] == plan["filled"] - 1
    assert repaired["filled"] == plan["filled"]
    assert planner.post(f"{PLANS}/{plan['id']}/repair", json={"declined": [{"person": "E0"}]}).status_code == 404


@shared_both
def test_one_of_several_plans_is_adopted_and_adoption_is_undone(planner: TestClient, plan: Body) -> None:
    other = made(planner, seats=[{"subject": "P01", "role": "CE_PROJECT"}])

    def adopted() -> list[str]:
        return [one["id"] for one in got(planner, PLANS)["items"] if one["adopted"]]

    for one in (plan, other):
        assert planner.post(f"{PLANS}/{one['id']}/adopt").status_code == 200
        assert adopted() == [one["id"]]
    assert planner.post(f"{PLANS}/{other['id']}/adopt").status_code == 409
    assert planner.post(f"{PLANS}/{plan['id']}/adoption/undo").status_code == 409
    assert planner.post(f"{PLANS}/{other['id']}/adoption/undo").json()["plan_id"] == plan["id"]
    assert adopted() == [plan["id"]]
    assert planner.post(f"{PLANS}/{plan['id']}/adoption/undo").json() is None
    assert adopted() == []
    history = got(planner, f"{PLANS}/adoptions")
    assert len(history) == 3
    assert not any(entry["current"] for entry in history)


@shared_both
def test_a_plan_comes_back_from_its_own_table(planner: TestClient, plan: Body) -> None:
    table = planner.get(f"{PLANS}/{plan['id']}/export")
    assert not any(
        one["person"]["display_name"] in table.text for subject in plan["subjects"] for s in subject["seats"] for one in s["people"]
    )
    answer = planner.post(f"{PLANS}/from-csv", content=table.content, headers={"Content-Type": "text/csv"})
    assert answer.status_code == 201, answer.text
    assert (holders(answer.json()), standing_by(answer.json())) == (holders(plan), standing_by(plan))


def test_a_wrong_table_names_line_and_column(planner: TestClient) -> None:
    table = "subject,role,pairs\nP01,CE_PROJECT,1\nP02,BOSS,0\n"
    answer = planner.post(f"{PLANS}/from-csv", content=table, headers={"Content-Type": "text/csv"})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["line 3, role", "line 3, pairs"]


def test_who_withdrew_has_no_name_and_a_repair_is_offered(own_planner: TestClient, withdraw: Callable[[str], None]) -> None:
    plan = made(own_planner)
    seat = seat_with_alternates(plan)
    person = holders(plan)[seat][0]
    name = names(plan)[person]
    withdraw(person)
    text = own_planner.get(f"{PLANS}/{plan['id']}").text
    shown = got(own_planner, f"{PLANS}/{plan['id']}")
    assert name not in text
    assert (shown["withdrawn"], shown["repair"]) == (1, f"{PLANS}/{plan['id']}/repair")
    assert "experts" in shown["outdated"]
    assert own_planner.get(f"{PLANS}/{plan['id']}/prices?seat={seat}").status_code == 409
    repaired = made(own_planner, f"{PLANS}/{plan['id']}/repair")
    assert person not in {one for people in holders(repaired).values() for one in people}
    assert repaired["kept"] == plan["filled"] - 1
    found = got(own_planner, f"{PLANS}/{plan['id']}/compare", **{"with": repaired["id"]})["differences"]
    assert next(one["cause"] for one in found if one["person"]["id"] == person) == "withdrawn"


def test_a_plan_that_takes_longer_becomes_a_job(world_copy: str) -> None:
    settings = world_settings(world_copy).model_copy(update={"plan_seconds": 0.0})
    asked = {"seats": [{"subject": "P01", "role": "CE_PROJECT"}, {"subject": "P01", "role": "CA_PROJECT"}]}
    with running_client(settings, headers=coordinator(world_copy)) as client:
        answer = client.post(PLANS, json=asked)
        assert answer.status_code == 202
        assert answer.headers["Location"] == f"/api/v1/jobs/{answer.json()['job']['id']}"
        assert client.get(f"{PLANS}/{answer.json()['plan']}").status_code == 404
        assert make_worker(client.app.state.services.engine, settings, kinds_for(settings)).run_once()  # type: ignore[attr-defined]
        job = got(client, answer.headers["Location"])
        assert (job["status"], job["result"]) == ("done", {"plan": answer.json()["plan"]}), job["message"]
        by_job = got(client, f"{PLANS}/{answer.json()['plan']}")
    with running_client(world_settings(world_copy), headers=coordinator(world_copy)) as client:
        assert holders(made(client, **asked)) == holders(by_job)


def test_a_visitor_reads_plans_and_makes_none(plans_url: str, plan: Body) -> None:
    with running_client(world_settings(plans_url)) as visitor:
        assert got(visitor, f"{PLANS}/{plan['id']}") == plan
        assert visitor.post(PLANS, json={}).status_code == 401
        assert visitor.post(f"{PLANS}/{plan['id']}/adopt").status_code == 401


def test_what_is_restricted_is_planned_and_seen_with_clearance_alone(own_planner: TestClient, world_copy: str) -> None:
    whole = made(own_planner)
    restrict(world_copy, "P01")
    with running_client(world_settings(world_copy), headers=key_header(world_copy, AccountRole.COORDINATOR)) as uncleared:
        assert uncleared.get(f"{PLANS}/{whole['id']}").status_code == 403
        assert uncleared.post(PLANS, json={"seats": [{"subject": "P01", "role": "CE_PROJECT"}]}).status_code == 403
        assert "P01" not in {subject["id"] for subject in made(uncleared)["subjects"]}
    assert own_planner.get(f"{PLANS}/{whole['id']}").status_code == 200
