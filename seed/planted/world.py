"""A synthetic world as the matcher sees it, built from the packaged files alone, without a database."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from matching.gate.standing import GatePolicy
from matching.needs import Party, RoleNeed, Rule
from matching.network import Network
from matching.ranking.standings import Gatekeeper
from matching.ranking.weights import Weights
from matching.space.blend import Shares
from matching.space.encoded import Encoder
from matching.space.space import TextSpace, usual_shares
from matching.space.thesaurus import Concept, Thesaurus
from models.capabilities import Capability, ProductCapability, alternatives
from models.catalogue import Product
from models.rules import EligibilityRule, SignalWeight, WeightSet
from models.vocabulary import Language, NeedLevel, RoleCode, RoleFamily
from seed.catalogue.loader import read_catalogue
from seed.network.generator import generate
from seed.network.organisations import interested_parties
from seed.network.truth import Truth, truth
from seed.network.world import ROLES, WORLD_DATE


@dataclass(frozen=True)
class PlantedWorld:
    """One world, ready to be ranked, and its truth."""

    network: Network
    gatekeeper: Gatekeeper
    needs: dict[tuple[str, RoleCode], RoleNeed]
    answers: Truth


def build(seed: int, size: int, encoder: Encoder | None = None, shares: tuple[Shares, Shares] | None = None) -> PlantedWorld:
    """Generate the world of ``seed``, fit a text space on it, with other ``shares`` of its blocks if given, and vectorise its people."""
    profiles = [expert.profile for expert in generate(seed, size)]
    needs = needs_of(seed)
    briefs = [[text for _, text in need.briefs] for need in needs.values() if need.role is ROLES[0]]
    documents = [item.words for profile in profiles for item in profile.items]
    owners = [position for position, profile in enumerate(profiles) for _ in profile.items]
    texts = [text for brief in briefs for text in brief]
    owners += [-1] * len(texts)
    space = TextSpace.fit(thesaurus(), documents + texts, briefs, encoder, owners, shares or usual_shares(encoder))
    network = Network.build(space, profiles)
    return PlantedWorld(network, Gatekeeper(network, GatePolicy()), needs, truth(seed, size))


@cache
def thesaurus() -> Thesaurus:
    """Return the packaged capability thesaurus."""
    rows = [row for row in read_catalogue() if isinstance(row, Capability)]
    return Thesaurus(Concept(row.id, row.label_vi, row.label_en, (*row.aliases_vi, *row.aliases_en), row.parent_id) for row in rows)


@cache
def weights_of(family: RoleFamily) -> Weights:
    """Return the packaged current weights of a role family."""
    rows = read_catalogue()
    current = next(row for row in rows if isinstance(row, WeightSet) and row.family is family and row.current)
    of_signal = {
        row.signal: row.weight for row in rows if isinstance(row, SignalWeight) and row.family is family and row.version == current.version
    }
    return Weights(current.version, of_signal, current.fits, current.good, current.strong, current.tie)


def needs_of(seed: int) -> dict[tuple[str, RoleCode], RoleNeed]:
    """Return the needs of every product on the list in force for both roles, with the interested parties of the world of ``seed``."""
    rows = read_catalogue()
    parties: dict[str, list[Party]] = defaultdict(list)
    for party in interested_parties(seed):
        parties[party.product].append(Party(party.organisation_id, party.interest, party.product))
    products = [row for row in rows if isinstance(row, Product) and row.brief_en]
    capabilities = [row for row in rows if isinstance(row, ProductCapability)]
    rules = [row for row in rows if isinstance(row, EligibilityRule)]
    return {
        (product.id, role): _need(product, role, capabilities, rules, tuple(parties[product.id])) for product in products for role in ROLES
    }


def _need(
    product: Product, role: RoleCode, capabilities: list[ProductCapability], rules: list[EligibilityRule], parties: tuple[Party, ...]
) -> RoleNeed:
    wanted = {
        level: tuple(sorted(c.capability_id for c in capabilities if (c.product_id, c.role, c.level) == (product.id, role, level)))
        for level in NeedLevel
    }
    briefs = ((Language.VI, f"{product.name_vi}. {product.brief_vi}"), (Language.EN, f"{product.name_en}. {product.brief_en}"))
    return RoleNeed(
        product.id,
        role,
        briefs,
        wanted[NeedLevel.MUST],
        wanted[NeedLevel.NICE],
        wanted[NeedLevel.EXCLUDED],
        tuple(_rule(rule) for rule in sorted(rules, key=lambda rule: rule.rule_id) if rule.role is role),
        WORLD_DATE,
        parties,
        subjects=(briefs,),
        groups=tuple(alternatives(c for c in capabilities if (c.product_id, c.role) == (product.id, role)).values()),
    )


def _rule(rule: EligibilityRule) -> Rule:
    return Rule(
        rule.rule_id,
        rule.kind,
        rule.minimum,
        ((Language.VI, rule.label_vi), (Language.EN, rule.label_en)),
        ((Language.VI, rule.clause_vi), (Language.EN, rule.clause_en)),
    )
