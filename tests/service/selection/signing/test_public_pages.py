"""Whoever holds a dossier checks it without an account: by its whole fingerprint, without names; hidden and absent answer alike."""

import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.catalogue import Product
from models.database import writing
from models.experts import Expert
from models.shortlists import Shortlist
from models.vocabulary import Sensitivity
from tests.service.selection.conftest import API, draft, people, signed

PAGE = {"Accept": "text/html"}
NOBODY = PAGE | {"Authorization": ""}


def test_the_address_on_the_dossier_says_without_an_account_whether_the_list_is_as_signed(client: TestClient, world: Engine) -> None:
    done = signed(client)
    code = client.get(f"{API}/shortlists/{done['id']}").json()["fingerprint"]
    page = client.get(f"/verify?code={code}&lang=en", headers=NOBODY)
    assert (page.status_code, "This list is as it was signed." in page.text, "Product 1" in page.text) == (200, True, True)
    with writing(world) as session:
        names = session.scalars(sa.select(Expert.display_name)).all()
        for (name,) in session.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%signed%'")).all():
            session.execute(sa.text(f"DROP TRIGGER {name}"))
        session.execute(sa.update(Shortlist).values(sign_reason="Another."))
    assert [name for name in (*names, *people(done)) if name in page.text] == []
    assert "not what was signed" in client.get(f"/verify?code={code.upper()[:32]}%20{code[32:]}&lang=en", headers=NOBODY).text


def test_the_code_can_be_typed_and_a_part_of_it_finds_nothing(client: TestClient) -> None:
    done = signed(client)
    code = client.get(f"{API}/shortlists/{done['id']}").json()["fingerprint"]
    form = client.get("/verify?lang=en", headers=NOBODY)
    assert (form.status_code, 'name="code"' in form.text) == (200, True)
    assert client.get(f"/verify?code={code[:16]}", headers=NOBODY).status_code == 404


def test_of_a_restricted_product_a_list_is_not_there_and_its_dossier_names_the_page_behind_the_door(
    client: TestClient, world: Engine
) -> None:
    done = signed(client)
    code = client.get(f"{API}/shortlists/{done['id']}").json()["fingerprint"]
    with writing(world) as session:
        session.execute(sa.update(Product).values(sensitivity=Sensitivity.RESTRICTED))
    hidden, absent = (client.get(f"/verify?code={one}&lang=en", headers=NOBODY) for one in (code, "0" * 64))
    assert (hidden.status_code, hidden.text.replace(code, "0" * 64)) == (404, absent.text)


def test_the_page_for_who_is_signed_in_names_product_signer_and_day(client: TestClient) -> None:
    done = signed(client)
    page = client.get(f"/shortlists/{done['id']}/verification?lang=en", headers=PAGE).text
    assert ["Product 1" in page, "Signed by" in page, "Worked out again today" in page] == [True] * 3


def test_a_draft_has_no_code(client: TestClient) -> None:
    draft(client)
    assert client.get(f"/verify?code={'0' * 64}", headers=NOBODY).status_code == 404
