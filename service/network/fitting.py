"""The job that fits the text space to what is stored and makes it the current one; nothing else ever refits."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.profiles import EvidenceItem
from matching.space.space import TextSpace
from models.catalogue import Product
from models.database import reading, writing
from models.experts import Evidence
from service.jobs.worker import JobContext
from service.network.space_store import save_space
from service.network.subjects import product_briefs
from service.network.thesaurus import read_thesaurus
from service.settings import utc_now

KIND = "fit-text-space"


def fit_text_space(context: JobContext) -> Mapping[str, Any]:
    """Fit, store and return ``{"version", "documents"}``; the same texts and thesaurus give the same version."""
    context.report(0.0, "Reading texts / Đang đọc văn bản")
    with reading(context.engine) as session:
        thesaurus = read_thesaurus(session)
        briefs = read_briefs(session)
        documents = read_item_words(session) + [text for brief in briefs for text in brief]
    context.report(0.1, f"Fitting {len(documents)} texts / Đang dựng không gian từ {len(documents)} văn bản")
    space = TextSpace.fit(thesaurus, documents, ["\n".join(brief) for brief in briefs])
    context.report(0.9, "Storing / Đang lưu")
    with writing(context.engine) as session:
        version = save_space(session, space, len(documents), utc_now)
    return {"version": version, "documents": len(documents)}


def read_item_words(session: Session) -> list[str]:
    """Return the distinct words of all items of evidence, in the order of the items' ids."""
    columns = (col(Evidence.id), col(Evidence.kind), col(Evidence.language), col(Evidence.title), col(Evidence.text))
    rows = session.execute(sa.select(*columns).order_by(col(Evidence.id)))
    return list(dict.fromkeys(EvidenceItem(*row).words for row in rows))


def read_briefs(session: Session) -> list[tuple[str, ...]]:
    """Return the briefs of every product that has one, in the order of ids; each in Vietnamese and English."""
    written = sa.or_(col(Product.brief_vi) != "", col(Product.brief_en) != "")
    products = session.scalars(sa.select(Product).where(written).order_by(col(Product.id)))
    return [tuple(text for _, text in product_briefs(product)) for product in products]
