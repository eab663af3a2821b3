from collections.abc import Callable

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from models.database import make_engine, writing
from models.experts import NetworkState
from tests.service.synthetic_world import let_nobody_fit, world_settings

MakeClient = Callable[..., TestClient]
BROWSER = {"Accept": "text/html"}


@pytest.mark.parametrize(
    "address",
    [
        "/products",
        "/products/P01/CE_PROJECT",
        "/products/P01/CE_PROJECT/E000001",
        "/groups/G03/CE_SYSTEM",
        "/coverage",
        "/coverage/P01/CE_PROJECT",
        "/exposure",
        "/find",
    ],
)
def test_pages_that_name_real_people_need_signing_in(world_copy: str, client_for: MakeClient, address: str) -> None:
    engine = make_engine(world_copy)
    with writing(engine) as session:
        session.execute(sa.update(NetworkState).values(synthetic=False))
    engine.dispose()
    client = client_for(world_settings(world_copy), role=None)
    answer = client.get(address, headers=BROWSER)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert client.get("/products/P01", headers=BROWSER).status_code == 200


def test_a_changed_world_changes_the_overview(world_copy: str, client_for: MakeClient) -> None:
    client, engine = client_for(world_settings(world_copy)), make_engine(world_copy)
    before = client.get("/products?lang=en", headers=BROWSER).text
    let_nobody_fit(engine)
    engine.dispose()
    after = client.get("/products?lang=en", headers=BROWSER).text
    assert before.count("No suitable candidate") < after.count("No suitable candidate") == 60


def test_nobody_on_a_shortlist_is_said_with_the_reason(world_copy: str, client_for: MakeClient) -> None:
    engine = make_engine(world_copy)
    let_nobody_fit(engine)
    engine.dispose()
    text = client_for(world_settings(world_copy)).get("/products/P01/CE_PROJECT?lang=en", headers=BROWSER).text
    assert "No suitable candidate: of 200 people considered" in text
