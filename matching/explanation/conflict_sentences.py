"""A conflict of interest in one sentence of each language: both facts, their dates, the source and what was decided."""

from collections.abc import Callable
from datetime import date

from matching.explanation.phrases import NOW, RELATION, UNKNOWN_DATE, Phrase
from matching.explanation.written import day_written
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


def conflict_sentence(conflict: ConflictOfInterest, name: Naming) -> Phrase:
    """Return the sentence in both languages; ``name`` gives the name of an organisation or a person by its id."""
    return {language: _sentence(conflict, name, language) for language in Language}


def _sentence(conflict: ConflictOfInterest, name: Naming, language: Language) -> str:
    relation, party, through = conflict.relation, conflict.party, conflict.through
    said = _template(conflict)[language].format(
        relation=RELATION[relation.kind][language],
        dates=_dates(relation, language),
        organisation=name(conflict.organisation_id or ""),
        person=name(conflict.subject_id if conflict.between else relation.other_expert_id or ""),
        their_dates=_dates(through, language) if through else "",
        interest=INTEREST[party.interest][language] if party else "",
        subject=conflict.subject_id,
    )
    head = HEAD[language].format(status=STATUS[conflict.status][language])
    source = SOURCE[language].format(source=relation.source.rstrip(".")) if relation.source else ""
    return head + said + source + _judged(conflict.judgement, language)


def _template(conflict: ConflictOfInterest) -> Phrase:
    if conflict.between:
        return SHARED if conflict.through or conflict.relation.organisation_id else BOND
    if conflict.through:
        return THROUGH
    return WITH_PARTY if conflict.party and not conflict.relation.other_expert_id else WITHOUT_FACTS


def _dates(relation: Relation, language: Language) -> str:
    since, until = _day(language, relation.starts, UNKNOWN_DATE[language]), _day(language, relation.ends, NOW[language])
    return DATES[language].format(since=since, until=until)


def _day(language: Language, day: date | None, otherwise: str) -> str:
    return day_written(language, day) if day is not None else otherwise


def _judged(judgement: Judgement | None, language: Language) -> str:
    if judgement is None or not judgement.judged_by:
        return ""
    on = day_written(language, judgement.judged_on) if judgement.judged_on else UNKNOWN_DATE[language]
    verdict, reason = VERDICT[judgement.verdict][language], judgement.reason.rstrip(".")
    return JUDGED[language].format(verdict=verdict, by=judgement.judged_by, on=on, reason=reason)
