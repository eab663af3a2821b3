"""The ranking: everybody before a need, gated, scored and ordered once; lists, counts and explanations read from it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.gate.result import GateResult, Tier
from matching.needs import RoleNeed
from matching.network import Network
from matching.ranking.confidence import Confidence, confidence
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.score import Scores, score
from matching.ranking.stability import CONSIDERED, rank_stability
from matching.ranking.weights import Band, Weights
from matching.readers.roles import DIMENSIONS
from matching.signals.dimensions import OF_FAMILY
from matching.signals.view import SHOWN, View

_ELIGIBLE, _MISSING, _GATED = (tuple(Tier).index(tier) for tier in (Tier.ELIGIBLE, Tier.EVIDENCE_MISSING, Tier.GATED))


@dataclass(frozen=True, slots=True)
class Part:
    """What one signal adds to a score: value times weight."""

    signal: str
    value: float
    weight: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One person on a ranking; ``rank`` counts from 1, tied entries share ``tie_group``.

    ``covered`` and ``missing`` are the required capabilities, ``groups_shown`` counts the groups of them of which any is shown.
    ``rank_stability`` is the share of small changes of the weights under which the person is among the first ``stability.FIRST``.
    """

    profile_id: str
    rank: int
    tie_group: int
    tier: Tier
    score: float
    band: Band
    parts: tuple[Part, ...]
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    confidence: Confidence
    rank_stability: float
    groups_shown: int
    groups_asked: int


@dataclass(frozen=True, slots=True)
class WholeNetwork:
    """The network behind a ranking of some: the ``tiers`` of everybody, how many are not read, and how many fit where that is known.

    ``rank_stability`` (some,) is that of those who are ranked, where it was told among everybody.
    """

    tiers: np.ndarray
    unread: int
    fitting: int | None = None
    rank_stability: np.ndarray | None = None


