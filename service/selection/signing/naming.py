"""Says people and conditions in words: who signs reads names, not codes."""

from collections.abc import Sequence
from typing import Any

from service.kit.languages import Bilingual
from service.selection.drafts.queries import ShortlistContents

MOST_NAMED = 5
Condition = tuple[str, str, str]  # role, person, rule


def in_words(now: ShortlistContents, conditions: Sequence[Condition]) -> Bilingual:
    """Return the first few of ``conditions`` as person and condition, and how many more there are."""
    snapshots = {content.expert_id: content.snapshot for _, content in now.places if content is not None}
    said = [_said(snapshots[person], rule) for _, person, rule in conditions[:MOST_NAMED]]
    more = len(conditions) - MOST_NAMED
    rest = Bilingual(en=f"; and {more} more", vi=f"; và {more} mục khác") if more > 0 else Bilingual(en="", vi="")
    return Bilingual(en="; ".join(one.en for one in said) + rest.en, vi="; ".join(one.vi for one in said) + rest.vi)


def _said(snapshot: dict[str, Any], rule: str) -> Bilingual:
    """Return a person and a condition; the code where the rule was not among those of the list."""
    labels = {one["rule"]: one["label"] for one in snapshot["rules"]}
    label, name = labels.get(rule, {"en": rule, "vi": rule}), snapshot["expert"]["display_name"]
    return Bilingual(en=f"{name}: {label['en']}", vi=f"{name}: {label['vi']}")
