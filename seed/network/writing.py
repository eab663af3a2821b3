"""Puts works in words: items with a title and a text drawn from the phrase bank and the role sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from matching.profiles import EvidenceItem
from models.vocabulary import EvidenceKind, Language, Verification
from seed.network.identity import Identity
from seed.network.organisations import InventedOrganisation
from seed.network.tables import fields, forms, phrases, products, role_sentences
from seed.network.world import SOURCE, Work

VERIFICATION_SHARES = {Verification.DECLARED: 45, Verification.DOCUMENTED: 35, Verification.VERIFIED: 20}


@dataclass(frozen=True, slots=True)
class DatedWork:
    """A work with its dates and the employer of that time, if there was one."""

    work: Work
    starts: date
    ends: date | None
    organisation: InventedOrganisation | None


class Writer:
    """Writes the items of one person; a phrase comes back only when all others of its kind were used."""

    def __init__(self, rng: Random, identity: Identity) -> None:
        self._rng = rng
        self._identity = identity
        self._decks: dict[tuple[str, str, str], Iterator[str]] = {}

    def item(self, item_id: str, dated: DatedWork) -> EvidenceItem:
        """Return a work as an item of evidence in one of the person's languages."""
        work, language = dated.work, self._rng.choice(self._identity.writes)
        topic = self._phrase(work.product, language, "title")
        form = f"position_{work.level}" if work.level else work.kind.value
        title = self._rng.choice(forms(language, form))
        return EvidenceItem(
            id=item_id,
            kind=work.kind,
            language=language,
            title=title.replace("{topic}", topic).replace("{organisation}", dated.organisation.name if dated.organisation else ""),
            text=self._text(work, language),
            part=work.part,
            outcome=work.outcome,
            scale=work.scale,
            sectors=self._sectors(work),
            starts=dated.starts,
            ends=dated.ends,
            counts_as_innovation_work=work.counts,
            organisation_id=dated.organisation.id if dated.organisation else None,
            source=SOURCE,
            verification=self._rng.choices(list(VERIFICATION_SHARES), list(VERIFICATION_SHARES.values()))[0],
        )

    def headline(self, product: str, language: Language) -> str:
        """Return one line on what the person works on; it says nothing of rank."""
        return self._rng.choice(forms(language, "headline")).replace("{topic}", self._phrase(product, language, "title"))

    def biography(self, product: str, language: Language) -> str:
        """Return a short text about the person; it says nothing of rank."""
        form = self._rng.choice(forms(language, "biography"))
        form = form.replace("{country}", self._identity.country.names[language])
        form = form.replace("{topic}", self._phrase(product, language, "title"))
        return form.replace("{sentence}", self._phrase(product, language, "sentence"))

    def _text(self, work: Work, language: Language) -> str:
        """Say what the person did, then other work of the same field, named as such so that an item does not contradict itself."""
        told = [self._next("", language, contribution) for contribution in work.contributions]
        further = [self._phrase(work.product, language, "sentence") for _ in range(work.sentences)]
        if further and (told or work.level is None):
            further[0] = self._rng.choice(forms(language, "further")).replace("{sentence}", further[0])
        return " ".join(told + further)

    def _phrase(self, product: str, language: Language, part: str) -> str:
        return self._next(product or self._rng.choice(products()), language, part)

    def _next(self, product: str, language: Language, part: str) -> str:
        key = (product, language.value, part)
        deck = self._decks.setdefault(key, iter(()))
        phrase = next(deck, None)
        if phrase is None:
            texts = phrases(product)[language, part] if product else role_sentences(language, part)
            self._decks[key] = deck = iter(self._rng.sample(texts, len(texts)))
            phrase = next(deck)
        return phrase

    def _sectors(self, work: Work) -> tuple[str, ...]:
        if not work.product or work.kind in (EvidenceKind.DEGREE, EvidenceKind.CERTIFICATE):
            return ()
        home, *others = fields()[work.product].sectors
        return (home, *sorted(self._rng.sample(others, work.breadth - 1)))
