"""A draft with nine people, as a large network gives one; in a small one the coordinator adds them by name."""

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.accounts import Account
from models.database import reading, writing
from models.vocabulary import AccountRole
from models.vocabulary.selection import ChoiceKind
from service.catalogue.subjects.contents import SubjectKind
from service.front.command_line.demo_work import REASON, ROLE, Selection, Stage
from service.kit.settings import Settings
from service.matches.recommendations.recommending import Recommender
from service.selection.drafts.operations import choose
from service.selection.drafts.schemas import ChoiceInput

PRODUCT = "P17"
PEOPLE = 9


def add_crowded_draft(engine: Engine, settings: Settings) -> None:
    """Draft a list for ``PRODUCT`` and add the next best until it has ``PEOPLE`` people."""
    recommender = Recommender(settings)
    with reading(engine) as session:
        ranking = recommender.recommend(session, SubjectKind.PRODUCT, PRODUCT, ROLE).ranking
    best = [ranking.network.profiles[position].id for position in ranking.order[:PEOPLE].tolist()]
    with writing(engine) as session:
        coordinator = session.scalars(sa.select(Account).where(col(Account.email).startswith(AccountRole.COORDINATOR))).one()
        stage = Stage(session, recommender, settings, coordinator)
        crowded = Selection(stage, PRODUCT)
        crowded.ask(stage.by(0))
        crowded.draft(stage.by(0))
        for expert in best[len(ranking.fitting) :]:
            choice = ChoiceInput(role=ROLE, expert_id=expert, kind=ChoiceKind.ADD, reason=REASON)
            choose(session, stage.by(0), crowded.request, crowded.shortlist, choice, recommender)
