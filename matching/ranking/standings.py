"""The gate over a whole network, remembered per role, rules and date, because a person's standing rarely changes."""

from collections import OrderedDict
from datetime import date

import numpy as np

from matching.gate.standing import GatePolicy, Standing, Tier, stand
from matching.needs import RoleNeed, Rule
from matching.network import Network
from models.vocabulary import RoleCode

_REMEMBERED = 32
_Key = tuple[RoleCode, tuple[Rule, ...], date]


class Gatekeeper:
    """Gives the standing of everybody for a need; ``stand`` alone decides, what it said is only remembered."""

    def __init__(self, network: Network, policy: GatePolicy, before: "Gatekeeper | None" = None) -> None:
        self.network = network
        self.policy = policy
        self._remembered: OrderedDict[_Key, tuple[list[Standing], np.ndarray]] = OrderedDict()
        if before is not None and before.policy == policy:
            self._carry_over(before)

    def tiers(self, need: RoleNeed) -> np.ndarray:
        """Return the tier of every profile as its position in ``Tier``, shape (profiles,)."""
        _, tiers = self._general(need)
        special = self._special(need)
        if not special:
            return tiers
        tiers = tiers.copy()
        for position in special:
            tiers[position] = _code(stand(self.network.profiles[position], need, self.policy))
        return tiers

    def standing(self, need: RoleNeed, position: int) -> Standing:
        """Return the standing of one profile."""
        return stand(self.network.profiles[position], need, self.policy)

    def _general(self, need: RoleNeed) -> tuple[list[Standing], np.ndarray]:
        key = (need.role, need.rules, need.selection_date)
        if key not in self._remembered:
            general = _general_need(key)
            standings = [stand(profile, general, self.policy) for profile in self.network.profiles]
            self._remember(key, standings)
        self._remembered.move_to_end(key)
        return self._remembered[key]

    def _remember(self, key: _Key, standings: list[Standing]) -> None:
        self._remembered[key] = (standings, np.array([_code(standing) for standing in standings], dtype=np.int8))
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)

    def _special(self, need: RoleNeed) -> list[int]:
        """Return whom the need's own facts may gate: people tied to a bidder, and people who leave before a later start."""
        bound = {position for organisation in need.bidders for position in self.network.bound_to.get(organisation, ())}
        leaving = np.flatnonzero(self.network.leaving < need.starts.toordinal()) if need.starts else []
        return sorted(bound | {int(position) for position in leaving})

    def _carry_over(self, before: "Gatekeeper") -> None:
        known = {id(profile): position for position, profile in enumerate(before.network.profiles)}
        for key, (standings, _) in before._remembered.items():
            general = _general_need(key)
            carried = [
                standings[known[id(profile)]] if id(profile) in known else stand(profile, general, self.policy)
                for profile in self.network.profiles
            ]
            self._remember(key, carried)


def _code(standing: Standing) -> int:
    return tuple(Tier).index(standing.tier)


def _general_need(key: _Key) -> RoleNeed:
    """Return a need that has a role, rules and a date, and nothing of a subject."""
    role, rules, selection_date = key
    return RoleNeed("", role, (), (), (), (), rules, selection_date)
