"""The gate over a whole network, remembered per role, rules and date, because what the gate says of a person rarely changes."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

import numpy as np

from matching.gate.conflicts import Insider, counted_parties, insiders_of
from matching.gate.result import MAY_NOT_PROCESS, GatePolicy, GateReason, GateResult, Tier, gated_by_subject, judge_gate
from matching.needs import RoleNeed, Rule
from matching.network import Network
from models.vocabulary import RoleCode

_REMEMBERED = 32
_NEEDS_REMEMBERED = 256
_GATED = tuple(Tier).index(Tier.GATED)
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
GateKey = tuple[RoleCode, tuple[Rule, ...], date, bool]


class GateResults(NamedTuple):
    """The tier of every profile as its position in ``Tier``, and (profiles, reasons) what holds it back."""

    tiers: np.ndarray
    held: np.ndarray


class Gatekeeper:
    """Gives the gate results of everybody for a need; ``judge_gate`` alone decides, what it said is only remembered."""

    def __init__(
        self, network: Network, policy: GatePolicy, before: "Gatekeeper | None" = None, kept: Mapping[str, GateResults] | None = None
    ) -> None:
        """``before`` is the gatekeeper of the network that this one was made of; ``kept`` holds what one of this network has ``judged``."""
        self.network = network
        self.policy = policy
        self._kept = kept or {}
        # Replaced, never changed in place: threads share a gatekeeper.
        self._remembered: dict[GateKey, GateResults] = {}
        self._of_needs: dict[RoleNeed, np.ndarray] = {}
        self._insiders_of: dict[RoleNeed, list[Insider]] = {}
        self._held_of_needs: dict[RoleNeed, tuple[int, ...]] = {}
        if before is not None and before.policy == policy:
            for key, judged in before.remembered():
                self._remember(key, self._carried(key, judged, before.network))

    @property
    def everybody(self) -> Network:
        """Return the network in which insiders are looked for."""
        return self.network

    def tiers(self, need: RoleNeed) -> np.ndarray:
        """Return the tier of every profile as its position in ``Tier``, shape (profiles,), not to be written to."""
        known = self._of_needs.get(need)
        if known is None:
            known = self._judged_for(need)
            known.setflags(write=False)
            self._of_needs = _with(self._of_needs, need, known, _NEEDS_REMEMBERED)
        return known

    def _judged_for(self, need: RoleNeed) -> np.ndarray:
        tiers = self._general(need).tiers
        insiders = self._insiders(need)
        special = self._special(need, insiders)
        unread = self._unread
        if not special and not len(unread):
            return tiers
        tiers = tiers.copy()
        tiers[unread] = _GATED
        for position in special:
            if gated_by_subject(self.network.profiles[position], need, self.policy, insiders):
                tiers[position] = _GATED
        return tiers

    def free_of(self, need: RoleNeed, *reasons: GateReason) -> np.ndarray:
        """Return whom none of ``reasons`` holds back, shape (profiles,)."""
        columns = [tuple(GateReason).index(reason) for reason in reasons]
        free: np.ndarray = np.logical_not(self._general(need).held[:, columns].any(axis=1))
        if GateReason.NOT_READ in reasons:
            free[self._unread] = False
        for position in self._special(need, self._insiders(need)):
            free[position] = set(reasons).isdisjoint(self.gate_result(need, position).reasons)
        return free

    def held_back(self, need: RoleNeed) -> tuple[int, ...]:
        """Return how many people each reason holds back, in the order of ``GateReason``."""
        known = self._held_of_needs.get(need)
        if known is None:
            known = tuple(self.held(need).sum(axis=0).tolist())
            self._held_of_needs = _with(self._held_of_needs, need, known, _NEEDS_REMEMBERED)
        return known

    def held(self, need: RoleNeed) -> np.ndarray:
        """Return which reasons hold each profile back, as ``gate_result`` says it, shape (profiles, reasons)."""
        held = self._general(need).held.copy()
        forbidding = [tuple(GateReason).index(reason) for reason in MAY_NOT_PROCESS]
        may_be_told = np.logical_not(np.any(held[self._unread][:, forbidding], axis=1))
        held[self._unread, tuple(GateReason).index(GateReason.NOT_READ)] = may_be_told
        for position in self._special(need, self._insiders(need)):
            reasons = self.gate_result(need, position).reasons
            held[position] = [reason in reasons for reason in GateReason]
        return held

    def gate_result(self, need: RoleNeed, position: int) -> GateResult:
        """Return the gate result of one profile; of an unread person it says only that, unless the person's word forbids it."""
        profile = self.network.profiles[position]
        found = judge_gate(profile, need, self.policy, self._insiders(need))
        if profile.id not in self.network.unread or MAY_NOT_PROCESS & set(found.reasons):
            return found
        return replace(found, reasons=(GateReason.NOT_READ, *found.reasons))

    @cached_property
    def _unread(self) -> np.ndarray:
        """Return the positions of those who are not read yet."""
        return np.array([self.network.position[identifier] for identifier in sorted(self.network.unread)], dtype=int)

    def _general(self, need: RoleNeed) -> GateResults:
        key = (need.role, need.rules, need.selection_date, need.text_only)
        known = self._remembered.get(key)
        if known is not None:
            return known
        kept = self._kept.get(key_name(key, self.policy))
        return self._remember(key, kept or self._judged(key, range(len(self.network.ids))))

    def _judged(self, key: GateKey, positions: Iterable[int]) -> GateResults:
        general = _general_need(key)
        results = [judge_gate(self.network.profiles[position], general, self.policy) for position in positions]
        held = np.array([[reason in gate_result.reasons for reason in GateReason] for gate_result in results], dtype=bool)
        tiers = np.array([_code(gate_result) for gate_result in results], dtype=np.int8)
        return GateResults(tiers, held.reshape(len(results), len(GateReason)))

    def _remember(self, key: GateKey, judged: GateResults) -> GateResults:
        self._remembered = _with(self._remembered, key, judged, _REMEMBERED)
        return judged

    def _special(self, need: RoleNeed, insiders: list[Insider]) -> list[int]:
        """Return whom the need's own facts may gate.

        These are people tied to a party, to an insider of one, or judged to be; and people who leave before a later start.
        """
        found = set(self._bound(need))
        for insider in insiders:
            found.update(self.network.bonds.get(insider.profile.id, ()))
        for subject in {need.subject_id, *(party.subject_id for party in need.parties)}:
            found.update(self.network.judged.get(subject, ()))
        if need.starts is not None:
            found.update(np.flatnonzero(self.network.leaving < need.starts.toordinal()).tolist())
        return sorted(found)

    def _insiders(self, need: RoleNeed) -> list[Insider]:
        known = self._insiders_of.get(need)
        if known is None:
            bound = (self.network.profiles[position] for position in sorted(set(self._bound(need))))
            people = [profile for profile in bound if profile.id in self.network.bonds]  # nobody is reached through the others
            known = insiders_of(need, people, self.policy.conflicts)
            self._insiders_of = _with(self._insiders_of, need, known, _NEEDS_REMEMBERED)
        return known

    def _bound(self, need: RoleNeed) -> list[int]:
        parties = counted_parties(need, self.policy.conflicts)
        return [position for party in parties for position in self.network.bound_to.get(party.organisation_id, ())]

    def remembered(self) -> list[tuple[GateKey, GateResults]]:
        """Return what is remembered, oldest first."""
        return list(self._remembered.items())

    def judged(self) -> dict[str, GateResults]:
        """Return what is known, by a name of role, rules, date and policy, to be kept with the network."""
        return {**self._kept, **{key_name(key, self.policy): judged for key, judged in self.remembered()}}

    def _carried(self, key: GateKey, judged: GateResults, before: Network) -> GateResults:
        """Return the gate results of this network, taking over those of profiles that were not read anew."""
        token, places = self.network.origin
        if self.network is before:
            return judged
        places = places if token is before.token else np.full(len(places), -1)
        fresh = np.flatnonzero(places < 0)
        found = GateResults(judged.tiers[places], judged.held[places]) if len(judged.tiers) else self._judged(key, fresh.tolist())
        if len(judged.tiers):
            found.tiers[fresh], found.held[fresh] = self._judged(key, fresh.tolist())
        return found


def key_name(key: GateKey, policy: GatePolicy) -> str:
    """Return the name of what gate results depend on besides the people: 32 hexadecimal digits."""
    windows = sorted((kind.value, window.days) for kind, window in policy.conflicts.cooling_off.items())
    said = (key, policy.gaps, windows, sorted(policy.conflicts.interests), policy.fewest_items)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def _code(gate_result: GateResult) -> int:
    return tuple(Tier).index(gate_result.tier)


def _general_need(key: GateKey) -> RoleNeed:
    """Return a need that has a role, rules and a date, and nothing of a subject."""
    role, rules, selection_date, text_only = key
    return RoleNeed("", role, (), (), (), (), rules, selection_date, text_only=text_only)


def _with(known: dict[_Key, _Value], key: _Key, value: _Value, most: int) -> dict[_Key, _Value]:
    """Return what is ``known`` with one more, of which the youngest stay."""
    return {**dict(list(known.items())[1 - most :]), key: value}
