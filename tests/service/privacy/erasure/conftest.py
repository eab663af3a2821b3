"""The small world, with everything else that the service can know of the second of its people."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.engine import Engine

from matching.space.encoded import digest
from models.consents import PastConsent
from models.data_requests import DataRequest
from models.database import writing
from models.idempotency import KeptAnswer
from models.jobs import Job, TextVector
from models.oversight import RetentionDeadline
from models.vocabulary import ConsentPurpose, DataRequestKind, JobStatus, RetentionReason
from service.kit.actor import Actor
from tests.service.matches.network.conftest import small_network, small_world

__all__ = ["small_network", "small_world"]
NOW = datetime(2026, 10, 1, 8, 30, tzinfo=UTC)
BY = Actor("a-tester", NOW)
ERASED = "E2"
OWN, SHARED = "Programme for grid storage", "sensing and control"


@pytest.fixture
def full_world(small_network: Engine) -> Engine:
    with writing(small_network) as session:
        session.add_all(
            [
                DataRequest(
                    id="R1",
                    kind=DataRequestKind.ACCESS,
                    expert_id=ERASED,
                    received_at=NOW,
                    acknowledge_by=date(2026, 10, 5),
                    due_on=date(2026, 10, 11),
                    wording="Person 2 asks.",
                ),
                RetentionDeadline(expert_id=ERASED, reason=RetentionReason.NOT_CHOSEN, started_at=NOW, until=date(2026, 11, 1)),
                PastConsent(expert_id=ERASED, purpose=ConsentPurpose.MATCHING, text_version="1", given_at=NOW, replaced_at=NOW),
                Job(id="J1", kind="plan", status=JobStatus.DONE, result={"seats": [{"person": ERASED}]}, created_at=NOW),
                Job(id="J2", kind="import", arguments={"expert": ERASED}, message=f"reading {ERASED}", created_at=NOW),
                Job(id="J3", kind="plan", status=JobStatus.DONE, result={"seats": [{"person": "E3"}]}, created_at=NOW),
                KeptAnswer(actor="a", address="/experts", key="k", request_hash="h", kept_at=NOW, status=201, body="{}", expert_id=ERASED),
                KeptAnswer(
                    actor="a", address="/relations", key="k", request_hash="h", kept_at=NOW, status=201, body=f'{{"other": "{ERASED}"}}'
                ),
            ]
        )
    return small_network


def vector(text: str) -> TextVector:
    return TextVector(digest=digest(text), model="m", vector=b"\x01")
