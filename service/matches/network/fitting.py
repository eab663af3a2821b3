"""The job that fits the text space to what is stored and makes it the current one; nothing else ever refits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import sqlalchemy as sa
import structlog
from sqlmodel import Session, col

from matching.profiles import EvidenceItem
from matching.roles.statements import OF_DIMENSION, OF_NONE
from matching.space.encoded import EncodedBlock, Encoder
from matching.space.space import TextSpace, sample_of, usual_shares
from matching.space.thesaurus import Thesaurus
from models.catalogue import Product
from models.database import reading, writing
from models.experts import Evidence
from service.catalogue.subjects.contents import every_brief, product_briefs
from service.kit.jobs.worker import JobContext
from service.kit.settings import utc_now
from service.matches.encoders.choice import NO_ENCODER, NONE, kept_in
from service.matches.encoders.kept import Progress
from service.matches.network.space_store import save_space
from service.matches.network.thesaurus import read_thesaurus

KIND = "fit-text-space"
_READ, _ENCODED, _FITTED = 0.05, 0.8, 0.9
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is stored: ``documents`` and ``briefs`` to learn from, and ``asked``, the queries that are to be expected.

    ``owners`` says whose each document is, by a number; -1 for a brief.
    """

    thesaurus: Thesaurus
    documents: list[str]
    owners: list[int]
    briefs: list[tuple[str, ...]]
    asked: list[str]

    @classmethod
    def read(cls, session: Session) -> "Corpus":
        """Read everything."""
        briefs = read_briefs(session)
        items, texts = read_items(session), [text for brief in briefs for text in brief]
        number = {expert: place for place, expert in enumerate(dict.fromkeys(expert for expert, _ in items))}
        owners = [number[expert] for expert, _ in items] + [-1] * len(texts)
        asked = ["\n".join(text for _, text in brief) for brief in every_brief(session)]
        return cls(read_thesaurus(session), [words for _, words in items] + texts, owners, briefs, asked)

    def pieces(self, encoder: Encoder) -> list[str]:
        """Return every distinct piece that is encoded for them, and the statements that roles are read with, in order."""
        block = EncodedBlock.counting(encoder, [self.documents[place] for place in sample_of(np.array(self.owners))])
        pieces = {piece for text in (*self.documents, *self.asked) for piece in block.pieces(text)}
        of_roles = {statement for group in (*OF_DIMENSION.values(), OF_NONE) for of_language in group.values() for statement in of_language}
        return sorted(pieces | of_roles)


def fit_text_space(context: JobContext, encoder_setting: str = NONE) -> Mapping[str, Any]:
    """Fit, store and return ``{"version", "documents"}``; the same texts, thesaurus and encoder give the same version.

    Texts are encoded first, and what was encoded stays: after an interruption the next attempt goes on from there.
    """
    context.report(0.0, "Reading texts / Đang đọc văn bản")
    with reading(context.engine) as session:
        corpus = Corpus.read(session)
    encoder = kept_in(context.engine, encoder_setting, _encoding(context.report))
    if encoder is None:
        log.warning(NO_ENCODER.en)
    else:
        encoder.encode(corpus.pieces(encoder))
    found = len(corpus.documents)
    context.report(_ENCODED, f"Fitting {found} texts / Đang dựng không gian từ {found} văn bản")
    shares = usual_shares(encoder)
    space = TextSpace.fit(corpus.thesaurus, corpus.documents, corpus.briefs, encoder, corpus.owners, shares)
    context.report(_FITTED, "Storing / Đang lưu")
    with writing(context.engine) as session:
        version = save_space(session, space, found, utc_now)
    return {"version": version, "documents": found}


def _encoding(report: Callable[[float, str], None]) -> Progress:
    def encoded(done: int, of: int) -> None:
        progress = _READ + (_ENCODED - _READ) * done / of
        report(progress, f"Encoding {done} of {of} new pieces of text / Đang mã hóa {done}/{of} đoạn văn bản mới")

    return encoded


def read_items(session: Session) -> list[tuple[str, str]]:
    """Return the expert's id and the words of every item of evidence, in the order of the experts' and the items' ids."""
    columns = (
        col(Evidence.expert_id),
        col(Evidence.id),
        col(Evidence.kind),
        col(Evidence.language),
        col(Evidence.title),
        col(Evidence.text),
    )
    rows = session.execute(sa.select(*columns).order_by(col(Evidence.expert_id), col(Evidence.id)))
    return [(expert, EvidenceItem(*item).words) for expert, *item in rows]


def read_briefs(session: Session) -> list[tuple[str, ...]]:
    """Return the briefs of every product that has one, in the order of ids; each in Vietnamese and English."""
    written = sa.or_(col(Product.brief_vi) != "", col(Product.brief_en) != "")
    products = session.scalars(sa.select(Product).where(written).order_by(col(Product.id)))
    return [tuple(text for _, text in product_briefs(product)) for product in products]
