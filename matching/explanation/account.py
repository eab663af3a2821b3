"""What a person did that the role asks for, in sentences that can be read aloud, and what the record does not show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from matching.columns import rows_of, values_at
from matching.explanation import account_phrases as say
from matching.explanation.lines import Line, LineKind, labels, line
from matching.explanation.phrases import NOW, Phrase
from matching.explanation.role_in_field import DimensionEvidence, RoleInField
from matching.explanation.sentences import Sentence
from matching.network import Network
from matching.profiles import EvidenceItem
from matching.ranking.ranking import Ranking
from matching.readers.stance import ToldPart
from matching.readers.stated import Stated
from matching.signals.view import SHOWN
from matching.text.normalise import normalise
from models.vocabulary import EvidenceKind, Language, Part

_MOST_CAPABILITIES = 4
_LONGEST_QUOTE, _MOST_TITLES = 400, 3
_NO_WORK = frozenset({EvidenceKind.POSITION, EvidenceKind.AWARD, EvidenceKind.DEGREE, EvidenceKind.CERTIFICATE})
_EMPTY: Phrase = dict.fromkeys(Language, "")


def account(ranking: Ranking, position: int, said: Mapping[str, Stated]) -> list[Line]:
    """Return a sentence or two on each item that shows the role in the field; without any, what comes closest.

    Of an item whose words, in ``said``, tell another part than the tick, the part of the words is told.
    """
    role = RoleInField(ranking)
    shown = role.shown(position)
    if shown:
        return [_told(ranking, one, said) for one in shown]
    row = role.closest(position)
    if row is None:
        return [line(LineKind.TOLD, say.NOTHING)]
    item = ranking.network.items[row]
    return [line(LineKind.TOLD, say.CLOSEST, [item.id], title=item.title, details=details(item))]


def _told(ranking: Ranking, shown: DimensionEvidence, said: Mapping[str, Stated]) -> Line:
    network = ranking.network
    item, stated = network.items[shown.row], said.get(network.items[shown.row].id)
    dimensions = say.listed([say.DIMENSION[dimension] for dimension in shown.dimensions])
    told = line(
        LineKind.TOLD,
        say.TOLD,
        [item.id],
        item=_told_phrase(item, stated),
        quote=_quote(network, _in_own_words(item, stated), shown),
        dimensions=dimensions,
    )
    seen = _capabilities(ranking, shown.row)
    if not seen:
        return told
    with_labels = line(LineKind.TOLD, say.IN_IT, capabilities=labels(network.reader.thesaurus, seen))
    return replace(told, said=told.said.then(with_labels.said))


def _in_own_words(item: EvidenceItem, stated: Stated | None) -> EvidenceItem:
    if stated is None or stated.part is ToldPart.UNTOLD or not stated.contradicts():
        return item
    return replace(item, part=Part(stated.part.value))


def _quote(network: Network, item: EvidenceItem, shown: DimensionEvidence) -> Phrase:
    """Return the statement that shows the first of the dimensions best; nothing where it is the title again."""
    said = Stated(item, network.stated[shown.row]).quoted(shown.dimensions[0])
    if not said or normalise(said) in normalise(item.title):
        return _EMPTY
    short = said if len(said) <= _LONGEST_QUOTE else said[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return dict.fromkeys(Language, f": “{short}”")


def _capabilities(ranking: Ranking, row: int) -> list[str]:
    """Return what the item shows of the capabilities asked for, the plainest first; where of none, of others."""
    table, thesaurus = ranking.network.shown, ranking.network.reader.thesaurus
    asked = {*ranking.need.must, *ranking.need.nice} & thesaurus.column.keys()
    found = _shown(values_at(table, row, (thesaurus.column[one] for one in asked)))
    if not found:
        of_row = rows_of(table, row, row + 1)
        found = _shown(dict(zip(of_row.indices.tolist(), of_row.data.tolist(), strict=True)))
    return sorted((thesaurus.ids[column] for column in found), key=lambda one: (-found[thesaurus.column[one]], one))[:_MOST_CAPABILITIES]


def _shown(values: Mapping[int, float]) -> dict[int, float]:
    return {column: value for column, value in values.items() if value >= SHOWN}


def _told_phrase(item: EvidenceItem, stated: Stated | None) -> Sentence:
    """Return what was done with ``item`` as its words tell it; leading of which they do not tell is called declared."""
    if stated is None or not stated.only_ticked():
        return item_phrase(_in_own_words(item, stated))
    return declared_phrase(item)


def declared_phrase(item: EvidenceItem) -> Sentence:
    """Return that ``item`` is declared to have been led, its title, years, outcome and scale."""
    return Sentence((say.ITEM,), {"did": say.DECLARED_LED, "title": item.title, "details": details(item)})


def item_phrase(item: EvidenceItem) -> Sentence:
    """Return what was done with an item, its title, years, outcome and scale."""
    return Sentence((say.ITEM,), {"did": say.did(item), "title": item.title, "details": details(item)})


def details(item: EvidenceItem) -> Phrase:
    """Return years, outcome and scale of ``item`` in brackets, as far as the record has them."""
    return {language: _details(item, language) for language in Language}


def _details(item: EvidenceItem, language: Language) -> str:
    is_work = item.kind not in _NO_WORK  # an office or a degree is not applied or sold
    outcome = say.OUTCOME[item.outcome][language] if item.outcome and is_work else ""
    scale = say.SCALE[item.scale][language] if item.scale and is_work else ""
    known = [one for one in (_years(item, NOW[language]), outcome, scale) if one]
    return f" ({'; '.join(known)})" if known else ""


def _years(item: EvidenceItem, now: str) -> str:
    if item.starts is None:
        return str(item.ends.year) if item.ends else ""
    until = str(item.ends.year) if item.ends else now
    return until if until == str(item.starts.year) else f"{item.starts.year}–{until}"


def lacking(ranking: Ranking, position: int, said: Sequence[Stated]) -> list[Line]:
    """Return which dimensions nothing shows, where a tick and the text differ, and what the record denies."""
    role = RoleInField(ranking)
    missing = role.missing(position) if role.closest(position) is not None else ()
    dimensions = say.listed([say.DIMENSION[dimension] for dimension in missing]) if missing else _EMPTY
    first = [line(LineKind.LACKING, say.DIMENSIONS_MISSING, dimensions=dimensions)] if missing else []
    return [*first, *_contradictions(said), *_denials(said)]


def _contradictions(said: Iterable[Stated]) -> list[Line]:
    """Return what the words of items tell of another part than was ticked, and in one line the items whose words tell of none."""
    found = [stated for stated in said if stated.contradicts()]
    untold = [stated.item for stated in found if stated.only_ticked()]
    other = [_contradiction(stated) for stated in found if not stated.only_ticked()]
    if len(untold) <= 1:
        return [*other, *(line(LineKind.LACKING, say.LED_UNTOLD, [item.id], title=item.title) for item in untold)]
    titles = "; ".join(f"“{item.title}”" for item in untold[:_MOST_TITLES])
    return [*other, line(LineKind.LACKING, say.SEVERAL_UNTOLD, [item.id for item in untold], count=len(untold), titles=titles)]


def _contradiction(stated: Stated) -> Line:
    item, told = stated.item, say.TOLD_PART[stated.part]
    return line(LineKind.LACKING, say.TICKED_AS_LED, [item.id], title=item.title, told=told, quote=stated.told_by)


def _denials(said: Iterable[Stated]) -> list[Line]:
    return [line(LineKind.LACKING, say.DENIED, [stated.item.id], quote=quote) for stated in said for quote in stated.denied]
