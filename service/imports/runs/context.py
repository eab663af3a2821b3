"""What every form of the pages of imports needs: who sent it, in which session, and what to answer with."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Response

from models.database import WriteSession
from models.imports import ImportRun
from service.identity.access.acting import Acting
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.actor import Actor
from service.kit.addresses import led_to
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Writing


@dataclass(frozen=True)
class ImportContext:
    """One form that was sent."""

    viewer: Viewer
    session: WriteSession
    by: Actor
    request: Request
    reader: Reader

    @property
    def vouches(self) -> bool:
        """Return whether the sender may say that an item is documented or verified."""
        return may(self.viewer, Operation.VOUCH) is True

    def led_to(self, run: ImportRun) -> Response:
        """Lead to the page of a run."""
        return led_to(self.request, f"/imports/{run.id}")


def _context(viewer: CurrentViewer, session: Writing, by: Acting, request: Request, reader: ReaderOfPage) -> ImportContext:
    return ImportContext(viewer, session, by, request, reader)


WithImportContext = Annotated[ImportContext, Depends(_context)]
