"""Generated requests of every role: 20,000 of them and more in full, and no server error."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.python.asgi import shutdown_lifespans

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.applications import application
from tests.service.synthetic_world import WORLD, load_world, world_settings
from tests.service.test_contract import PATIENCE, PERMISSIONS, generated
from tests.soak.effort import times
from tests.worlds import Worlds

FITTING = times(1, 20)  # for each of about 170 operations and 6 viewers


@pytest.fixture(scope="module")
def asked(worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[Case]]]:
    url = worlds.copied(tmp_path_factory.mktemp("soak") / "world.sqlite3", WORLD, load_world)
    with application(world_settings(url).model_copy(update={"open_demo": False})) as app:
        description: Any = schemathesis.openapi.from_asgi("/openapi.json", app)
        yield url, [case for operation in description.get_all_operations() for case in generated(operation.ok(), FITTING)]
        shutdown_lifespans()


@pytest.mark.soak
@pytest.mark.parametrize("role", [None, *AccountRole])
def test_no_request_of_anybody_is_a_server_error(asked: tuple[str, list[Case]], role: AccountRole | None) -> None:
    url, cases = asked
    headers = {"If-Match": "*"} | (key_header(url, role, **PERMISSIONS.get(role, {})) if role else {})
    failed = [found for case in cases if (found := server_error(case, headers))]
    assert len(cases) > FITTING
    assert not failed, "\n\n".join(failed)


def server_error(case: Case, headers: dict[str, str]) -> str | None:
    """Send ``case`` and tell what went wrong at the server, with the request to repeat, or None."""
    try:
        case.call_and_validate(headers=headers, checks=[not_a_server_error], timeout=PATIENCE)
    except Exception as error:  # noqa: BLE001 - what the application raises comes through as it is
        return f"{case.operation.label}: {error}"
    return None
