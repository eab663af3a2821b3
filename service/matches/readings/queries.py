"""What was read of a person, item by item, with what people decided about it."""

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.columns import rows_of
from matching.network import Network
from matching.profiles import EvidenceItem
from matching.readers.judged import digest_of_words
from matching.signals.view import SHOWN
from models.experts import Evidence
from models.judgements import ReadingJudgement
from models.vocabulary import Part, ReadingMatter, ReadingVerdict
from service.kit.calendar import local_day
from service.matches.network.live import read_stored
from service.matches.readings.schemas import ItemReadings, PersonReadings, ReadingState, ReadingView
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.views import capability_reference

_Said = Mapping[tuple[ReadingMatter, str], ReadingJudgement]
_STATES = {ReadingVerdict.CONFIRMED: ReadingState.CONFIRMED, ReadingVerdict.REJECTED: ReadingState.REJECTED}


def readings_of(session: Session, recommender: Recommender, expert_id: str) -> PersonReadings:
    """Return what was read of a person who may be matched; raises ``Unavailable`` before people are read."""
    network = recommender.live.snapshot(session, read_stored(session)).network
    position = network.position.get(expert_id)
    if position is None or not network.profiles[position].may_be_matched or expert_id in network.unread:
        return PersonReadings(expert=expert_id, items=[])
    judgements = session.scalars(sa.select(ReadingJudgement).where(col(ReadingJudgement.expert_id) == expert_id)).all()
    items = [
        _item(network, row, item, [one for one in judgements if one.digest == digest_of_words(item)])
        for row, item in zip(network.rows_of(position), network.profiles[position].items, strict=True)
    ]
    return PersonReadings(expert=expert_id, items=items)


def texts_of(session: Session, expert_id: str) -> Mapping[str, str]:
    """Return the text of each item of evidence of a person, by id."""
    rows = session.execute(sa.select(col(Evidence.id), col(Evidence.text)).where(col(Evidence.expert_id) == expert_id))
    return {row[0]: row[1] for row in rows}


def _item(network: Network, row: int, item: EvidenceItem, judgements: Sequence[ReadingJudgement]) -> ItemReadings:
    said = {(one.matter, one.capability_id): one for one in judgements if not one.waiting}
    asked = {(one.matter, one.capability_id): one for one in judgements if one.waiting}
    capabilities = dict(_shown(network, row))
    matters = {(ReadingMatter.CAPABILITY, name) for name in capabilities} | said.keys() | asked.keys() | {(ReadingMatter.WORK, "")}
    if item.part is Part.LED:
        matters.add((ReadingMatter.LED, ""))
    readings = [_reading(network, matter, capabilities.get(matter[1]), said, asked) for matter in sorted(matters)]
    return ItemReadings(evidence=item.id, title=item.title, part=item.part, readings=readings)


def _shown(network: Network, row: int) -> Iterator[tuple[str, bool]]:
    """Yield every capability that the item shows, with whether its words name it."""
    ids = network.reader.thesaurus.ids
    shown, named = (rows_of(block, row, row + 1).toarray()[0] for block in (network.shown, network.named))
    yield from ((ids[column], bool(named[column] >= SHOWN)) for column in range(len(ids)) if shown[column] >= SHOWN)


def _reading(network: Network, matter: tuple[ReadingMatter, str], named: bool | None, said: _Said, asked: _Said) -> ReadingView:
    decided, wish, (kind, capability) = said.get(matter), asked.get(matter), matter
    return ReadingView(
        matter=kind,
        capability=capability_reference(network, capability) if capability else None,
        state=_STATES[decided.verdict] if decided else ReadingState.NAMED if named else ReadingState.READ,
        judgement=decided.id if decided else None,
        by_person=decided.by_person if decided else None,
        judged_on=local_day(decided.judged_at) if decided else None,
        waiting=wish.id if wish else None,
    )
