"""Work that waits for each user of the demo: requests in four states, a question, an invitation, a released list, an overdue clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

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
        return Actor(self.coordinator.id, utc_now() - timedelta(days=days_ago))

    def ask(self, product: str, days_ago: int) -> SelectionRequest:
        """Open a request for a chief engineer of ``product``."""
        viewer = Viewer(account_id=self.coordinator.id, roles=frozenset({AccountRole.COORDINATOR}))
        return open_request(self.session, self.by(days_ago), viewer, RequestCreate(subject=product, roles=[ROLE]), self.recommender)

    def drafted(self, product: str, days_ago: int) -> tuple[SelectionRequest, Shortlist]:
        """Open a request and draft its list."""
        request = self.ask(product, days_ago)
        return request, draft(self.session, self.by(days_ago), request, self.recommender, LENGTH)

    def released(self, product: str, days_ago: int) -> SelectionRequest:
        """Open a request, draft, sign and release its list."""
        request, shortlist = self.drafted(product, days_ago)
        signature = SignInput(reason=REASON, open_rules_seen=True)
        sign(self.session, self.by(days_ago - 1), request, shortlist, signature, self.settings)
        release(self.session, self.by(days_ago - 1), shortlist)
        return request


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
    """Make the work; what this network cannot give is left out. The second product is the one that the demo's expert fits."""
    for step in _steps(stage, chosen, expert_id):
        refusal(stage.session, step)


def _steps(stage: Stage, chosen: list[Chosen], expert_id: str) -> list[Callable[[], object]]:
    products = [one.product for one in chosen]
    steps: list[Callable[[], object]] = [lambda: _late_clock(stage, expert_id)]
    if products:
        steps.append(lambda: stage.released(products[0], 9))
    if len(products) > 1:
        steps.append(lambda: _invite(stage, products[1], expert_id))
    if len(products) > 2:
        steps.append(lambda: stage.drafted(products[2], 5))
    if len(products) > 3:
        steps.append(lambda: stage.ask(products[3], 21))
    return steps


def _invite(stage: Stage, product: str, expert_id: str) -> None:
    request = stage.released(product, 12)
    answer_by = stage.by(0).today + timedelta(days=10)
    fields = InvitationCreate(role=ROLE, expert_id=expert_id, answer_by=answer_by)
    rules = read_rules(stage.session, ROLE, stage.settings.selection_day())
    rule = next(one.id for one in rules if one.kind.value in OF_PEOPLE)
    ask_evidence(stage.session, stage.by(3), request, EvidenceTaskInput(role=ROLE, expert_id=expert_id, rule=rule), stage.settings)
    invite(stage.session, stage.by(2), request, fields, stage.settings)


def _late_clock(stage: Stage, but: str) -> None:
    somebody = stage.session.scalar(sa.select(sa.func.max(col(Expert.id))).where(col(Expert.id) != but))
    receive(stage.session, stage.by(45), DataRequestCreate(kind=DataRequestKind.ACCESS, expert_id=somebody), ())
