"""What people have to judge before a list is signed, and what a signer may leave open."""

from collections.abc import Iterator

from models.shortlists import EntryContent, ShortlistEntry
from models.vocabulary.selection import Finding
from service.kit.problems import Conflict, Invalid
from service.selection.drafts.queries import ShortlistContents, counting, declared_rules, open_rules
from service.selection.signing.naming import Condition, in_words
from service.selection.signing.schemas import LeftOpen, SignInput

FEWEST_WORDS = 3


def check_judged(now: ShortlistContents, fields: SignInput, *, real: bool) -> None:
    """Raise ``Conflict`` naming whom a rule fails, and what is neither judged nor, as is demanded, named as open.

    Of invented people it is enough that the signer says to have seen it. Of real people every open condition is named with reason and
    document, and what is met by declaration alone is judged: it cannot be left open.
    """
    if failed := list(_failed(now)):
        said = in_words(now, failed)
        raise Conflict(
            "condition_failed",
            en=f"Found not met: {said.en}. Take these people off the list first.",
            vi=f"Được kết luận là không đạt: {said.vi}. Hãy đưa những người này ra khỏi danh sách trước.",
        )
    named = {(one.role.value, one.expert_id, one.rule) for one in fields.left_open}
    unjudged = [one for one in _open(now) if one not in named]
    if real:
        _check_words(fields.reason)
        _check_declared(now)
        _check_all_named(now, unjudged)
    elif unjudged and not fields.open_rules_seen:
        said = in_words(now, unjudged)
        raise Conflict(
            "conditions_unseen",
            en=f"Nobody has judged yet: {said.en}. Record findings, or say that you have seen what is open (open_rules_seen).",
            vi=f"Chưa có ai thẩm tra: {said.vi}. Hãy ghi kết quả, hoặc xác nhận đã xem các mục còn mở (open_rules_seen).",
        )


def left_open_of(fields: SignInput, role: str, expert_id: str) -> list[dict[str, str]]:
    """Return what is kept of the conditions of one person that the signer leaves open."""
    theirs: list[LeftOpen] = [one for one in fields.left_open if (one.role.value, one.expert_id) == (role, expert_id)]
    return [one.model_dump(mode="json", include={"rule", "reason", "document"}) for one in theirs]


def _check_words(reason: str) -> None:
    if len(reason.split()) < FEWEST_WORDS:
        raise Invalid.field(
            "reason",
            en="must say in a sentence why these people are put forward",
            vi="phải nêu thành câu lý do đề xuất những người này",
        )


def _check_declared(now: ShortlistContents) -> None:
    if declared := list(_declared(now)):
        said = in_words(now, declared)
        raise Conflict(
            "declared_alone",
            en=f"Met by declaration alone: {said.en}. Have the evidence verified, or record a finding with the document that shows it.",
            vi=f"Chỉ đạt theo tự khai: {said.vi}. Hãy xác minh minh chứng, hoặc ghi kết luận kèm tài liệu chứng minh.",
        )


def _check_all_named(now: ShortlistContents, unjudged: list[Condition]) -> None:
    if unjudged:
        said = in_words(now, unjudged)
        raise Conflict(
            "conditions_not_named",
            en=f"Neither judged nor named as open: {said.en}. Record findings, or name each in left_open with reason and document.",
            vi=f"Chưa xem xét, chưa nêu là để ngỏ: {said.vi}. Hãy ghi kết luận, hoặc nêu từng điều kiện ở left_open kèm lý do và tài liệu.",
        )


def _listed(now: ShortlistContents) -> Iterator[tuple[ShortlistEntry, EntryContent]]:
    return ((entry, content) for entry, content in now.places if content is not None and entry.position is not None)


def _failed(now: ShortlistContents) -> Iterator[Condition]:
    for entry, content in _listed(now):
        found = counting(now.findings, entry.role, content.expert_id)
        yield from ((entry.role.value, content.expert_id, rule) for rule, one in found.items() if one.finding is Finding.NOT_MET)


def _open(now: ShortlistContents) -> Iterator[Condition]:
    for entry, content in _listed(now):
        found = counting(now.findings, entry.role, content.expert_id)
        yield from ((entry.role.value, content.expert_id, rule) for rule in open_rules(content.snapshot, found))


def _declared(now: ShortlistContents) -> Iterator[Condition]:
    for entry, content in _listed(now):
        found = counting(now.findings, entry.role, content.expert_id)
        yield from ((entry.role.value, content.expert_id, rule) for rule in declared_rules(content.snapshot, found))
