"""A ranking of the people whom an engine chose: gate and score on their rows, counts over everybody."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from matching.gate.result import GateReason, GateResult
from matching.needs import RoleNeed
from matching.network import Network
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Ranking, WholeNetwork, rank
from matching.ranking.score import score
from matching.ranking.weights import Weights
from matching.retrieval.engines import Candidates, Retrieval
from matching.retrieval.questions import Question
from matching.signals.view import View


class GatekeeperOfChosen(Gatekeeper):
    """Gives the gate results that ``everybody`` gives, by the positions of some; insiders are looked for in the whole network."""

    def __init__(self, everybody: Gatekeeper, positions: np.ndarray, network: Network) -> None:
        super().__init__(network, everybody.policy)
        self._everybody, self._positions = everybody, positions

    @property
    def everybody(self) -> Network:
        """Return the whole network."""
        return self._everybody.everybody

    def tiers(self, need: RoleNeed) -> np.ndarray:
        """Return the tier of every one of the chosen, shape (chosen,)."""
        tiers: np.ndarray = self._everybody.tiers(need)[self._positions]
        return tiers

    def free_of(self, need: RoleNeed, *reasons: GateReason) -> np.ndarray:
        """Return whom of the chosen none of ``reasons`` holds back, shape (chosen,)."""
        free: np.ndarray = self._everybody.free_of(need, *reasons)[self._positions]
        return free

    def held(self, need: RoleNeed) -> np.ndarray:
        """Return which reasons hold each of the chosen back, shape (chosen, reasons)."""
        held: np.ndarray = self._everybody.held(need)[self._positions]
        return held

    def held_back(self, need: RoleNeed) -> tuple[int, ...]:
        """Return how many of everybody each reason holds back."""
        return self._everybody.held_back(need)

    def gate_result(self, need: RoleNeed, position: int) -> GateResult:
        """Return the gate result of one of the chosen."""
        return self._everybody.gate_result(need, int(self._positions[position]))


def rank_chosen(need: RoleNeed, network: Network, gatekeeper: Gatekeeper, weights: Weights, retrieval: Retrieval) -> Ranking:
    """Rank whom ``retrieval`` chooses: the same people who fit, in the same order and with the same counts, as ``rank`` gives.

    Where an engine is not exact somebody who fits may be missing on the list, but not in the counts.
    """
    question = Question.of(need, weights, network.reader)
    found = retrieval.candidates(question) if question.least > 0 else Candidates()  # so low a threshold rules nobody out
    if found.ids is None:
        return rank(need, network, gatekeeper, weights)
    fitting = None if found.complete else len(rank(need, network, gatekeeper, weights).fitting)
    return rank_some(need, network, gatekeeper, weights, found.ids, fitting)


def rank_some(
    need: RoleNeed, network: Network, gatekeeper: Gatekeeper, weights: Weights, ids: Iterable[str], fitting: int | None = None
) -> Ranking:
    """Rank the people with these ids; ``fitting`` says how many of everybody fit, None that all who do are among them."""
    positions = np.array(sorted(network.position[one] for one in ids if one in network.position), dtype=int)
    some = network.some(positions)
    chosen, tiers = GatekeeperOfChosen(gatekeeper, positions, some), gatekeeper.tiers(need)
    view = View.of(need, some)
    whole = WholeNetwork(tiers, len(network.unread), fitting)
    return Ranking(need, some, chosen, weights, view, score(view, weights), tiers[positions], whole)


def only_fitting(ranking: Ranking) -> Ranking:
    """Return ``ranking``, of everybody, with those alone who fit: entries and counts stay as they are, and little is left to keep."""
    positions = np.sort(ranking.fitting)
    ids = [ranking.network.ids[position] for position in positions]
    found = rank_some(ranking.need, ranking.network, ranking.gatekeeper, ranking.weights, ids)
    whole = WholeNetwork(ranking.tiers, len(ranking.network.unread), rank_stability=ranking.rank_stability[positions])
    return replace(found, whole=whole)
