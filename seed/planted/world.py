"""A synthetic world as the matcher sees it, built from the packaged files alone, without a database."""

from dataclasses import dataclass

from matching.gate.result import GatePolicy
from matching.needs import RoleNeed
from matching.network import Network
from matching.ranking.gatekeeper import Gatekeeper
from matching.space.encoded import Encoder
from models.vocabulary import RoleCode
from seed.network.generator import generate
from seed.network.truth import Truth, truth
from seed.planted.needs import needs_of
from seed.readers.shipped import reader_for


@dataclass(frozen=True)
class PlantedWorld:
    """One world, ready to be ranked, and its truth."""

    network: Network
    gatekeeper: Gatekeeper
    needs: dict[tuple[str, RoleCode], RoleNeed]
    answers: Truth


def build(seed: int, size: int, encoder: Encoder | None = None) -> PlantedWorld:
    """Generate the world of ``seed`` and read its people with the readers that ship; nothing is fitted to them."""
    network = Network.build(reader_for(encoder), [expert.profile for expert in generate(seed, size)])
    return PlantedWorld(network, Gatekeeper(network, GatePolicy()), needs_of(seed), truth(seed, size))
