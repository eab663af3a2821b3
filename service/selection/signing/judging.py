"""What people have to judge before a list is signed, and what a signer may leave open."""

from collections.abc import Iterator

from models.shortlists import EntryContent, ShortlistEntry
from models.vocabulary.selection import Finding
from service.kit.problems import Conflict, Invalid
from service.selection.drafts.queries import Shown, counting, declared_rules, open_rules
from service.selection.signing.schemas import LeftOpen, SignInput

FEWEST_WORDS = 3
Condition = tuple[str, str, str]  # role, person, rule


def check_judged(now: Shown, fields: SignInput, *, real: bool) -> None:
    """Raise ``Conflict`` naming whom a rule fails, and what is neither judged nor, as is demanded, named as open.

    Of invented people it is enough that the signer says to have seen it. Of real people every open condition is named with reason and
    document, and what is met by declaration alone is judged: it cannot be left open.
    """
    if failed := [_named(one) for one in _failed(now)]:
        listed = ", ".join(failed)
        raise Conflict(en=f"Found not met: {listed}. Exclude them first.", vi=f"Được kết luận là không đạt: {listed}. Hãy loại trước.")
    named = {(one.role.value, one.expert_id, one.rule) for one in fields.left_open}
    unjudged = [_named(one) for one in _open(now) if one not in named]
    if real:
        _check_words(fields.reason)
        _check_declared(now)
        _check_all_named(unjudged)
    elif unjudged and not fields.open_rules_seen:
        listed = ", ".join(unjudged)
        raise Conflict(
            en=f"Nobody has judged yet: {listed}. Record findings, or sign with open_rules_seen.",
            vi=f"Chưa có ai xem xét: {listed}. Hãy ghi kết luận, hoặc ký với open_rules_seen.",
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


def _check_declared(now: Shown) -> None:
    declared = [_named(one) for one in _declared(now)]
    if declared:
        listed = ", ".join(declared)
        raise Conflict(
            en=f"Met by declaration alone: {listed}. Have the evidence verified, or record a finding with the document that shows it.",
            vi=f"Chỉ đạt theo tự khai: {listed}. Hãy xác minh minh chứng, hoặc ghi kết luận kèm tài liệu chứng minh.",
        )


def _check_all_named(unjudged: list[str]) -> None:
    if unjudged:
        listed = ", ".join(unjudged)
        raise Conflict(
            en=f"Neither judged nor named as open: {listed}. Record findings, or name each in left_open with reason and document.",
            vi=f"Chưa xem xét, chưa nêu là để ngỏ: {listed}. Hãy ghi kết luận, hoặc nêu từng điều kiện ở left_open kèm lý do và tài liệu.",
        )


def _listed(now: Shown) -> Iterator[tuple[ShortlistEntry, EntryContent]]:
    return ((entry, content) for entry, content in now.places if content is not None and entry.position is not None)


def _failed(now: Shown) -> Iterator[Condition]:
    for entry, content in _listed(now):
        found = counting(now.findings, entry.role, content.expert_id)
        yield from ((entry.role.value, content.expert_id, rule) for rule, one in found.items() if one.finding is Finding.NOT_MET)


def _open(now: Shown) -> Iterator[Condition]:
    for entry, content in _listed(now):
        found = counting(now.findings, entry.role, content.expert_id)
        yield from ((entry.role.value, content.expert_id, rule) for rule in open_rules(content.snapshot, found))


def _declared(now: Shown) -> Iterator[Condition]:
    for entry, content in _listed(now):
        found = counting(now.findings, entry.role, content.expert_id)
        yield from ((entry.role.value, content.expert_id, rule) for rule in declared_rules(content.snapshot, found))


def _named(condition: Condition) -> str:
    _, expert_id, rule = condition
    return f"{expert_id} {rule}"
