"""Makes the recruiting brief of a product and role from its ranking."""

from sqlmodel import Session

from matching.coverage.cells import count
from matching.coverage.gaps import NAMED, NearCandidate, gap
from matching.coverage.supply import Supply
from models.vocabulary import RuleKind
from service.catalogue.rules.queries import rule_sets, rules
from service.catalogue.rules.schemas import RuleView
from service.kit.places import named
from service.kit.problems import Invalid
from service.kit.texts import Text, text
from service.matches.coverage import schemas
from service.matches.coverage.situation import situation
from service.matches.coverage.views import VisibleSupply, capability_view, counts_view, person
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.rounding import rounded
from service.matches.recommendations.views import capability_reference, head

_KINDS = tuple(RuleKind)  # what is mandatory comes first


def recruiting_brief(
    session: Session, found: Recommendation, smallest: int, *, capability: str | None = None, people: bool = True
) -> schemas.RecruitingBrief:
    """Return the brief for a role, or for one required capability of it; without ``people`` it names nobody.

    Raises ``Invalid`` for a capability that the role does not require.
    """
    supply = Supply.of(found.ranking)
    if capability is not None and capability not in supply.need.must:
        required = ", ".join(supply.need.must)
        raise Invalid.field("capability", en=f"must be one of {required}", vi=f"phải là một trong {required}")
    missing = gap(supply, capability, NAMED if people else 0, smallest)
    everybody = VisibleSupply(supply, None, smallest)
    shown = [capability_view(everybody, one) for one in missing.wanted]
    return schemas.RecruitingBrief(
        **dict(head(found)),
        capability=capability_reference(supply.network, capability) if capability else None,
        open=missing.open,
        situation=text(situation(count(supply), missing.wanted[0] if capability else None)),
        numbers=counts_view(dict(count(supply).counts)),
        wanted=shown if people else [one.model_copy(update={"alone": None}) for one in shown],
        rules=_rules(session, found),
        pool=missing.pool,
        sub_networks=_places("sub_network", missing.where["sub_network"]),
        countries=_places("country", missing.where["country"]),
        nearest=[_near_view(supply, one) for one in missing.nearest],
    )


def _rules(session: Session, found: Recommendation) -> list[RuleView]:
    sets, version = rule_sets(session), found.inputs.rule_set
    mandatory_first = sorted(rules(session, {version}, found.inputs.need.role), key=lambda rule: _KINDS.index(rule.kind))
    return [RuleView.of(rule, id=rule.rule_id, rule_set=sets[rule.version]) for rule in mandatory_first]


def _places(dimension: str, where: dict[str, int | None]) -> list[schemas.PlaceCount]:
    most_first = sorted(where.items(), key=lambda one: (-(one[1] or 0), one[0]))
    return [schemas.PlaceCount(code=code, name=text(named(dimension, code)), people=number) for code, number in most_first]


def _near_view(supply: Supply, near: NearCandidate) -> schemas.NearView:
    profile = supply.network.profiles[supply.network.position[near.profile_id]]
    return schemas.NearView(
        person=person(supply.network, near.profile_id),
        country=profile.country,
        sub_network=profile.sub_network,
        score=rounded(near.score),
        fits=supply.weights.fits,
        rules=[
            schemas.RuleLack(
                rule=one.rule.id,
                label=Text(**dict(one.rule.label)),
                clause=Text(**dict(one.rule.clause)),
                found=one.value,
                minimum=one.rule.minimum,
            )
            for one in near.rules
        ],
        capabilities=[capability_reference(supply.network, one) for one in near.capabilities],
        hours_offered=near.hours_offered,
        hours_wanted=near.hours_wanted,
    )
