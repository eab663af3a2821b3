from fastapi.testclient import TestClient

from tests.service.conftest import shared_both


@shared_both
def test_five_roles_are_listed_with_what_they_are_for(catalogue_client: TestClient) -> None:
    roles = {role["code"]: role for role in catalogue_client.get("/api/v1/roles").json()["items"]}
    assert list(roles) == ["CE_SYSTEM", "CE_PROJECT", "CA_MINISTRY", "CA_PROVINCE", "CA_PROJECT"]
    assert [part["dimension"] for part in roles["CE_PROJECT"]["dimensions"]] == [
        "coordination",
        "resource_connection",
        "objective_delivery",
    ]
    assert [part["dimension"] for part in roles["CA_PROJECT"]["dimensions"]] == [
        "system_architecture",
        "technical_standards",
        "core_technology",
    ]
    assert roles["CA_PROJECT"]["decider"] == {"vi": "Ban quản lý dự án", "en": "Project management board"}


@shared_both
def test_rules_are_listed_per_role_with_their_minimum(catalogue_client: TestClient) -> None:
    def minimums(role: str) -> dict[str, float | None]:
        rules = catalogue_client.get(f"/api/v1/rules?role={role}&version=ND231-2025").json()["items"]
        return {rule["id"]: rule["minimum"] for rule in rules if rule["kind"] == "hard"}

    assert minimums("CE_SYSTEM") == {"R-YEARS": 10, "R-LED": 2}
    assert minimums("CE_PROJECT") == {"R-YEARS": 10, "R-LED": 1}
    assert minimums("CA_MINISTRY") == {"R-YEARS": 7}
    assert minimums("CA_PROVINCE") == {"R-YEARS": 7, "R-LED": 1}
    assert minimums("CA_PROJECT") == {"R-YEARS": 5}


def test_a_rule_says_that_its_clause_is_not_known(catalogue_client: TestClient) -> None:
    rule = catalogue_client.get("/api/v1/rules?limit=1").json()["items"][0]
    assert rule["clause"]["en"] == "Decree 231/2025/ND-CP (clause number not found)"
    assert rule["rule_set"]["valid_from"] == "2025-08-26"


def test_wrong_filters_of_rules_are_refused_by_name(catalogue_client: TestClient) -> None:
    for address, field in (("/rules?role=KING", "role"), ("/rules?version=none", "version")):
        answer = catalogue_client.get(f"/api/v1{address}")
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


@shared_both
def test_selection_states_stand_in_the_order_of_the_procedure(catalogue_client: TestClient) -> None:
    states = [step["state"] for step in catalogue_client.get("/api/v1/selection-states").json()["items"]]
    assert states[:4] == ["NEED", "ANNOUNCED", "CANDIDATE_POOL", "SHORTLIST"]
    assert len(states) == 12


@shared_both
def test_data_protection_duties_are_listed_in_both_languages(catalogue_client: TestClient) -> None:
    duties = {duty["duty"]: duty for duty in catalogue_client.get("/api/v1/data-protection-duties").json()["items"]}
    assert len(duties) == 13
    assert duties["breach"]["rule"] == {"vi": "thông báo trong 72 giờ", "en": "notify within 72 hours"}
