"""What people read in place of an id: who a person is to whoever looks, and whose account decided, found or signed."""

import re
from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account
from models.experts import Expert
from models.search_key import folded
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import nameable_experts
from service.kit.actor import COMMAND_LINE, INVITED, VISITOR
from service.kit.languages import Bilingual
from service.kit.problems import Invalid

_CODE = re.compile(r"(?:^|\()([A-Z]\d+)\)?$")
_SHOWN = 5
_NO_ACCOUNT = {
    VISITOR: Bilingual(en="somebody who is not signed in", vi="người chưa đăng nhập"),
    INVITED: Bilingual(en="whoever holds the link of the invitation", vi="người có liên kết của thư mời"),
    COMMAND_LINE: Bilingual(en="command line", vi="dòng lệnh"),
    "outbox": Bilingual(en="the service, sending letters", vi="hệ thống, khi gửi thư"),
    "retention": Bilingual(en="the service, keeping its terms", vi="hệ thống, theo thời hạn lưu giữ"),
}
GONE = Bilingual(en="an account that is no more", vi="tài khoản không còn")


def people_named(session: Session, viewer: Viewer, expert_ids: Iterable[str | None]) -> Mapping[str, str]:
    """Return what each person is called before ``viewer``, by id: "Nguyễn Văn An (E000123)", or "E000123" for whoever may not know."""
    wanted = list(dict.fromkeys(expert_id for expert_id in expert_ids if expert_id))
    if not wanted:
        return {}
    rows = session.execute(
        nameable_experts(viewer).where(col(Expert.id).in_(wanted)).with_only_columns(col(Expert.id), col(Expert.display_name))
    )
    known = {row[0]: f"{row[1]} ({row[0]})" for row in rows}
    return {expert_id: known.get(expert_id, expert_id) for expert_id in wanted}


def person_called(session: Session, viewer: Viewer, typed: str) -> str | None:
    """Return the id of whom ``typed`` means: a name, a name with its code as pages show it, or a code; None where nothing is typed.

    Raises ``Invalid`` for a name that nobody has whom ``viewer`` may know, or that several have.
    """
    text = " ".join(typed.split())
    if not text or (code := _CODE.search(text)):
        return code[1] if text and code else None
    wanted = nameable_experts(viewer).where(col(Expert.name_key) == folded(text), col(Expert.merged_into).is_(None))
    found = session.scalars(wanted.order_by(col(Expert.id)).limit(_SHOWN)).all()
    if len(found) == 1:
        return str(found[0].id)
    several = ", ".join(f"{one.display_name} ({one.id})" for one in found)
    if several:
        raise Invalid(
            "name_ambiguous",
            en=f"Several people have this name. Write which: {several}.",
            vi=f"Có nhiều người cùng tên. Hãy ghi rõ: {several}.",
        )
    raise Invalid("name_unknown", en=f"Nobody of the network is called “{text}”.", vi=f"Không có ai trong mạng lưới tên là “{text}”.")


def people_called(session: Session, viewer: Viewer, typed: str) -> list[str]:
    """Return the ids of all whom ``typed`` means, with commas between names; codes may stand side by side. Raises ``Invalid``."""
    found: list[str | None] = []
    for piece in re.split("[,;\n]", typed):
        codes = piece.split()
        alone = all(_CODE.fullmatch(code) for code in codes)
        found += codes if alone else [person_called(session, viewer, piece)]
    return [one for one in found if one]


def account_names(session: Session, actors: Iterable[str | None]) -> Mapping[str, Bilingual]:
    """Return who each actor of a recorded act is: a name, never an id."""
    wanted = {actor for actor in actors if actor}
    rows = session.execute(sa.select(col(Account.id), col(Account.display_name)).where(col(Account.id).in_(wanted)))
    known = {row[0]: Bilingual(en=row[1], vi=row[1]) for row in rows}
    return {actor: known.get(actor) or _NO_ACCOUNT.get(actor) or GONE for actor in wanted}
