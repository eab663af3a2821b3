"""Work that waits for each user of the demo: requests in four states, a question, an invitation, a released list, an overdue clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account
from models.database import WriteSession
from models.experts import Expert
from models.selection import SelectionRequest
from models.shortlists import Shortlist
from models.vocabulary import AccountRole, DataRequestKind, RoleCode
from service.catalogue.products.queries import default_list
from service.catalogue.rules.in_force import read_rules
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.viewer import Viewer
from service.kit.actor import Actor
from service.kit.forms import refusal
from service.kit.settings import Settings, utc_now
from service.matches.recommendations.cells import products_of
from service.matches.recommendations.recommending import Recommender
from service.privacy.data_requests.operations import receive
from service.privacy.data_requests.schemas import DataRequestCreate
from service.selection.drafts.findings import ask_evidence
from service.selection.drafts.operations import draft, of_machine
from service.selection.drafts.queries import OF_PEOPLE
from service.selection.drafts.schemas import EvidenceTaskInput
from service.selection.invitations.operations import invite
from service.selection.invitations.schemas import InvitationCreate
from service.selection.releases.operations import release
from service.selection.requests.operations import open_request
from service.selection.requests.schemas import RequestCreate
from service.selection.signing.operations import sign
from service.selection.signing.schemas import SignInput

ROLE = RoleCode.CE_PROJECT
LED = "P01"
"""The product of the demo's lead."""
LENGTH = 5
FIRST_DAY = 46
"""How many days ago the accounts were made, before anything else happens."""
REASON = "Bản chạy thử: danh sách mẫu để xem cách làm việc."


@dataclass(frozen=True, slots=True)
class Chosen:
    """A product with the people who fit it best, by id."""

    product: str
    people: list[str]


@dataclass(frozen=True, slots=True)
class Stage:
    """Who sets the demo up: its coordinator, with the recommender of the command."""

    session: WriteSession
    recommender: Recommender
    settings: Settings
    coordinator: Account

    def by(self, days_ago: int) -> Actor:
        """Return the coordinator acting so many days ago."""
        return Actor(self.coordinator.id, days_before(days_ago))


class Act(NamedTuple):
    """Something that happened so many days ago; what follows from it on the same ``path`` is left out where it was refused."""

    days_ago: int
    path: str
    do: Callable[[Actor], object]


@dataclass
class Selection:
    """The selection of a chief engineer of one product, act by act."""

    stage: Stage
    product: str
    request: SelectionRequest = field(init=False)
    shortlist: Shortlist = field(init=False)

    def ask(self, by: Actor) -> None:
        """Open the request."""
        viewer = Viewer(account_id=by.actor, roles=frozenset({AccountRole.COORDINATOR}))
        asked = RequestCreate(subject=self.product, roles=[ROLE])
        self.request = open_request(self.stage.session, by, viewer, asked, self.stage.recommender)

    def draft(self, by: Actor) -> None:
        """Draft the list."""
        self.shortlist = draft(self.stage.session, by, self.request, self.stage.recommender, LENGTH)

    def sign(self, by: Actor) -> None:
        """Sign the list."""
        signature = SignInput(reason=REASON, open_rules_seen=True)
        sign(self.stage.session, by, self.request, self.shortlist, signature, self.stage.settings)

    def release(self, by: Actor) -> None:
        """Hand the list to the lead."""
        release(self.stage.session, by, self.shortlist)

    def ask_evidence(self, expert_id: str, by: Actor) -> None:
        """Ask somebody on the list for evidence of a condition."""
        rules = read_rules(self.stage.session, ROLE, self.stage.settings.selection_day())
        rule = next(one.id for one in rules if one.kind.value in OF_PEOPLE)
        task = EvidenceTaskInput(role=ROLE, expert_id=expert_id, rule=rule)
        ask_evidence(self.stage.session, by, self.request, task, self.stage.settings)

    def invite(self, expert_id: str, by: Actor) -> None:
        """Invite somebody on the list, to answer within ten days of today."""
        answer_by = self.stage.by(0).today + timedelta(days=10)
        fields = InvitationCreate(role=ROLE, expert_id=expert_id, answer_by=answer_by)
        invite(self.stage.session, by, self.request, fields, self.stage.settings)

    def acts(self, begun: int, *names: str) -> Iterator[Act]:
        """Yield the first acts: request and draft on the day when it was ``begun``, signature and release a day later."""
        days = {"ask": begun, "draft": begun, "sign": begun - 1, "release": begun - 1}
        return (Act(days[name], self.product, getattr(self, name)) for name in names)


def days_before(number: int) -> datetime:
    """Return the present time so many days ago."""
    return utc_now() - timedelta(days=number)


def fitting_products(session: Session, recommender: Recommender) -> list[Chosen]:
    """Return the first four products of the list in force that somebody fits, that of the lead first."""
    ids = [product.id for product in products_of(session, default_list(session) or "")]
    found: list[Chosen] = []
    for product in sorted(ids, key=lambda one: (one != LED, one)):
        people = of_machine(recommender.recommend(session, SubjectKind.PRODUCT, product, ROLE), LENGTH)
        if people:
            found.append(Chosen(product, people))
        if len(found) == 4:
            break
    return found


def set_up(stage: Stage, chosen: list[Chosen], expert_id: str) -> None:
    """Make the work in the order of its days; what this network cannot give is left out.

    The second product is the one that the demo's expert fits.
    """
    refused: set[str] = set()
    for act in sorted(_acts(stage, chosen, expert_id), key=lambda act: -act.days_ago):
        if act.path not in refused and refusal(stage.session, partial(act.do, stage.by(act.days_ago))) is not None:
            refused.add(act.path)


def _acts(stage: Stage, chosen: list[Chosen], expert_id: str) -> Iterator[Act]:
    selections = [Selection(stage, one.product) for one in chosen]
    yield Act(45, "clock", partial(_late_clock, stage, expert_id))
    for one, begun in zip(selections[:2], (9, 12), strict=False):
        yield from one.acts(begun, "ask", "draft", "sign", "release")
    for invited in selections[1:2]:
        yield Act(3, invited.product, partial(invited.ask_evidence, expert_id))
        yield Act(2, invited.product, partial(invited.invite, expert_id))
    for drafted in selections[2:3]:
        yield from drafted.acts(5, "ask", "draft")
    for asked in selections[3:4]:
        yield from asked.acts(21, "ask")


def _late_clock(stage: Stage, but: str, by: Actor) -> None:
    somebody = stage.session.scalar(sa.select(sa.func.max(col(Expert.id))).where(col(Expert.id) != but))
    receive(stage.session, by, DataRequestCreate(kind=DataRequestKind.ACCESS, expert_id=somebody), ())
