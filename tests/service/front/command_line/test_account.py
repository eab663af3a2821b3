from pathlib import Path

import pytest

from models.vocabulary import AccountRole
from tests.applications import running_client
from tests.service.front.command_line.conftest import Run
from tests.service.synthetic_world import address, world_settings


def path_in(link: str) -> str:
    return link.strip().removeprefix("http://127.0.0.1:8000")


def test_the_first_administrator_enters_by_a_link_that_works_once(run: Run, sqlite_url: str) -> None:
    made = run("account", "create-administrator", "You@Agency.example", "--database", sqlite_url)
    assert made.exit_code == 0, made.stderr
    with running_client(world_settings(sqlite_url)) as browser:
        assert browser.post(path_in(made.stdout), data={"password": "a long pass phrase"}).status_code == 200
        assert browser.get("/api/v1/me").json()["roles"] == ["administrator"]
        assert browser.get(path_in(made.stdout)).status_code == 404
    assert run("account", "create-administrator", "you@agency.example", "--database", sqlite_url).exit_code == 1
    assert path_in(run("account", "link", "you@agency.example", "--database", sqlite_url).stdout).startswith("/invitations/")
    assert run("account", "link", "nobody@agency.example", "--database", sqlite_url).exit_code == 1
    assert run("account", "create-administrator", "nobody", "--database", sqlite_url).exit_code == 2


@pytest.mark.long
def test_the_demo_gives_a_link_for_each_role_in_a_database_of_its_own_only(run: Run, tmp_path: Path, world_copy: str) -> None:
    new = address(tmp_path / "new.sqlite3")
    words = ("demo", "--no-serve", "--json", "--size", 200, "--seed", 7, "--catalogue", "QD2815-2025", "--lang", "en", "--database", new)
    first = run(*words).stderr
    links = [line.split(": ")[-1] for line in first.splitlines() if "/invitations/" in line]
    assert len(links) == len(AccountRole)
    with running_client(world_settings(new)) as browser:
        roles = []
        for link in links:
            assert browser.post(path_in(link)).status_code == 200
            roles += browser.get("/api/v1/me").json()["roles"]
    assert roles == [role.value for role in AccountRole]
    assert run(*words).stderr.count("/invitations/") == len(AccountRole)
    foreign = run("demo", "--no-serve", "--json", "--catalogue", "QD2815-2025", "--database", world_copy)
    assert "/invitations/" not in foreign.stderr
