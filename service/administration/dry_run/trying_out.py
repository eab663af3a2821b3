"""The dry run of a change of an entry: the change itself is made in a transaction that is undone, and what it asks for is read there."""

from collections.abc import Callable, Iterable

from fastapi import Request
from sqlmodel import Session

from models.database import WriteSession, reading, trying
from service.administration.dry_run.lists import ListKey
from service.administration.dry_run.schemas import DryRunView
from service.administration.dry_run.views import DryRun
from service.identity.access.viewer import Viewer
from service.kit.services import services_of
from service.matches.recommendations.inputs import Inputs, read_inputs
from service.matches.recommendations.services import matching_of

KeysOf = Callable[[Session], Iterable[ListKey]]


def try_out(request: Request, viewer: Viewer, keys_of: KeysOf, change: Callable[[WriteSession], object]) -> DryRunView:
    """Return what ``change`` would do to the lists of ``keys_of``; raises what ``change`` and the recommender raise.

    People are ranked after the transaction is undone, so that nobody waits for its locks meanwhile.
    """
    engine, recommender = services_of(request).engine, matching_of(request).recommender
    day = recommender.settings.selection_day(recommender.clock)
    with trying(engine) as session:
        keys = list(keys_of(session))
        change(session)
        after = {key: read_inputs(session, *key, day) for key in keys}
    with reading(engine) as session:
        return DryRun(recommender, session, viewer).view(keys, lambda inputs: after[_key_of(inputs)])


def _key_of(inputs: Inputs) -> ListKey:
    return ListKey(inputs.subject.kind, inputs.subject.asked_for, inputs.need.role)


TRIED_OUT = "*"


NO_REASON = "tried out"
