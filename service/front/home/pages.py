"""The front door: what waits for whoever is signed in, what this is for whoever is not; help, about and contact."""

import sqlalchemy as sa
from fastapi import Request, Response
from sqlmodel import Session, col

from models.catalogue import Product
from models.experts import Expert
from service.catalogue.products.queries import default_list
from service.front import rooms
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Now
from service.identity.access.waiting import PendingTasksQuery, Waiting
from service.identity.accounts.words import ROLE_NAMES
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading

router = APIRouter(include_in_schema=False)
EXAMPLE = "P24"
"""The product of the example on the help page, whose name the example says."""


@router.get("/")
def home_page(request: Request, viewer: CurrentViewer, now: Now, reader: ReaderOfPage, session: Reading) -> Response:
    """Show what waits for the viewer; to somebody who is not signed in, what this is and what to try."""
    if not viewer.signed_in:
        return reader.render("front/home/welcome.html", reads=may(viewer, Operation.READ_MATCHES) is True, **_figures(session))
    asked = PendingTasksQuery(request, session, viewer, now)
    roles = [ROLE_NAMES[role] for role in sorted(viewer.roles)]
    return reader.render("front/home/home.html", sections=sections_for(asked), roles=roles)


@router.get("/help")
def help_page(viewer: CurrentViewer, reader: ReaderOfPage, session: Reading) -> Response:
    """Explain how to work with the service, with an example to walk through and the steps of each role."""
    product = EXAMPLE if session.get(Product, EXAMPLE) else None
    return reader.render("front/home/help.html", reads=may(viewer, Operation.READ_MATCHES) is True, product=product)


@router.get("/about")
def about_page(viewer: CurrentViewer, reader: ReaderOfPage) -> Response:
    """Say what the service is, whose it is, and what it does not do."""
    return reader.render("front/home/about.html", asked=viewer)


@router.get("/contact")
def contact_page(viewer: CurrentViewer, reader: ReaderOfPage) -> Response:
    """Say whom to ask for what."""
    return reader.render("front/home/contact.html", asked=viewer)


def sections_for(query: PendingTasksQuery) -> list[Waiting]:
    """Return the sections that the rooms have for whoever asks, in their order."""
    said = (section(query) for room in rooms.routers() for section in room.home)
    return sorted((one for one in said if isinstance(one, Waiting)), key=lambda one: one.place)


def _figures(session: Session) -> dict[str, int]:
    products = sa.select(sa.func.count()).select_from(Product).where(col(Product.list_code) == (default_list(session) or ""))
    people = sa.select(sa.func.count()).select_from(Expert)
    return {"products": session.scalar(products) or 0, "people": session.scalar(people) or 0}
