"""What the shipped catalogue asks of each role for each product, and what signals weigh, without a database."""

from collections import defaultdict
from functools import cache

from matching.needs import Party, RoleNeed, Rule
from matching.ranking.weights import Weights
from models.capabilities import ProductCapability, alternatives
from models.catalogue import Product
from models.rules import EligibilityRule, SignalWeight, WeightSet
from models.vocabulary import Language, NeedLevel, RoleCode, RoleFamily
from seed.catalogue.loader import read_catalogue
from seed.network.organisations import interested_parties
from seed.network.world import ROLES, WORLD_DATE


@cache
def weights_of(family: RoleFamily) -> Weights:
    """Return the packaged current weights of a role family."""
    rows = read_catalogue()
    current = next(row for row in rows if isinstance(row, WeightSet) and row.family is family and row.current)
    of_signal = {
        row.signal: row.weight for row in rows if isinstance(row, SignalWeight) and row.family is family and row.version == current.version
    }
    return Weights(current.version, of_signal, current.fits, current.good, current.strong, current.tie, current.whole_role)


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
