"""Turns shortlists into what the API shows."""

from typing import Any

from models.shortlists import EntryContent
from models.vocabulary import RoleCode
from models.vocabulary.selection import ShortlistStatus
from service.kit.problems import Invalid
from service.kit.texts import REFERENCE_ONLY, Text, text
from service.selection.drafts import schemas
from service.selection.drafts.queries import Place, ShortlistContents, counting, declared_rules, not_shown, open_rules
from service.selection.words import FINDINGS

_NOT_ANNOUNCED = Text(
    en="No public announcement of this selection is recorded. It can be recorded before or after the signature.",
    vi="Chưa ghi nhận việc công bố công khai. Có thể ghi nhận trước hoặc sau khi ký.",
)
_LISTS = ("choices", "findings", "open_rules", "declared_rules", "left_open", "not_shown")


def shortlist_view(contents: ShortlistContents) -> schemas.ShortlistView:
    """Return a shortlist with its entries."""
    entries = [_entry(contents, place) for place in contents.places]
    own = contents.shortlist.model_dump()
    more = {"reference_only": REFERENCE_ONLY, "warnings": [] if contents.announced else [_NOT_ANNOUNCED], "entries": entries}
    return schemas.ShortlistView.model_validate({**own, **more})


def _entry(contents: ShortlistContents, place: Place) -> schemas.EntryView:
    entry, content = place
    about: dict[str, Any] = {"expert_id": None, "snapshot": None, **{name: [] for name in _LISTS}}
    if content is not None:
        about = _about(contents, entry.role, content)
    return schemas.EntryView(role=entry.role, position=entry.position, digest=entry.digest, **about)


def _about(contents: ShortlistContents, role: RoleCode, content: EntryContent) -> dict[str, Any]:
    snapshot, expert_id = content.snapshot, content.expert_id
    if contents.shortlist.status is ShortlistStatus.DRAFT:
        found = counting(contents.findings, role, expert_id)
        findings = [schemas.FindingView.model_validate(one) for one in found.values()]
        choices = [schemas.ChoiceView.model_validate(one) for one in contents.choices if (one.role, one.expert_id) == (role, expert_id)]
        unjudged, declared, left_open = open_rules(snapshot, found), declared_rules(snapshot, found), []
    else:
        # Signed: what was known then, whatever was found since.
        findings = [schemas.FindingView.model_validate(one) for one in content.judged["findings"]]
        choices = [schemas.ChoiceView.model_validate(one) for one in content.judged["choices"]]
        unjudged, left_open = content.judged["open_rules"], content.judged.get("left_open", [])
        declared = [rule for rule in declared_rules(snapshot, {}) if rule not in {one.rule_id for one in findings}]
    lists = (choices, findings, unjudged, declared, left_open, not_shown(snapshot))
    return {"expert_id": expert_id, "snapshot": snapshot, **dict(zip(_LISTS, lists, strict=True))}


def comparison(shown: ShortlistContents, role: RoleCode, expert_ids: list[str]) -> schemas.ComparisonView:
    """Return two to four people of a list side by side; raises ``Invalid`` for anybody who is not on it."""
    contents = {content.expert_id: content for entry, content in shown.places if content is not None and entry.role is role}
    missing = [expert_id for expert_id in expert_ids if expert_id not in contents]
    if missing:
        listed = ", ".join(missing)
        raise Invalid.field(
            "expert", en=f"names people who are not on this list: {listed}", vi=f"có người không ở trong danh sách: {listed}"
        )
    people = [_compared(shown, role, contents[expert_id]) for expert_id in dict.fromkeys(expert_ids)]
    return schemas.ComparisonView(role=role, people=people, reference_only=REFERENCE_ONLY)


def _compared(contents: ShortlistContents, role: RoleCode, content: EntryContent) -> schemas.ComparedView:
    snapshot = content.snapshot
    entry = snapshot["entry"]
    found = counting(contents.findings, role, content.expert_id)
    rules = {rule["rule"]: rule["result"] for rule in snapshot["rules"]} | {rule: one.finding.value for rule, one in found.items()}
    said = {rule["rule"]: Text.model_validate(rule["result_label"]) for rule in snapshot["rules"]}
    return schemas.ComparedView(
        expert_id=content.expert_id,
        display_name=snapshot["expert"]["display_name"],
        synthetic=snapshot["expert"]["synthetic"],
        band=Text(vi=entry["band"]["vi"], en=entry["band"]["en"]),
        confidence=Text(vi=entry["confidence"]["vi"], en=entry["confidence"]["en"]),
        score=entry["score"],
        x=entry["x"],
        y=entry["y"],
        parts={part["signal"]: part["contribution"] for part in entry["parts"]},
        covered=[one["id"] for one in entry["covered"]],
        missing=[one["id"] for one in entry["missing"]],
        years=snapshot["years"],
        kinds=snapshot["kinds"],
        groups=entry["groups"],
        rules=rules,
        rule_labels=said | {rule: text(FINDINGS[one.finding]) for rule, one in found.items()},
        conflicts=[Text.model_validate(conflict["text"]) for conflict in snapshot["conflicts"]],
    )
