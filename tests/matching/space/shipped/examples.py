"""A small space trained on four pairs of texts, without an encoder and with one whose vectors are sums of words."""

from functools import cache

import numpy as np

from matching.space.gloss import Gloss
from matching.space.shipped.meaning import Meaning
from matching.space.shipped.space import Balance, ShippedSpace
from matching.space.shipped.storing import arrays_of, space_from
from matching.space.shipped.words import Words
from tests.matching.examples import DOCUMENTS, THESAURUS
from tests.service.matches.encoders.examples import WordEncoder

BALANCE = Balance(vietnamese=3.0, english=6.0, across=4.0, least=0.1, least_words=0.0)
PARALLEL = ((["bờ", "biển", "bờ biển"], ["coast", "coastal"], 1.0), (["giám", "sát", "giám sát"], ["surveil"], 1.0))


@cache
def arrays() -> dict[str, np.ndarray]:
    """Return what was learnt."""
    gloss = Gloss.learn_from(THESAURUS.concepts, PARALLEL)
    return arrays_of(Words.counted([*DOCUMENTS, *DOCUMENTS]), gloss, BALANCE, Meaning.learnt(WordEncoder(), DOCUMENTS))


@cache
def space(*, encoded: bool = True) -> ShippedSpace:
    """Return the space, with an encoder or without."""
    return space_from(arrays(), WordEncoder() if encoded else None)
