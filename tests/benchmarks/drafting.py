"""What a shortlist costs: to open a request and draft its list, everything checked and recorded, beside the bare recommendation."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from service.front.application import API
from tests.benchmarks.benchmark_queries import Question
from tests.benchmarks.client import Client

LENGTH = 10
MOST_TIMES_BARE = 5.0


@dataclass(frozen=True)
class DraftTimes:
    """Seconds of the same questions: the bare recommendation, ranked for the question, opening a request, drafting its list."""

    bare: np.ndarray
    opened: np.ndarray
    drafted: np.ndarray

    @property
    def ratio(self) -> float:
        """Return the two writes together as a multiple of the bare recommendation, at the medians."""
        return float(np.median(self.opened + self.drafted) / np.median(self.bare))


def measure_drafts(client: Client, asked: Sequence[Question]) -> DraftTimes:
    """Take the times of each question directly after one another; each need was asked once before."""
    return DraftTimes(*np.array([_seconds(client, question) for question in asked]).T)


def as_text(times: DraftTimes) -> str:
    """Return the figures as lines."""
    milliseconds = {"bare": times.bare, "opened": times.opened, "drafted": times.drafted}
    medians = ", ".join(f"{name} {1000 * float(np.median(values)):.1f}" for name, values in milliseconds.items())
    verdict = "met" if times.ratio < MOST_TIMES_BARE else "MISSED"
    ratio = f"(opened + drafted) / bare: {times.ratio:.2f}; under {MOST_TIMES_BARE:.0f}: {verdict}"
    return f"shortlist of {LENGTH}, medians in ms: {medians}\n{ratio}"


def _seconds(client: Client, question: Question) -> tuple[float, float, float]:
    bare = client.seconds(f"{API}/products/{question.product}/recommendations?role={question.role}&limit={LENGTH}&everybody=true")
    opened, answer = client.post(f"{API}/requests", {"subject": question.product, "roles": [question.role]})
    drafted, _ = client.post(f"{API}/requests/{json.loads(answer)['id']}/shortlists", {"length": LENGTH})
    return bare, opened, drafted
