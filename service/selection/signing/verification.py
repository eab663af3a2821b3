"""Checks a signed shortlist: is it as it was signed, and does asking again give the same bytes? If not, what has changed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session

from models.erasure import Erasure
from models.shortlists import Shortlist, ShortlistEntry
from models.vocabulary import RoleCode
from service.kit.languages import Bilingual
from service.kit.problems import Conflict, NotFound, Problem
from service.kit.texts import REFERENCE_ONLY
from service.matches.recommendations.recommending import Recommendation, Recommender
from service.people.profiles.erased_ids import was_erased
from service.selection.drafts.operations import of_machine
from service.selection.drafts.queries import Place, places_of
from service.selection.drafts.snapshots import snapshots
from service.selection.requests.queries import recommend_for
from service.selection.signing.endings import ended_entries
from service.selection.signing.fingerprint import canonical, digest_of, fingerprint_of
from service.selection.signing.schemas import Difference, Drift, VerificationView
from service.selection.signing.seal import WITHOUT_SIGNATURES, differences, people_in, signature_event


class Integrity(NamedTuple):
    """Whether a signed list is as it was signed, and where it is not; ``broken`` and ``deleted`` are places, ``differs`` codes."""

    intact: bool
    broken: list[str]
    deleted: list[str]
    differs: list[str]
    erased: int
    ended: int


_GONE = "gone"
_WORDS = {
    "text_space": Bilingual(
        en="The readers, or the words of the catalogue that people were read under, are others.",
        vi="Bộ đọc hồ sơ, hoặc từ ngữ của danh mục dùng khi đọc, đã khác.",
    ),
    "weights": Bilingual(en="The weights are others.", vi="Bộ trọng số đã khác."),
    "rule_set": Bilingual(en="The rules are others.", vi="Bộ quy tắc đã khác."),
    "counts": Bilingual(en="The network has changed.", vi="Mạng lưới đã thay đổi."),
    "verdict": Bilingual(en="The verdict is another one.", vi="Kết luận đã khác."),
    "profile_version": Bilingual(en="The profile was changed.", vi="Hồ sơ đã được sửa."),
    "score": Bilingual(en="The score is another one.", vi="Điểm đã khác."),
    "rank": Bilingual(en="The rank is another one.", vi="Thứ hạng đã khác."),
    "rules": Bilingual(en="The outcome of a condition is another one.", vi="Kết quả của một điều kiện đã khác."),
    "details": Bilingual(en="Details of the explanation are others.", vi="Chi tiết giải thích đã khác."),
    "not_proposed": Bilingual(en="The person would not be proposed now.", vi="Hiện nay người này sẽ không được đề xuất."),
    _GONE: Bilingual(en="The person has left the network.", vi="Người này đã rời mạng lưới."),
    "new": Bilingual(en="The person would be proposed now and was not.", vi="Hiện nay người này sẽ được đề xuất, khi đó thì chưa."),
}
_DIFFERS = {
    "no_event": Bilingual(en="The audit holds no signature of this list.", vi="Nhật ký không có lần ký nào của danh sách này."),
    "event": Bilingual(en="The audit's event of the signature was changed.", vi="Sự kiện ký trong nhật ký đã bị sửa."),
    "fingerprint": Bilingual(en="The audit recorded another fingerprint.", vi="Nhật ký ghi dấu vân tay khác."),
    "signed_by": Bilingual(en="The audit recorded another signer.", vi="Nhật ký ghi người ký khác."),
    "signed_at": Bilingual(en="The audit recorded another time of the signature.", vi="Nhật ký ghi thời điểm ký khác."),
    "second_by": Bilingual(en="The audit recorded another second signer.", vi="Nhật ký ghi người ký thứ hai khác."),
    "second_at": Bilingual(en="The audit recorded another time of the second signature.", vi="Nhật ký ghi thời điểm ký thứ hai khác."),
    "seal": Bilingual(en="The audit recorded another seal.", vi="Nhật ký ghi dấu niêm phong khác."),
    "signature": Bilingual(
        en="Reason, signer or time of a signature are not what was sealed.",
        vi="Lý do, người ký hoặc thời điểm ký không đúng như khi niêm phong.",
    ),
}
_MODEL = ("text_space", "weights", "rule_set")


def verify(session: Session, shortlist: Shortlist, recommender: Recommender) -> VerificationView:
    """Check ``shortlist``; raises ``Conflict`` for one that nobody has signed."""
    if shortlist.fingerprint is None:
        raise Conflict("list_not_signed", en="Nobody has signed this list yet.", vi="Danh sách này chưa được ký.")
    found = integrity(session, shortlist)
    drift = list(_drift(session, shortlist, recommender, places_of(session, shortlist.id)))
    return VerificationView(
        fingerprint=shortlist.fingerprint,
        seal_version=shortlist.seal_version or WITHOUT_SIGNATURES,
        intact=found.intact,
        broken=found.broken,
        erased=found.erased,
        ended=found.ended,
        deleted=found.deleted,
        differs=[Difference(vi=_DIFFERS[what].vi, en=_DIFFERS[what].en, what=what) for what in found.differs],
        same_bytes=not drift,
        drift=drift,
        reference_only=REFERENCE_ONLY,
    )


def integrity(session: Session, shortlist: Shortlist) -> Integrity:
    """Compare a signed list with its seal and with the audit's event of the signature; nothing is recommended anew."""
    places, event = places_of(session, shortlist.id), signature_event(session, shortlist)
    ended = ended_entries(session, shortlist.id)
    gone = [entry for entry, content in places if content is None and entry.id not in ended]
    differs, deleted = list(differences(shortlist, event)), _deleted(session, gone, people_in(event))
    broken = [f"{entry.role}:{entry.position or '-'}" for entry, content in places if content and digest_of(entry, content) != entry.digest]
    whole = fingerprint_of(shortlist, [entry for entry, _ in places]) == shortlist.fingerprint
    return Integrity(
        intact=whole and not (broken or deleted or differs),
        broken=broken,
        deleted=deleted,
        differs=differs,
        erased=len(gone) - len(deleted),
        ended=sum(content is None and entry.id in ended for entry, content in places),
    )


