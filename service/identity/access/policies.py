"""The policies: what the table of permissions means for one viewer and one object. Pure: a viewer in, a decision out."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from models.vocabulary import Scope, Sensitivity
from service.identity.access.operations import Operation, Reach, ViewerRole
from service.identity.access.permissions import RULES
from service.identity.access.viewer import Viewer
from service.kit.languages import Bilingual

# Whoever asks for a decision names the operation: routes import both from here.
__all__ = ["RULES", "Decision", "Kind", "Operation", "Reach", "Refusal", "ViewerRole"]


class Kind(StrEnum):
    """Why somebody is refused: not signed in, not allowed, or may not know that there is such a thing."""

    SIGN_IN = "sign_in"
    FORBIDDEN = "forbidden"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, in words that may be shown; ``code`` is that of the answer to whoever may know that there is such a thing.

    ``permission`` is what the roles lack.
    """

    kind: Kind
    code: str
    reason: Bilingual
    permission: Operation | None = None


Decision = Literal[True] | Refusal

SIGN_IN = Refusal(Kind.SIGN_IN, "unauthorised", Bilingual(en="Sign in, or send an API key.", vi="Vui lòng đăng nhập để tiếp tục."))
SCOPE = Refusal(
    Kind.FORBIDDEN, "key_out_of_scope", Bilingual(en="This key was not made for that.", vi="Khóa này không được cấp cho việc đó.")
)
ROLE = Refusal(Kind.FORBIDDEN, "forbidden", Bilingual(en="Your roles do not allow that.", vi="Vai trò của bạn không cho phép việc này."))
STALE = Refusal(
    Kind.FORBIDDEN,
    "fresh_sign_in_needed",
    Bilingual(
        en="Sign in again first: a key or a second factor is changed only shortly after signing in, and never with a key.",
        vi="Hãy đăng nhập lại trước: chỉ thay đổi khóa hoặc yếu tố thứ hai ngay sau khi đăng nhập, không bằng một khóa.",
    ),
)
RESTING = Refusal(
    Kind.FORBIDDEN,
    "second_factor_needed",
    Bilingual(
        en="Your role rests until your account has a second factor: set it up at /account#second-factor.",
        vi="Vai trò của bạn tạm dừng cho đến khi tài khoản có yếu tố thứ hai: hãy thiết lập tại /account#second-factor.",
    ),
)
NOTHING_THERE = Refusal(Kind.HIDDEN, "not_found", Bilingual(en="There is nothing here.", vi="Không có gì ở đây."))
RESTRICTED = Refusal(
    Kind.FORBIDDEN,
    "clearance_needed",
    Bilingual(
        en="This is restricted: its brief and its candidates are for people with clearance.",
        vi="Nội dung này bị hạn chế: chỉ người được cấp phép mới xem được mô tả và ứng viên.",
    ),
)


def viewer_roles(viewer: Viewer) -> frozenset[ViewerRole]:
    """Return everything that ``viewer`` is seen as."""
    if not viewer.signed_in:
        return frozenset({ViewerRole.VISITOR}) if viewer.open_demo else frozenset()
    return frozenset({ViewerRole.MEMBER, *(ViewerRole(role.value) for role in viewer.roles)})


def reaches(viewer: Viewer, operation: Operation) -> frozenset[Reach]:
    """Return how far ``viewer`` may go with ``operation``; empty for not at all."""
    rule = RULES[operation]
    if rule.scope not in viewer.scopes:
        return frozenset()
    reached = frozenset(rule.reach[role] for role in viewer_roles(viewer) if role in rule.reach)
    return reached if viewer.edits_for else reached - {Reach.DELEGATED}


def may(viewer: Viewer, operation: Operation) -> Decision:
    """Decide whether ``viewer`` may do ``operation`` to anything at all."""
    if reaches(viewer, operation):
        return True
    if not viewer.signed_in:
        return SIGN_IN
    if viewer.resting:
        return RESTING
    return _lacking(operation) if RULES[operation].scope in viewer.scopes else SCOPE


def may_with_all(viewer: Viewer, operation: Operation) -> Decision:
    """Decide about everything there is: whoever reaches only a part of it may not."""
    reached = reaches(viewer, operation)
    return True if Reach.ALL in reached else _lacking(operation) if reached else may(viewer, operation)


def may_with_expert(viewer: Viewer, operation: Operation, expert_id: str) -> Decision:
    """Decide about one person: whoever reaches only some may not know of anybody else."""
    reached = reaches(viewer, operation)
    delegated = Reach.DELEGATED in reached and expert_id in viewer.edits_for
    if Reach.ALL in reached or delegated or (Reach.OWN in reached and viewer.expert_id == expert_id):
        return True
    return NOTHING_THERE if reached else may(viewer, operation)


def may_with_product(viewer: Viewer, operation: Operation, product_id: str) -> Decision:
    """Decide about what belongs to one product: a lead reaches the products that he or she leads."""
    return _may_with_subject(viewer, operation, led=product_id in viewer.led_products)


def may_with_project(viewer: Viewer, operation: Operation, project_id: str) -> Decision:
    """Decide about what belongs to one project: a lead reaches the projects that he or she leads."""
    return _may_with_subject(viewer, operation, led=project_id in viewer.led_projects)


def may_see_inside(viewer: Viewer, sensitivity: Sensitivity) -> Decision:
    """Decide about the brief, the needs and the candidates of a product or project; whether it exists is no secret."""
    return True if viewer.cleared or sensitivity is Sensitivity.OPEN else RESTRICTED


def may_make_key(viewer: Viewer, scopes: frozenset[Scope], now: datetime, fresh: timedelta) -> Decision:
    """Decide about a new key with ``scopes``: whoever signed in less than ``fresh`` ago may make one of what they may do."""
    return may_change_ways_in(viewer, now, fresh) if scopes <= viewer.scopes else SCOPE


def may_change_ways_in(viewer: Viewer, now: datetime, fresh: timedelta) -> Decision:
    """Decide about a key or a second factor: whoever signed in less than ``fresh`` ago may change how the account is entered."""
    return True if viewer.signed_in_at is not None and now - viewer.signed_in_at < fresh else STALE


def _lacking(operation: Operation) -> Refusal:
    return replace(ROLE, permission=operation)


def _may_with_subject(viewer: Viewer, operation: Operation, *, led: bool) -> Decision:
    reached = reaches(viewer, operation)
    if Reach.ALL in reached or (Reach.LED in reached and led):
        return True
    return NOTHING_THERE if reached else may(viewer, operation)
