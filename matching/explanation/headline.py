"""The one reason that a list gives for a person: what they did that shows the role, never a degree or an award while there is work."""

from dataclasses import dataclass

from matching.explanation import account_phrases as say
from matching.explanation.account import details, item_phrase
from matching.explanation.lines import LineKind, line
from matching.explanation.phrases import Phrase
from matching.explanation.role_in_field import RoleInField
from matching.profiles import EvidenceItem
from matching.signals.topical import CODE as FIELD
from models.vocabulary import Language


@dataclass(frozen=True)
class Headline:
    """``said`` in both languages; ``signal`` is the code of the dimension, or of the fit with the field where no work shows the role."""

    said: Phrase
    signal: str
    item: EvidenceItem


def headline(role: RoleInField, position: int) -> Headline | None:
    """Return the reason for the person at ``position``; None where nothing in the record is in the field."""
    items, shown = role.ranking.network.items, role.shown(position)
    if shown:
        item, dimensions = items[shown[0].row], shown[0].dimensions
        named = say.listed([say.DIMENSION[dimension] for dimension in dimensions])
        told = line(LineKind.TOLD, say.HEADLINE, item=item_phrase(item), dimensions=named)
        return Headline({Language.VI: told.vi, Language.EN: told.en}, dimensions[0].value, item)
    row = role.closest(position)
    if row is None:
        return None
    near = line(LineKind.TOLD, say.HEADLINE_CLOSEST, title=items[row].title, details=details(items[row]))
    return Headline({Language.VI: near.vi, Language.EN: near.en}, FIELD, items[row])
