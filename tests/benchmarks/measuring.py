"""Takes the times: the matcher alone in this process, the whole request and the reference from the server, question by question."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy.engine import Engine

from matching.ranking.ranking import rank
from models.database import reading
from service.catalogue.subjects.contents import SubjectKind
from service.front.application import API
from service.kit.settings import Settings
from service.matches.network.live import read_stored
from service.matches.recommendations.recommending import Recommender
from tests.benchmarks.application import PREFIX
from tests.benchmarks.benchmark_queries import Question
from tests.benchmarks.client import Client
from tests.benchmarks.processes import processor_seconds


@dataclass(frozen=True)
class Times:
    """Seconds: ``matcher`` twice for each question, ``whole`` and ``reference`` once, ``first`` of needs that nobody had asked before.

    ``whole_processor`` and ``reference_processor`` are the processor seconds of the server for one of these requests, at the mean.
    """

    matcher: np.ndarray
    whole: np.ndarray
    reference: np.ndarray
    first: np.ndarray
    whole_processor: float
    reference_processor: float

    @property
    def ratio(self) -> float:
        """Return the whole request as a multiple of the reference, at the medians: who fits a need that was asked before is kept."""
        return float(np.median(self.whole) / np.median(self.reference))


class Matcher:
    """The matcher alone, on the network that the server has as well."""

    def __init__(self, engine: Engine, settings: Settings, asked: Sequence[Question]) -> None:
        recommender = Recommender(settings)
        with reading(engine) as session:
            stored, day = read_stored(session), settings.selection_day()
            self.snapshot = recommender.live.snapshot(session, stored)
            self.inputs = {
                question: recommender.inputs.find(session, stored, SubjectKind.PRODUCT, question.product, question.role, day)
                for question in asked
            }

    def best(self, question: Question) -> str:
        """Return who stands first."""
        inputs = self.inputs[question]
        return rank(inputs.need, self.snapshot.network, self.snapshot.gatekeeper, inputs.weights).entries(0, 1)[0].profile_id

    def seconds(self, question: Question) -> float:
        """Return how long it took to rank everybody and make the entries that were asked for."""
        inputs = self.inputs[question]
        begin = time.perf_counter()
        rank(inputs.need, self.snapshot.network, self.snapshot.gatekeeper, inputs.weights).entries(0, question.limit)
        return time.perf_counter() - begin


def measure(matcher: Matcher, client: Client, process: int, asked: Sequence[Question], unasked: Sequence[str]) -> Times:
    """Ask what nobody has asked, ``unasked``, and every need once, then take the times of each question directly after one another.

    ``process`` is the server's. The matcher runs before either request, so that both find the processor's caches as a ranking leaves them.
    """
    needs = {(question.product, question.role): question for question in reversed(asked)}
    first = [client.seconds(API + address) for address in unasked]
    for question in needs.values():
        client.seconds(API + question.address)
        client.seconds(PREFIX + question.address)
        matcher.seconds(question)
    taken = [
        [
            matcher.seconds(question),
            client.seconds(API + question.address),
            matcher.seconds(question),
            client.seconds(PREFIX + question.address),
        ]
        for question in asked
    ]
    before_whole, whole, before_reference, reference = np.array(taken).T
    processor = [_processor_of_one(client, process, [prefix + question.address for question in asked]) for prefix in (API, PREFIX)]
    return Times(np.concatenate([before_whole, before_reference]), whole, reference, np.array(first), *processor)


def _processor_of_one(client: Client, process: int, addresses: Sequence[str]) -> float:
    begin = processor_seconds(process)
    for address in addresses:
        client.seconds(address)
    return (processor_seconds(process) - begin) / len(addresses)
