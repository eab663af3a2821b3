"""What people read in place of an id: who a person is to whoever looks, and whose account decided, found or signed."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account
from models.experts import Expert
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import nameable_experts
from service.kit.acting import COMMAND_LINE, VISITOR
from service.kit.languages import Bilingual

_NO_ACCOUNT = {
    VISITOR: Bilingual(en="visitor of the demo", vi="khách của bản chạy thử"),
    COMMAND_LINE: Bilingual(en="command line", vi="dòng lệnh"),
    "outbox": Bilingual(en="the service, sending letters", vi="hệ thống, khi gửi thư"),
    "retention": Bilingual(en="the service, keeping its terms", vi="hệ thống, theo thời hạn lưu giữ"),
}
GONE = Bilingual(en="an account that is no more", vi="tài khoản không còn")


def people_named(session: Session, viewer: Viewer, expert_ids: Iterable[str | None]) -> Mapping[str, str]:
    """Return what each person is called before ``viewer``, by id: "Nguyễn Văn An (E000123)", or "E000123" for whoever may not know."""
    wanted = {expert_id for expert_id in expert_ids if expert_id}
    rows = session.execute(
        nameable_experts(viewer).where(col(Expert.id).in_(wanted)).with_only_columns(col(Expert.id), col(Expert.display_name))
    )
    known = {row[0]: f"{row[1]} ({row[0]})" for row in rows}
    return {expert_id: known.get(expert_id, expert_id) for expert_id in wanted}


def account_names(session: Session, actors: Iterable[str | None]) -> Mapping[str, Bilingual]:
    """Return who each actor of a recorded act is: a name, never an id."""
    wanted = {actor for actor in actors if actor}
    rows = session.execute(sa.select(col(Account.id), col(Account.display_name)).where(col(Account.id).in_(wanted)))
    known = {row[0]: Bilingual(en=row[1], vi=row[1]) for row in rows}
    return {actor: known.get(actor) or _NO_ACCOUNT.get(actor) or GONE for actor in wanted}
