"""A conflict of interest in one sentence: both facts, their dates, the source and what was decided."""

from collections.abc import Callable

from matching.explanation.phrases import NOW, RELATION, UNKNOWN_DATE, Phrase
from matching.explanation.sentences import Sentence
from matching.gate.conflicts import ConflictOfInterest
from matching.profiles import Judgement, Relation
from models.vocabulary import Interest, Language, RelationStatus

Naming = Callable[[str], str]


def _phrase(vi: str, en: str) -> Phrase:
    return {Language.VI: vi, Language.EN: en}


STATUS: dict[RelationStatus, Phrase] = {
    RelationStatus.DETECTED: _phrase("phát hiện từ minh chứng", "detected in the evidence"),
    RelationStatus.DECLARED: _phrase("đã khai báo", "declared"),
    RelationStatus.CONFIRMED: _phrase("đã xác nhận", "confirmed"),
    RelationStatus.DISMISSED: _phrase("đã bác bỏ", "dismissed"),
}
INTEREST: dict[Interest, Phrase] = {
    Interest.HOST: _phrase("chủ trì", "hosts"),
    Interest.PARTICIPANT: _phrase("tham gia", "takes part in"),
    Interest.BIDDER: _phrase("dự thầu", "bids for"),
}
HEAD = _phrase("Xung đột lợi ích ({status}): ", "Conflict of interest ({status}): ")
WITH_PARTY = _phrase(
    "{relation} với {organisation} ({dates}), đơn vị {interest} {subject}.",
    "{relation} with {organisation} ({dates}), which {interest} {subject}.",
)
WITHOUT_FACTS = _phrase(
    "{relation} với {organisation}, liên quan đến {subject}, chỉ dựa trên quyết định đã ghi.",
    "{relation} with {organisation}, concerning {subject}, on the strength of the decision alone.",
)
THROUGH = _phrase(
    "{relation} với {person} ({dates}), người công tác tại {organisation} ({their_dates}), đơn vị {interest} {subject}.",
    "{relation} with {person} ({dates}), who is or was employed by {organisation} ({their_dates}), which {interest} {subject}.",
)
BOND = _phrase("{relation} với {person} ({dates}).", "{relation} with {person} ({dates}).")
SHARED = _phrase(
    "cùng công tác tại {organisation} ({dates}) với {person} ({their_dates}).",
    "employed by {organisation} ({dates}), like {person} ({their_dates}).",
)
DATES = _phrase("từ {since} đến {until}", "from {since} to {until}")
SOURCE = _phrase(" Nguồn: {source}.", " Source: {source}.")
JUDGED = _phrase(" {by} {verdict} ngày {on}: {reason}.", " {verdict} by {by} on {on}: {reason}.")
VERDICT: dict[RelationStatus, Phrase] = {
    RelationStatus.CONFIRMED: _phrase("xác nhận", "Confirmed"),
    RelationStatus.DISMISSED: _phrase("bác bỏ", "Dismissed"),
}


def conflict_sentence(conflict: ConflictOfInterest, name: Naming) -> Sentence:
    """Return the sentence; ``name`` gives the name of an organisation or a person by its id."""
    relation, party, through, judgement = conflict.relation, conflict.party, conflict.through, conflict.judgement
    values: dict[str, object] = {
        "status": STATUS[conflict.status],
        "relation": RELATION[relation.kind],
        "dates": _dates(relation),
        "organisation": name(conflict.organisation_id or ""),
        "person": name(conflict.subject_id if conflict.between else relation.other_expert_id or ""),
        "their_dates": _dates(through) if through else "",
        "interest": INTEREST[party.interest] if party else "",
        "subject": conflict.subject_id,
        "source": relation.source.rstrip("."),
    }
    told = [HEAD, _template(conflict), *([SOURCE] if relation.source else [])]
    if judgement is not None and judgement.judged_by:
        told.append(JUDGED)
        values |= _judged(judgement)
    return Sentence(tuple(told), values)


def _template(conflict: ConflictOfInterest) -> Phrase:
    if conflict.between:
        return SHARED if conflict.through or conflict.relation.organisation_id else BOND
    if conflict.through:
        return THROUGH
    return WITH_PARTY if conflict.party and not conflict.relation.other_expert_id else WITHOUT_FACTS


def _dates(relation: Relation) -> Sentence:
    return Sentence((DATES,), {"since": relation.starts or UNKNOWN_DATE, "until": relation.ends or NOW})


def _judged(judgement: Judgement) -> dict[str, object]:
    verdict, reason = VERDICT[judgement.verdict], judgement.reason.rstrip(".")
    return {"verdict": verdict, "by": judgement.judged_by, "on": judgement.judged_on or UNKNOWN_DATE, "reason": reason}
