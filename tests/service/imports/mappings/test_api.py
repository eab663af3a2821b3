from fastapi.testclient import TestClient

MAPPINGS = "/api/v1/import-mappings"
COLUMNS = {"Mã GV": "key", "Cỡ áo": ""}


def test_a_mapping_is_kept_shown_replaced_and_removed(client: TestClient) -> None:
    assert client.put(f"{MAPPINGS}/Sở KHCN", json={"columns": COLUMNS}).json()["columns"] == COLUMNS
    client.put(f"{MAPPINGS}/Sở KHCN", json={"columns": {"Mã": "key"}})
    assert client.get(f"{MAPPINGS}/Sở KHCN").json()["columns"] == {"Mã": "key"}
    assert client.get(MAPPINGS).json()["total"] == 1
    assert client.delete(f"{MAPPINGS}/Sở KHCN").status_code == 204
    assert client.get(f"{MAPPINGS}/Sở KHCN").status_code == 404


def test_a_field_that_does_not_exist_is_refused_by_its_name(client: TestClient) -> None:
    answer = client.put(f"{MAPPINGS}/A", json={"columns": {"Lương": "salary"}})
    assert answer.status_code == 422
    assert "salary" in answer.json()["detail_en"]
