"""Who stands behind the ids of a plan today: names are read here, and whoever withdrew has none."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from matching.network import Network
from matching.profiles import Profile
from models.vocabulary import ConsentPurpose
from service.kit.languages import Bilingual
from service.matches.network.live import read_stored
from service.matches.plans.schemas import PersonView
from service.matches.plans.sentences import OUTDATED
from service.matches.recommendations.recommending import Recommender


@dataclass(frozen=True, slots=True)
class People:
    """Reads people from the network as it is now."""

    network: Network

    @classmethod
    def now(cls, session: Session, recommender: Recommender) -> "People":
        """Return the people as ``session`` sees them, or newer."""
        return cls(recommender.live.snapshot(session, read_stored(session)).network)

    def shown(self, person: str) -> Profile | None:
        """Return somebody who consents to matching and neither objected nor restricted it; None for everybody else."""
        position = self.network.position.get(person)
        profile = None if position is None else self.network.profiles[position]
        return profile if profile and ConsentPurpose.MATCHING in profile.consents and not profile.stops else None

    def view(self, person: str) -> PersonView:
        """Return somebody as an answer shows them."""
        profile = self.shown(person)
        if profile is None:
            return PersonView(id=person, display_name=None, country=None, withdrawn=True, synthetic=False)
        return PersonView(id=person, display_name=profile.name, country=profile.country, withdrawn=False, synthetic=profile.synthetic)

    def name(self, person: str) -> Bilingual:
        """Return what a sentence calls somebody."""
        profile = self.shown(person)
        return OUTDATED if profile is None else Bilingual(profile.name, profile.name)

    def names(self, people: Iterable[str]) -> dict[str, Bilingual]:
        """Return what sentences call these people."""
        return {person: self.name(person) for person in people}

    def withdrawn(self, people: Iterable[str]) -> frozenset[str]:
        """Return who of these may no longer be shown."""
        return frozenset(person for person in people if self.shown(person) is None)
