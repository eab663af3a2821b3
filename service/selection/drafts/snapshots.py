"""What is kept of a recommendation in a shortlist: the head, and of each person score parts, evidence, rules, conflicts and version."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.explanation.explanation import explain
from models.experts import Expert
from models.selection import SelectionRequest
from service.kit.problems import Conflict, NotFound
from service.kit.texts import REFERENCE_ONLY
from service.matches.recommendations.explanation_views import explanation_body
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.schemas import ExplanationBody
from service.matches.recommendations.views import head
from service.selection.requests.queries import asked_of

Snapshot = dict[str, Any]


def head_of(request: SelectionRequest, recommendations: Iterable[Recommendation], length: int) -> Snapshot:
    """Return what was asked, which model answered, and that it is for reference only."""
    return {
        "asked": asked_of(request),
        "answers": [head(found).model_dump(mode="json", include={"role", "model", "verdict", "counts"}) for found in recommendations],
        "reference_only": REFERENCE_ONLY.model_dump(),
        "length": length,
    }


def snapshots(session: Session, found: Recommendation, expert_ids: list[str]) -> dict[str, Snapshot]:
    """Return what is known of each person before the need of ``found``.

    Raises ``NotFound`` for somebody outside the network and ``Conflict`` for somebody who may not be proposed.
    """
    versions = sa.select(col(Expert.id), col(Expert.version)).where(col(Expert.id).in_(expert_ids))
    stored = {row[0]: row[1] for row in session.execute(versions)}
    return {expert_id: _snapshot(found, expert_id, stored.get(expert_id)) for expert_id in expert_ids}


def _snapshot(found: Recommendation, expert_id: str, version: int | None) -> Snapshot:
    ranking = found.ranking
    if expert_id not in ranking.network.position:
        raise NotFound.of(en="expert", vi="chuyên gia", identifier=expert_id)
    body = explanation_body(ranking, explain(ranking, expert_id))
    if body.gate:
        raise _not_proposed(body)
    items = ranking.network.profiles[ranking.network.position[expert_id]].items
    kinds = Counter(item.kind.value for item in items)
    years = next((rule.value for rule in body.rules if rule.rule == "R-YEARS"), None)
    return {**body.model_dump(mode="json"), "profile_version": version, "kinds": dict(sorted(kinds.items())), "years": years}


def _not_proposed(body: ExplanationBody) -> Conflict:
    reasons = {"en": "; ".join(reason.en for reason in body.gate), "vi": "; ".join(reason.vi for reason in body.gate)}
    return Conflict(
        "person_not_proposable",
        en=f"{body.expert.id} may not be proposed: {reasons['en']}",
        vi=f"Không thể đề xuất {body.expert.id}: {reasons['vi']}",
    )
