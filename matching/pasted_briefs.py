"""Reading a pasted brief: which capabilities it requires, would welcome, and does not want, and what it is about besides."""

import threading
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from matching.free_needs import MOST_MUST, MOST_NICE, NamedCapability, briefs_of, without_words
from matching.needs import RoleNeed
from matching.readers.reading import RecordReader
from matching.space.thesaurus import Concept, Mention, Thesaurus
from matching.text.brief_stance import brief_stance
from matching.text.cleaning import cleaned
from matching.text.languages import is_marked
from matching.text.letters import body_of
from matching.text.normalise import fold
from matching.text.stance import Span
from matching.text.substance import substance
from matching.text.tokens import words
from models.vocabulary import NeedLevel, RoleCode

_MAKING = threading.Lock()
_LEVEL_ORDER = (NeedLevel.MUST, NeedLevel.NICE, NeedLevel.EXCLUDED)


@dataclass(frozen=True, slots=True)
class PastedBrief:
    """A pasted text, read: ``text`` is its body without the clauses that say what is not wanted.

    ``named`` are the capabilities of every level, most often named first; each stands in one of ``must``, ``nice`` and ``excluded``, or
    in none if too many are named.
    """

    text: str
    named: tuple[NamedCapability, ...]
    must: tuple[str, ...]
    nice: tuple[str, ...]
    excluded: tuple[str, ...]

    @property
    def says_too_little(self) -> bool:
        """Return whether it has words, wants no capability, and says nothing but what every wish says."""
        has_words = bool(self.excluded or words(self.text))
        return has_words and not self.must and not self.nice and not substance(self.text)


def read_brief(pasted: str, thesaurus: Thesaurus) -> PastedBrief:
    """Return what ``pasted`` asks for.

    A capability that is named on several levels has the strongest: required before welcome before excluded. Of those that are required
    the ``MOST_MUST`` most often named stay so, and the others are welcome.
    """
    text = cleaned(body_of(pasted)).strip()
    mentions = _mentions(text, thesaurus)
    stance = brief_stance(text, [(mention.start, mention.end) for mention in mentions])
    levels: dict[str, NeedLevel] = {}
    for mention, level in zip(mentions, stance.levels, strict=True):
        levels[mention.capability] = min(level, levels.get(mention.capability, level), key=_LEVEL_ORDER.index)
    named = _named(text, mentions)
    required, welcome, excluded = ([one.capability for one in named if levels[one.capability] is level] for level in _LEVEL_ORDER)
    nice = [*welcome, *required[MOST_MUST:]][:MOST_NICE]
    return PastedBrief(_without(text, stance.unwanted), named, tuple(required[:MOST_MUST]), tuple(nice), tuple(excluded))


def need_of(pasted: str, thesaurus: Thesaurus, day: date) -> RoleNeed:
    """Return what ``pasted`` asks for whatever the role, as a search by text asks the network on ``day``."""
    brief = read_brief(pasted, thesaurus)
    texts = briefs_of([without_words(brief.text, brief.excluded, thesaurus)])
    return RoleNeed("", RoleCode.CE_PROJECT, texts, brief.must, brief.nice, brief.excluded, (), day, text_only=True)


def within_catalogue(need: RoleNeed, reader: RecordReader) -> RoleNeed:
    """Return ``need`` as it is, or without what its text names by the way, where the text asks for nothing of the catalogue."""
    asks = reader.text([text for _, text in need.briefs]).shares.any()
    return need if asks else replace(need, must=(), nice=())


def _named(text: str, mentions: Sequence[Mention]) -> tuple[NamedCapability, ...]:
    written: dict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        written[mention.capability].append(text[mention.start : mention.end])
    order = sorted(written, key=lambda capability: (-len(written[capability]), capability))
    return tuple(NamedCapability(one, tuple(dict.fromkeys(written[one])), len(written[one])) for one in order)


def _without(text: str, spans: Sequence[Span]) -> str:
    kept, last = list[str](), 0
    for start, end in spans:
        kept.append(text[last:start])
        last = end
    return "".join([*kept, text[last:]])


def _mentions(text: str, thesaurus: Thesaurus) -> list[Mention]:
    """Return what ``text`` names; if it was typed without accents, names of several syllables are found without theirs too."""
    if is_marked(text):
        return thesaurus.find(text)
    with _MAKING:  # it takes seconds: the others wait for the one that is being made
        unaccented = _unaccented(thesaurus)
    return unaccented.find(text)


@lru_cache(maxsize=4)
def _unaccented(thesaurus: Thesaurus) -> Thesaurus:
    return Thesaurus(replace(concept, aliases=(*concept.aliases, *_bare_names(concept))) for concept in thesaurus.concepts)


def _bare_names(concept: Concept) -> list[str]:
    """Return the accented names of several syllables without accents: one syllable alone would be an English word too often."""
    return [fold(name) for name in concept.names if is_marked(name) and " " in name]
