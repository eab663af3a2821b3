"""What a profile still lacks, as a list of plain steps; the same question for its owner and for whoever looks after the network."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Consent, Evidence, Expert, Willingness
from models.vocabulary import ConsentPurpose
from service.kit.languages import Bilingual

FEWEST_ITEMS = 3
"""Items of evidence from which a record can be judged; a proposal."""

STEPS: Mapping[str, Bilingual] = {
    "headline": Bilingual(en="Say in one line who you are", vi="Giới thiệu ngắn một dòng"),
    "evidence": Bilingual(en="Add at least three items of evidence", vi="Bổ sung ít nhất ba minh chứng"),
    "documented": Bilingual(en="Have an item confirmed by a document", vi="Nhờ xác nhận ít nhất một minh chứng bằng tài liệu"),
    "availability": Bilingual(en="Say when and how many hours you are available", vi="Khai thời gian và số giờ có thể tham gia"),
    "willingness": Bilingual(en="Say which roles you would take", vi="Khai vai trò sẵn sàng đảm nhận"),
    "consent": Bilingual(en="Decide whether you may be matched", vi="Quyết định về việc cho đối sánh hồ sơ"),
    "languages": Bilingual(en="Name your languages", vi="Khai ngôn ngữ sử dụng"),
}


@dataclass(frozen=True, slots=True)
class Completeness:
    """``done`` and ``missing`` hold keys of ``STEPS``."""

    done: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        """Return what is done, in [0, 1]."""
        return len(self.done) / len(STEPS)


def completeness_of(session: Session, expert: Expert) -> Completeness:
    """Return what the profile of ``expert`` shows and lacks."""
    levels = session.scalars(sa.select(col(Evidence.verification)).where(col(Evidence.expert_id) == expert.id)).all()
    asked = (col(Consent.expert_id) == expert.id, col(Consent.purpose) == ConsentPurpose.MATCHING)
    words = sa.exists().where(col(Willingness.expert_id) == expert.id), sa.exists().where(*asked)
    willing, decided = session.execute(sa.select(*words)).one()
    shown = {
        "headline": bool(expert.headline_vi or expert.headline_en),
        "evidence": len(levels) >= FEWEST_ITEMS,
        "documented": any(level.value != "declared" for level in levels),
        "availability": expert.hours_per_week is not None or expert.available_from is not None,
        "willingness": bool(willing),
        "consent": bool(decided),
        "languages": bool(expert.languages),
    }
    return Completeness(tuple(key for key in STEPS if shown[key]), tuple(key for key in STEPS if not shown[key]))
