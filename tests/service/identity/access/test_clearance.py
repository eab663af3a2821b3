"""What is restricted is hidden in the same way everywhere: brief, needs, candidates, also of what rests on it."""

import pytest
import sqlalchemy as sa

from models.catalogue import Product
from models.database import make_engine, reading, writing
from models.experts import NetworkState
from models.projects import ProjectProduct
from models.vocabulary import AccountRole, Sensitivity
from tests.conftest import ClientFor
from tests.service.synthetic_world import world_settings

PRODUCT, CE = "P01", "CE_PROJECT"


@pytest.fixture
def restricted(world_copy: str) -> dict[str, str]:
    """P01 is restricted; return its group and a project under it, which is open itself."""
    engine = make_engine(world_copy)
    with writing(engine) as session:
        session.execute(sa.update(Product).where(Product.id == PRODUCT).values(sensitivity=Sensitivity.RESTRICTED))  # type: ignore[arg-type]
        session.execute(sa.update(NetworkState).values(catalogue_changes=NetworkState.catalogue_changes + 1))
    with reading(engine) as session:
        group = session.get_one(Product, PRODUCT).group_id
        links = sa.select(ProjectProduct.project_id).where(ProjectProduct.product_id == PRODUCT)  # type: ignore[call-overload]
        project = session.scalars(links).first()
    engine.dispose()
    return {"group": str(group), "project": str(project)}


def asked(restricted: dict[str, str]) -> list[str]:
    subjects = [f"products/{PRODUCT}", f"projects/{restricted['project']}"]
    lists = [f"/api/v1/{subject}/recommendations{end}?role={CE}" for subject in subjects for end in ("", ".csv", "/E000001/explanation")]
    group = f"groups/{restricted['group']}"
    pages = [f"/{subject}/{CE}{end}" for subject in subjects for end in ("", "/E000001")]
    pairs = [f"/api/v1/{subject}/pairs{end}" for subject in subjects for end in ("", ".csv", "/E000001/E000002/explanation")]
    pairs += [f"/{subject}/pairs{end}" for subject in subjects for end in ("", "/E000001/E000002")]
    cell = f"{PRODUCT}/{CE}"
    cells = [f"/api/v1/coverage/{cell}", f"/api/v1/coverage/{cell}/recruiting-brief", f"/coverage/{cell}"]
    cells.append(f"/api/v1/exposure/{cell}/diversity?dimension=residence&code=overseas")
    conflicts = [f"/api/v1/conflicts?expert=E000001&subject={identifier}" for identifier in (PRODUCT, *restricted.values())]
    return [*lists, f"/api/v1/{group}/recommendations", *pages, f"/{group}/CE_SYSTEM", *pairs, *cells, *conflicts]


@pytest.mark.parametrize("role", [None, AccountRole.COORDINATOR, AccountRole.AUDITOR])
def test_without_clearance_it_is_closed(
    restricted: dict[str, str], world_copy: str, client_for: ClientFor, role: AccountRole | None
) -> None:
    client = client_for(world_settings(world_copy), role=role)
    assert {address: client.get(address).status_code for address in asked(restricted)} == dict.fromkeys(asked(restricted), 403)
    product = client.get(f"/api/v1/products/{PRODUCT}").json()
    assert (product["sensitivity"], product["brief"], product["needs"]) == ("restricted", None, [])
    assert client.get("/api/v1/capabilities", params={"product": PRODUCT}).json()["total"] == 0
    needed = client.get("/api/v1/capabilities/large-language-models").json()["products"]
    assert PRODUCT not in {use["product"]["id"] for use in needed}
    overview = client.get("/products?lang=en", headers={"Accept": "text/html"}).text
    assert overview.count("its brief and its candidates are for people with clearance") == 2


def test_with_clearance_it_is_open(restricted: dict[str, str], world_copy: str, client_for: ClientFor) -> None:
    client = client_for(world_settings(world_copy), cleared=True)
    assert {address: client.get(address).status_code for address in asked(restricted)} == dict.fromkeys(asked(restricted), 200)
    product = client.get(f"/api/v1/products/{PRODUCT}").json()
    assert product["brief"]
    assert product["needs"]


def test_what_the_cache_knows_of_one_reader_is_not_told_another(restricted: dict[str, str], world_copy: str, client_for: ClientFor) -> None:
    cleared = client_for(world_settings(world_copy), cleared=True)
    address = f"/api/v1/products/{PRODUCT}"
    read = cleared.get(address)
    stranger = client_for(world_settings(world_copy), role=None).get(address, headers={"If-None-Match": read.headers["etag"]})
    assert (stranger.status_code, stranger.json()["brief"]) == (200, None)
    assert "Cookie" in read.headers["vary"]
