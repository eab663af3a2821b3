"""How the same work is told again: in other words, in the other language, with fewer days, or only in part."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from matching.profiles import EvidenceItem
from matching.space.thesaurus import Thesaurus
from models.vocabulary import Language

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OTHER = {Language.VI: Language.EN, Language.EN: Language.VI}
_VIETNAMESE = "phụ trách chung triển khai tại đơn vị cùng các đối tác trong nước và ngoài nước kết quả được nghiệm thu đạt yêu cầu"
_ENGLISH = "responsible for the overall work at the site with partners at home and abroad results accepted as required"
_FILLER = {Language.VI: _VIETNAMESE.split(), Language.EN: _ENGLISH.split()}


@dataclass(frozen=True)
class Retelling:
    """Tells items again; ``thesaurus`` gives the words of the other language, ``others`` sentences that anybody could write."""

    thesaurus: Thesaurus
    others: dict[Language, Sequence[str]]

    def told_again(self, source: random.Random, item: EvidenceItem, name: str) -> EvidenceItem:
        """Return the item as it stands in another record, under the id ``name``."""
        kind = source.random()
        if kind < 0.2:
            told = item
        elif kind < 0.6:
            told = self.reworded(source, item)
        else:
            told = self.translated(source, item)
        return self._dated(source, replace(told, id=name, source=item.source if source.random() < 0.5 else ""))

    def reworded(self, source: random.Random, item: EvidenceItem) -> EvidenceItem:
        """Return the item in other words: some kept, in another order, with filler between."""
        kept = source.uniform(0.25, 0.7)
        title = self._thinned(source, item.title.split(), max(kept, 0.5), item.language)
        text = self._thinned(source, item.text.split(), kept, item.language)
        if source.random() < 0.3:
            text = " ".join(source.sample(text.split(), len(text.split())))
        return replace(item, title=title or item.title, text=text)

    def translated(self, source: random.Random, item: EvidenceItem) -> EvidenceItem:
        """Return the item in the other language: its capabilities by their names there, figures and proper names, filler."""
        language = _OTHER[item.language]
        labels = [self._label(mention.capability, language) for mention in self.thesaurus.find(item.words)]
        figures = [number for number in _NUMBER.findall(item.words) if source.random() < 0.75]
        proper = [word.strip(".,;:()") for word in item.words.split() if word.isascii() and word[:1].isupper() and source.random() < 0.6]
        told = [*labels[:6], *(self._figure(number, language) for number in figures), *proper[:10]]
        source.shuffle(told)
        filler = source.choice(self.others[language]).split()[:14]
        words = [word for pair in zip(told, [*filler, *_FILLER[language]] * 3, strict=False) for word in pair]
        return replace(item, language=language, title=" ".join(words[:8]) or item.title, text=" ".join(words[8:]))

    def _label(self, capability: str, language: Language) -> str:
        concept = self.thesaurus.by_id[capability]
        return concept.label_vi if language is Language.VI else concept.label_en

    def _figure(self, number: str, language: Language) -> str:
        return number.replace(".", ",") if language is Language.EN else number.replace(",", ".")

    def _thinned(self, source: random.Random, words: Sequence[str], kept: float, language: Language) -> str:
        return " ".join(word if source.random() < kept else source.choice(_FILLER[language]) for word in words if source.random() < 0.93)

    def _dated(self, source: random.Random, item: EvidenceItem) -> EvidenceItem:
        kind = source.random()
        if kind < 0.5:
            return item
        if kind < 0.65:
            return replace(item, starts=None, ends=None)
        if kind < 0.85:
            return replace(item, starts=_year(item.starts), ends=_year_end(item.ends))
        return replace(item, ends=None)


def _year(day: date | None) -> date | None:
    return date(day.year, 1, 1) if day else None


def _year_end(day: date | None) -> date | None:
    return date(day.year, 12, 31) if day else None