@dataclass(frozen=True)
class Ranking:
    """Everybody who may be proposed for ``need``, in order; with ``whole`` those of everybody whom an engine chose.

    Those who fit stand before the rest; then the score decides, then the id. A hard rule that is not shown is a question to the person:
    it stands beside the place, as the tier, and does not move it.
    """

    need: RoleNeed
    network: Network
    gatekeeper: Gatekeeper
    weights: Weights
    view: View
    scores: Scores
    tiers: np.ndarray
    whole: WholeNetwork | None = None

    @cached_property
    def order(self) -> np.ndarray:
        """Return the positions of all ungated profiles, best first: those who fit, then the rest; in each by the score."""
        proposed = np.flatnonzero(self.tiers != _GATED)
        order: np.ndarray = proposed[np.lexsort((proposed, -self.scores.total[proposed], ~self.fits[proposed]))]
        return order

    @cached_property
    def fitting(self) -> np.ndarray:
        """Return the beginning of ``order``: those who reach the threshold."""
        fitting: np.ndarray = self.order[self.fits[self.order]]
        return fitting

    @cached_property
    def fits(self) -> np.ndarray:
        """Return whose score reaches the threshold and who may fit, whatever the gate says, shape (profiles,)."""
        reached: np.ndarray = (self.scores.total >= self.weights.fits) & self.may_fit
        return reached

    @cached_property
    def may_fit(self) -> np.ndarray:
        """Return who shows every dimension of the role, one in which somebody shows nothing being no role; a text asks for none."""
        if self.need.text_only:
            return np.ones(len(self.tiers), dtype=bool)
        columns = [DIMENSIONS.index(dimension) for dimension in OF_FAMILY[self.need.role.family]]
        weakest: np.ndarray = self.network.surely[:, columns].min(axis=1)
        return weakest >= self.weights.whole_role

    @property
    def nobody_fits(self) -> bool:
        """Return whether no eligible person reaches the threshold: a valid answer, never filled up."""
        return not any(self.tiers[position] == _ELIGIBLE for position in self.fitting)

    def counts(self) -> dict[str, int]:
        """Return how many people are considered, eligible, lack evidence, are gated, fit, and are not read yet (of those who are gated)."""
        whole = self.whole or WholeNetwork(self.tiers, len(self.network.unread))
        found = np.bincount(whole.tiers, minlength=len(Tier))
        return {
            "considered": len(whole.tiers),
            "eligible": int(found[_ELIGIBLE]),
            "evidence_missing": int(found[_MISSING]),
            "gated": int(found[_GATED]),
            "fitting": len(self.fitting) if whole.fitting is None else whole.fitting,
            "not_read": whole.unread,
        }

    def entries(self, start: int = 0, stop: int | None = None, *, everybody: bool = False) -> list[Entry]:
        """Return the entries from ``start`` to ``stop`` of the fitting people, or of everybody who may be proposed."""
        order = self.order if everybody else self.fitting
        groups = self._tie_groups(order)
        chosen = range(len(order))[start:stop]
        return [self._entry(int(order[index]), index + 1, groups[index]) for index in chosen]

    def reweighed(self, weights: Weights) -> "Ranking":
        """Return the ranking of the same people for the same need under other ``weights``; the same bytes as ``rank`` gives."""
        return Ranking(self.need, self.network, self.gatekeeper, weights, self.view, score(self.view, weights), self.tiers, self.whole)

    def gate_result(self, position: int) -> GateResult:
        """Return how the profile at ``position`` stands before the gate."""
        return self.gatekeeper.gate_result(self.need, position)

    def band(self, position: int) -> Band:
        """Return the band of one person's score; strong takes at least half of the groups of required capabilities."""
        total, may_be_strong = float(self.scores.total[position]), bool(self.may_be_strong[position])
        return self.weights.band(total, may_be_strong=may_be_strong, may_fit=bool(self.may_fit[position]))

    @cached_property
    def may_be_strong(self) -> np.ndarray:
        """Return who shows at least half of the groups of required capabilities, shape (profiles,)."""
        shown: np.ndarray = (self.view.group_credits >= SHOWN).sum(axis=1) >= len(self.need.groups) / 2
        return shown

    def _tie_groups(self, order: np.ndarray) -> list[int]:
        groups: list[int] = []
        first = np.inf
        for total in self.scores.total[order].tolist():
            if first - total >= self.weights.tie:
                first = total
                groups.append(groups[-1] + 1 if groups else 1)
            else:
                groups.append(groups[-1])
        return groups

    def _entry(self, position: int, rank: int, tie_group: int) -> Entry:
        covered, missing = self.covered(position)
        total = float(self.scores.total[position])
        tier = tuple(Tier)[int(self.tiers[position])]
        profile_id = self.network.ids[position]
        sure, stable = confidence(float(self.view.total_relevance[position])), float(self.rank_stability[position])
        band, parts = self.band(position), self.parts(position)
        groups_shown, groups_asked = int(self.groups_shown(position).sum()), len(self.need.groups)
        return Entry(profile_id, rank, tie_group, tier, total, band, parts, covered, missing, sure, stable, groups_shown, groups_asked)

    @cached_property
    def rank_stability(self) -> np.ndarray:
        """Return the share of small changes of the weights under which each profile is among the first, 0 for the gated, (profiles,)."""
        if self.whole is not None and self.whole.rank_stability is not None:
            return self.whole.rank_stability
        found = np.zeros(len(self.tiers))
        codes = [signal.code for signal in self.scores.signals]
        first = self.order[:CONSIDERED]
        found[first] = rank_stability(self.scores.values[first], self.weights, codes, self.may_fit[first])
        return found

    def parts(self, position: int) -> tuple[Part, ...]:
        """Return the parts of one person's score, in the order of the signals."""
        values, parts = self.scores.values[position].tolist(), self.scores.parts[position].tolist()
        return tuple(
            Part(signal.code, value, self.weights.of_signal.get(signal.code, 0.0), part)
            for signal, value, part in zip(self.scores.signals, values, parts, strict=True)
        )

    def covered(self, position: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return which required capabilities a person's evidence shows, and which it does not."""
        shown = self.view.must_credits[position] >= SHOWN
        must = self.need.must
        return tuple(c for c, s in zip(must, shown, strict=True) if s), tuple(c for c, s in zip(must, shown, strict=True) if not s)

    def groups_shown(self, position: int) -> np.ndarray:
        """Return which groups of required capabilities a person's evidence shows, one member being enough, shape (groups,)."""
        shown: np.ndarray = self.view.group_credits[position] >= SHOWN
        return shown

    @cached_property
    def item_weights(self) -> np.ndarray:
        """Return how much each item counted towards each signal, shape (items, signals); everybody's citations are read from it."""
        return np.column_stack([signal.weigh(self.view) for signal in self.scores.signals])


def rank(need: RoleNeed, network: Network, gatekeeper: Gatekeeper, weights: Weights) -> Ranking:
    """Rank everybody in ``network`` for ``need``: the one way to a list, a count, an explanation, a pair, a plan and an export."""
    view = View.of(need, network)
    return Ranking(need, network, gatekeeper, weights, view, score(view, weights), gatekeeper.tiers(need))
