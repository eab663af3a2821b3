"""Whoever measures the service enters written people over its interface: nothing of them is refused on the catalogue that ships."""

from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient

from seed.written.entering import enter
from seed.written.figures import read_files
from seed.written.http_client import Client
from seed.written.loading import FOLDER


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def database_url(catalogue_copy: str) -> str:
    return catalogue_copy


@dataclass
class InProcess(Client):
    """Calls the application without a socket."""

    asked: TestClient | None = None

    def call(self, method: str, path: str, body: object = None, *, form: bool = False) -> tuple[int, str]:  # noqa: ARG002
        """Return the status and the text of the answer."""
        assert self.asked is not None
        answer = self.asked.request(method, path, json=body)
        return answer.status_code, answer.text


def test_the_first_of_each_writer_enter_with_nothing_refused(client: TestClient) -> None:
    people = [read_files([FOLDER / f"w{number:02d}.json"])["people"][0] for number in range(1, 13)]
    done = enter(InProcess(0, asked=client), people)
    assert done.errors == []
    assert len(done.ids) == len(people)
