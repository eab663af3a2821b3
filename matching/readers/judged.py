"""What people decided about readings, laid over what the readers found: what is confirmed is sure, what is rejected is gone."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import scipy.sparse as sp

from matching.profiles import EvidenceItem, Profile, ReadingJudgement
from matching.readers.reading import Reading
from matching.space.thesaurus import Thesaurus
from models.vocabulary import Part, ReadingMatter, ReadingVerdict

_DIGITS = 32


def digest_of_words(item: EvidenceItem) -> str:
    """Return the name of what is read of an item: 32 hexadecimal digits of the SHA-256 of its title and text."""
    return hashlib.sha256(f"{item.title}\0{item.text}".encode()).hexdigest()[:_DIGITS]


def judgements_of(profile: Profile) -> Iterator[tuple[int, ReadingJudgement]]:
    """Yield each judgement with the place of every item whose words it is about; one about words that are gone says nothing."""
    if profile.reading_judgements:
        digests = [digest_of_words(item) for item in profile.items]
        for judgement in profile.reading_judgements:
            yield from ((place, judgement) for place, digest in enumerate(digests) if digest == judgement.digest)


def judged(reading: Reading, profile: Profile, thesaurus: Thesaurus) -> Reading:
    """Return ``reading`` as people left it; work that is not the person's shows nothing at all."""
    found = list(judgements_of(profile))
    if not found:
        return reading
    shown, named = reading.credits.toarray(), reading.named.toarray()
    own = np.ones(len(profile.items))
    for place, judgement in found:
        column = thesaurus.column.get(judgement.capability)
        if judgement.matter is ReadingMatter.CAPABILITY and column is not None:
            shown[place, column] = float(judgement.verdict is ReadingVerdict.CONFIRMED)
            named[place, column] *= shown[place, column]
        elif (judgement.matter, judgement.verdict) == (ReadingMatter.WORK, ReadingVerdict.REJECTED):
            own[place] = 0.0
    return replace(
        reading,
        about=reading.about * own[:, None],
        dimensions=reading.dimensions * own[:, None],
        credits=sp.csr_array(shown * own[:, None]),
        named=sp.csr_array(named * own[:, None]),
    )


def corrected(profile: Profile) -> Profile:
    """Return ``profile`` with the parts in its work as people left them; work that is not the person's counts for no rule."""
    changed = dict(enumerate(profile.items))
    for place, judgement in judgements_of(profile):
        item, confirmed = changed[place], judgement.verdict is ReadingVerdict.CONFIRMED
        if judgement.matter is ReadingMatter.LED and (confirmed or item.part is Part.LED):
            changed[place] = replace(item, part=Part.LED if confirmed else None)
        elif judgement.matter is ReadingMatter.WORK and not confirmed:
            changed[place] = replace(item, part=None, counts_as_innovation_work=False)
    return replace(profile, items=tuple(changed.values())) if profile.reading_judgements else profile
