"""What every form of a coordinator or lead needs: who sends it, the page to answer with, and the transaction that it is done in."""

from dataclasses import dataclass
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends, Request

from models.database import WriteSession
from service.identity.access.acting import Acting
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_selections
from service.kit.actor import Actor
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Writing
from service.kit.settings import Settings
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.services import matching_of


@dataclass(frozen=True)
class SelectionContext:
    """Who is at work, and with what."""

    viewer: Viewer
    request: Request
    reader: Reader
    session: WriteSession
    by: Actor

    @property
    def visible(self) -> sa.Select[Any]:
        """Return the query of the requests that whoever is at work may see."""
        return visible_selections(self.viewer.owner)

    @property
    def settings(self) -> Settings:
        """Return the settings of the service."""
        return services_of(self.request).settings

    @property
    def recommender(self) -> Recommender:
        """Return the recommender of the process."""
        return matching_of(self.request).recommender


def _context(viewer: CurrentViewer, request: Request, reader: ReaderOfPage, session: Writing, by: Acting) -> SelectionContext:
    return SelectionContext(viewer, request, reader, session, by)


WithSelectionContext = Annotated[SelectionContext, Depends(_context)]
