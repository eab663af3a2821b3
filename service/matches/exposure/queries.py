"""Makes the exposure report from the cells that the overview keeps, and shows what a policy would do to one list."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import numpy as np
import structlog
from sqlmodel import Session

from matching.coverage.supply import Counted, Supply
from matching.exposure.rates import Rate
from matching.exposure.report import DOMESTIC, HOME, OVERSEAS, Method, report
from matching.profiles import Profile
from matching.ranking.diversity import DiversityPolicy, apply
from service.catalogue.products.queries import default_list
from service.identity.access.viewer import Viewer
from service.kit.problems import Invalid, Unavailable
from service.kit.settings import Settings
from service.kit.texts import REFERENCE_ONLY, text
from service.matches.coverage.views import person
from service.matches.exposure import schemas
from service.matches.exposure.labels import YARDSTICK, group_name
from service.matches.recommendations.overview import Overview
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.rounding import rounded
from service.matches.recommendations.views import head

log = structlog.get_logger()
GROUP_OF: dict[str, Callable[[Profile], str]] = {
    "sub_network": lambda profile: profile.sub_network,
    "country": lambda profile: profile.country,
    "residence": lambda profile: DOMESTIC if profile.country == HOME else OVERSEAS,
}


def exposure_report(session: Session, overview: Overview, first: int, viewer: Viewer) -> schemas.ExposureReport:
    """Return the report on the first ``first`` places of every list; raises ``Unavailable`` without a catalogue."""
    catalogue = default_list(session) or ""
    supplies = [cell.supply for cell in overview.cells(session, catalogue, viewer) if cell.supply is not None]
    if not supplies:
        raise Unavailable(
            "catalogue_not_loaded",
            en="No catalogue is loaded: run `vinmatch seed --catalogue-only`.",
            vi="Chưa nạp danh mục: hãy chạy `vinmatch seed --catalogue-only`.",
        )
    method = _method(overview.recommender.settings, supplies[0], first)
    found = report(supplies, method)
    rates = {dimension: _rate_views(dimension, of) for dimension, of in found.groups.items()}
    return schemas.ExposureReport(
        catalogue=catalogue,
        on=method.on,
        first=first,
        smallest_shown=method.minimum,
        lists=found.lists,
        people=found.people,
        shown=found.shown,
        share_shown=rounded(found.share_shown),
        places=found.places,
        gini=rounded(found.gini),
        top=[schemas.TopShare(of_people=share, of_places=rounded(part)) for share, part in found.top.items()],
        sub_networks=rates["sub_network"],
        countries=rates["country"],
        residence=rates["residence"],
        career_stages=rates["career_stage"],
        yardstick=text(YARDSTICK),
        reference_only=REFERENCE_ONLY,
    )


def _method(settings: Settings, supply: Supply, first: int) -> Method:
    return Method(
        on=supply.need.selection_date,
        first=first,
        minimum=settings.smallest_group_shown,
        boundaries=settings.career_stage_years,
        tolerated_gap=timedelta(days=settings.tolerated_gap_days),
    )


def _rate_views(dimension: str, found: Sequence[Rate]) -> list[schemas.RateView]:
    return [
        schemas.RateView(
            code=one.label,
            name=text(group_name(dimension, one.label)),
            people=one.people,
            shown=one.shown,
            rate=None if one.rate is None else rounded(one.rate),
            ratio=None if one.ratio is None else rounded(one.ratio),
            below_four_fifths=one.below_four_fifths,
            low=None if one.low is None else rounded(one.low),
            high=None if one.high is None else rounded(one.high),
            firmly_below=one.firmly_below,
        )
        for one in found
    ]


def diversity_effect(found: Recommendation, wanted: schemas.PolicyView) -> schemas.DiversityEffect:
    """Return what the policy ``wanted`` would do to a list; nothing is kept but a line in the log. Raises ``Invalid`` for more than all."""
    if wanted.at_least > wanted.first:
        raise Invalid.field("at_least", en=f"must be at most first ({wanted.first})", vi=f"không được lớn hơn first ({wanted.first})")
    supply, label_of = Supply.of(found.ranking), GROUP_OF[wanted.dimension]
    network = supply.network
    # Only who has shown every mandatory rule is moved up: a policy never passes over a rule.
    belongs = np.array([label_of(profile) == wanted.code for profile in network.profiles], dtype=bool) & supply.people[Counted.READY]
    after = apply(DiversityPolicy(wanted.at_least, wanted.first), supply.order, belongs, supply.total)
    log.info("diversity policy", subject=supply.need.subject_id, role=supply.need.role, met=after.met, cost=after.cost, **dict(wanted))
    ids = [network.profiles[int(position)].id for position in after.order]
    beginning = head(found)
    return schemas.DiversityEffect(
        subject=beginning.subject,
        role=beginning.role,
        policy=wanted,
        met=after.met,
        cost=rounded(after.cost),
        moves=[
            schemas.MoveView(person=person(network, network.profiles[move.position].id), before=move.before, after=move.after)
            for move in after.moves
        ],
        order=[person(network, one) for one in ids],
        reference_only=REFERENCE_ONLY,
    )