def _deleted(session: Session, gone: Iterable[ShortlistEntry], people: dict[int, str]) -> list[str]:
    """Return the places of those that are ``gone`` although the ledger of erasures does not know of the person who stood there.

    Where the event does not say who that was, as many places as the ledger has rows count as erased.
    """
    unnamed = [entry for entry in gone if entry.id not in people]
    erasures = session.scalar(sa.select(sa.func.count()).select_from(Erasure)) or 0
    known = [entry for entry in gone if entry.id in people and not was_erased(session, people[entry.id or 0])]
    return [f"{entry.role}:{entry.position or '-'}" for entry in (*known, *unnamed[erasures:])]


def _drift(session: Session, shortlist: Shortlist, recommender: Recommender, places: Iterable[Place]) -> Iterator[Drift]:
    answers = {RoleCode(answer["role"]["code"]): answer for answer in shortlist.head["answers"]}
    on = date.fromisoformat(next(iter(answers.values()))["model"]["selection_date"])
    for found in recommend_for(recommender, session, shortlist.head["asked"], on):
        role = found.ranking.need.role
        yield from _drift_of_model(role, answers[role], found)
        then = {content.expert_id: content.snapshot for entry, content in places if content is not None and entry.role is role}
        for expert_id, snapshot in then.items():
            yield from _drift_of_person(session, role, found, expert_id, snapshot)
        now = of_machine(found, int(shortlist.head["length"]))
        yield from (_said(role, "new", expert_id) for expert_id in now if expert_id not in then)


def _drift_of_model(role: RoleCode, answer: dict[str, Any], found: Recommendation) -> Iterator[Drift]:
    now = {"text_space": found.text_space, "weights": found.inputs.weights.version, "rule_set": found.inputs.rule_set}
    yield from (_said(role, what, None, answer["model"][what], now[what]) for what in _MODEL if answer["model"][what] != now[what])
    if answer["counts"] != found.counts:
        yield _said(role, "counts", None, answer["counts"], found.counts)
    if answer["verdict"]["code"] != found.verdict:
        yield _said(role, "verdict", None, answer["verdict"]["code"], found.verdict)


def _drift_of_person(session: Session, role: RoleCode, found: Recommendation, expert_id: str, then: dict[str, Any]) -> Iterator[Drift]:
    try:
        now = snapshots(session, found, [expert_id])[expert_id]
    except Problem as problem:
        why = {"vi": problem.detail.vi, "en": problem.detail.en}
        yield _said(role, _GONE if isinstance(problem, NotFound) else "not_proposed", expert_id, None, why)
        return
    if canonical(now) == canonical(then):
        return
    pairs = {name: (_value(then, name), _value(now, name)) for name in ("profile_version", "score", "rank", "rules")}
    changed = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    yield from (_said(role, name, expert_id, *pair) for name, pair in (changed or {"details": (None, None)}).items())


def _value(snapshot: dict[str, Any], name: str) -> Any:
    if name == "profile_version":
        return snapshot[name]
    if name == "rules":
        return {rule["rule"]: rule["result"] for rule in snapshot["rules"]}
    return snapshot["entry"][name]


def _said(role: RoleCode, what: str, expert_id: str | None, before: Any = None, after: Any = None) -> Drift:
    words = _WORDS[what]
    return Drift(vi=words.vi, en=words.en, role=role, expert_id=expert_id, what=what, before=before, after=after)
