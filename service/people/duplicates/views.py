"""What is shown of pairs and of the records side by side."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from models.doubles import DuplicatePair
from models.experts import Evidence, Expert
from models.projects import Organisation
from models.vocabulary import EvidenceKind
from service.kit.texts import Text, text
from service.people.duplicates.queries import merges_of, people_of
from service.people.duplicates.schemas import MergeView, PairDetail, PairView, ReasonView, SideView, WorkView
from service.people.duplicates.words import REASONS


def pair_views(session: Session, found: Sequence[DuplicatePair]) -> list[PairView]:
    """Return the views of pairs, with the names of both."""
    people = people_of(session, found)
    return [_pair(pair, people) for pair in found]


def pair_detail(session: Session, pair: DuplicatePair) -> PairDetail:
    """Return a pair with both records side by side, and its merges."""
    people = people_of(session, [pair])
    sides = [_side(session, people[one]) for one in (pair.first_id, pair.second_id)]
    merges = [
        MergeView(kept=one.kept_id, merged=one.merged_id, **one.model_dump(include=set(MergeView.model_fields)))
        for one in merges_of(session, pair)
    ]
    return PairDetail(**_pair(pair, people).model_dump(), sides=sides, merges=merges)


def _pair(pair: DuplicatePair, people: dict[str, Expert]) -> PairView:
    return PairView(
        first=pair.first_id,
        first_name=people[pair.first_id].display_name,
        second=pair.second_id,
        second_name=people[pair.second_id].display_name,
        probability=round(pair.probability, 4),
        reasons=[_reason(code, weight) for code, weight in pair.reasons],
        **pair.model_dump(include={"id", "verdict", "model", "found_at", "state", "decided_by", "decided_at", "reason"}),
    )


def _reason(code: str, weight: float) -> ReasonView:
    return ReasonView(code=code, supports=weight > 0, text=text(REASONS[code]))


def _side(session: Session, expert: Expert) -> SideView:
    joined = sa.select(Evidence, col(Organisation.name)).outerjoin(Organisation).where(col(Evidence.expert_id) == expert.id)
    rows = session.execute(joined.order_by(col(Evidence.starts).desc(), col(Evidence.id))).all()
    works = [WorkView(organisation=row[1], **row[0].model_dump(include=set(WorkView.model_fields))) for row in rows]
    employers = dict.fromkeys(row[1] for row in rows if row[1] and row[0].kind is EvidenceKind.POSITION)
    plain = expert.model_dump(include=set(SideView.model_fields))
    return SideView(headline=Text.of(expert, "headline"), employers=list(employers), evidence=works, **plain)
