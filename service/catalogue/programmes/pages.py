"""The pages of the mission: every national programme, and one with its targets, tasks, bodies, funding, products and sectors."""

from datetime import date

import sqlalchemy as sa
from fastapi import Response
from sqlmodel import col

from models.catalogue import Programme
from service.catalogue.programmes import queries
from service.catalogue.programmes.facts import NETWORK
from service.catalogue.programmes.words import OPERATORS, UNITS
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading

router = APIRouter(prefix="/programmes", include_in_schema=False)


@router.get("")
def programmes_page(session: Reading, reader: ReaderOfPage) -> Response:
    """Show all programmes, the latest first, the draft criteria apart from them, and what is said of the network."""
    rows = session.scalars(sa.select(Programme).order_by(col(Programme.adopted).desc(), col(Programme.code))).all()
    return reader.render(
        "catalogue/programmes/programmes.html",
        programmes=[queries.summary(row) for row in rows],
        counted=queries.counted(session),
        criteria=[queries.show_criterion(row) for row in queries.criteria(session)],
        network=NETWORK,
    )


@router.get("/{code}")
def programme_page(code: str, session: Reading, reader: ReaderOfPage) -> Response:
    """Show one programme."""
    programme = queries.whole(session, queries.find_programme(session, code))
    return reader.render(
        "catalogue/programmes/programme.html",
        programme=programme,
        whole_day=_day(programme.adopted),
        operators=OPERATORS,
        units=UNITS,
    )


def _day(adopted: str) -> date | None:
    """Return the day of adoption; None where only its month is known."""
    try:
        return date.fromisoformat(adopted)
    except ValueError:
        return None
