"""Puts a dry run together as the API and the pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from matching.ranking.difference import Move, Place
from models.database import ReadSession
from service.administration.dry_run.comparing import Change, ListComparison, compare
from service.administration.dry_run.lists import ListKey
from service.administration.dry_run.schemas import DryRunView, ListChangeView, MoveView, PlaceView
from service.identity.access.policies import Operation, may_see_inside, may_with_all
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.sessions import Reading
from service.kit.texts import Text, text
from service.matches.network.versions import current_version
from service.matches.recommendations.labels import BANDS
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.rounding import rounded
from service.matches.recommendations.services import matching_of

MOVES_SHOWN = 10
NOTE = Text(
    vi="Chỉ là xem trước, chưa có gì thay đổi. Danh sách đã lập trước đó giữ nguyên kết quả của nó.",
    en="A preview: nothing was changed. Shortlists made earlier keep their answers.",
)


@dataclass(frozen=True, slots=True)
class DryRun:
    """Who asks, and what answers."""

    recommender: Recommender
    session: ReadSession
    viewer: Viewer

    def view(self, keys: Iterable[ListKey], change: Change) -> DryRunView:
        """Return what ``change`` would do to the lists of ``keys``, those that change most first; raises what ``compare`` raises."""
        found = list(compare(self.recommender, self.session, keys, change))
        shown = [one for one in found if may_see_inside(self.viewer, one.inputs.subject.sensitivity) is True]
        changed = [self._list(one) for one in shown if not one.difference.is_empty]
        return DryRunView(
            changed=sorted(changed, key=lambda one: (-one.entered_fitting - one.left_fitting, -one.moved, one.subject, one.role)),
            unchanged=len(shown) - len(changed),
            restricted=len(found) - len(shown),
            selection_date=self.recommender.settings.selection_day(self.recommender.clock),
            text_space=current_version(self.session),
            note=NOTE,
        )

    def _list(self, found: ListComparison) -> ListChangeView:
        difference = found.difference
        counted = ("entered_fitting", "left_fitting", "entered_first", "left_first", "became_eligible", "ceased_eligible")
        return ListChangeView(
            kind=found.key.kind,
            subject=found.key.id,
            name=text(found.inputs.subject.name),
            role=found.key.role,
            fitting_before=len(difference.before.fitting),
            fitting_after=len(difference.after.fitting),
            moved=len(difference.moves),
            moves=[self._move(move) for move in difference.moves[:MOVES_SHOWN]],
            **{name: len(getattr(difference, name)) for name in counted},
        )

    def _move(self, move: Move) -> MoveView:
        readable = may_with_all(self.viewer, Operation.READ_MATCHES) is True
        return MoveView(before=_place(move.before), after=_place(move.after), expert_id=move.profile_id if readable else None)


def _asking(request: Request, viewer: CurrentViewer, session: Reading) -> DryRun:
    return DryRun(matching_of(request).recommender, session, viewer)


AskingDryRun = Annotated[DryRun, Depends(_asking)]


def _place(place: Place | None) -> PlaceView | None:
    if place is None:
        return None
    return PlaceView(place=place.rank, score=rounded(place.score), band=BANDS[place.band], tier=place.tier, fits=place.fits)
