"""Worlds that several tests look at, generated once."""

from dataclasses import dataclass
from functools import cache

from matching.profiles import Profile
from models.vocabulary import ConsentPurpose, RelationStatus, RoleCode
from seed.network.experts import SyntheticExpert
from seed.network.generator import generate
from seed.network.organisations import bidders_for
from seed.network.truth import Truth, truth

SEEDS = (101, 102, 103)
SIZE = 2_000


@dataclass(frozen=True, repr=False)
class World:
    seed: int
    experts: dict[str, SyntheticExpert]
    truth: Truth

    @property
    def profiles(self) -> list[Profile]:
        return [expert.profile for expert in self.experts.values()]

    def gated(self, profile: Profile, product: str, role: RoleCode) -> bool:
        """Say whether consent, willingness or a conflict of interest keeps a person from a cell."""
        bidders = bidders_for(self.seed, product)
        tied = any(tie.organisation_id in bidders and tie.status is not RelationStatus.DISMISSED for tie in profile.relations)
        return ConsentPurpose.MATCHING not in profile.consents or profile.willingness(role) is False or tied


@cache
def world(seed: int, size: int = SIZE) -> World:
    return World(seed, {expert.profile.id: expert for expert in generate(seed, size)}, truth(seed, size))
