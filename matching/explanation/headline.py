"""The one reason that a list gives for a person: what they did that shows the role, never a degree or an award while there is work.

It says "led" where the words of the work say so; of leading that only the tick says, whose word it is. The explanation tells more.
"""

from dataclasses import dataclass

from matching.explanation import account_phrases as say
from matching.explanation.account import declared_phrase, details, item_phrase
from matching.explanation.role_in_field import RoleInField
from matching.explanation.sentences import Sentence
from matching.profiles import EvidenceItem
from matching.readers.stated import Stated
from matching.signals.topical import CODE as FIELD


@dataclass(frozen=True)
class Headline:
    """``said`` is the reason; ``signal`` is the code of the dimension, or of the fit with the field where no work shows the role."""

    said: Sentence
    signal: str
    item: EvidenceItem


def headline(role: RoleInField, position: int) -> Headline | None:
    """Return the reason for the person at ``position``; None where nothing in the record is in the field."""
    items, shown = role.ranking.network.items, role.shown(position)
    if shown:
        item, dimensions = items[shown[0].row], shown[0].dimensions
        named = say.listed([say.DIMENSION[dimension] for dimension in dimensions])
        stated = Stated(item, role.ranking.network.stated[shown[0].row])
        reason, done = (say.HEADLINE_UNTOLD, declared_phrase(item)) if stated.contradicts() else (say.HEADLINE, item_phrase(item))
        told = Sentence((reason,), {"item": done, "dimensions": named})
        return Headline(told, dimensions[0].value, item)
    row = role.closest(position)
    if row is None:
        return None
    near = Sentence((say.HEADLINE_CLOSEST,), {"title": items[row].title, "details": details(items[row])})
    return Headline(near, FIELD, items[row])
