"""What each block is worth, learnt from a corpus of people without any judgement.

Two items of one person are nearer to each other, as a rule, than items of two people. How well each block tells the two kinds of pairs
apart is found by logistic regression (both kinds weighing alike) and becomes its share: long abstracts trust words, short records trust
the encoder. Pairs across languages are learnt apart; where a corpus has too few pairs of a kind, the default stays.
"""

from collections.abc import Callable, Mapping

import numpy as np
from sklearn.linear_model import LogisticRegression

from matching.space.blend import BLOCKS, Scale, Shares

MOST_ITEMS = 1_000
_FEWEST_PAIRS = 200
_EQUAL = 0.999  # equal texts say nothing of their blocks
_DECIMALS = 2
Compare = Callable[[int], Mapping[str, np.ndarray]]


def learnt_shares(default: tuple[Shares, Shares], compare: Compare, owners: np.ndarray, vietnamese: np.ndarray) -> tuple[Shares, Shares]:
    """Return the shares within a language and across languages.

    ``compare`` gives the similarities of one item to all items; ``owners`` (items,) says whose each is, ``vietnamese`` (items,) which
    are Vietnamese.
    """
    found = [compare(row) for row in range(len(owners))]
    upper = [np.arange(row + 1, len(owners)) for row in range(len(owners))]
    together = {block: np.concatenate([np.zeros(0), *(found[row][block][rest] for row, rest in enumerate(upper))]) for block in BLOCKS}
    of_one = np.concatenate([np.zeros(0, dtype=bool), *(owners[rest] == owners[row] for row, rest in enumerate(upper))])
    same = np.concatenate([np.zeros(0, dtype=bool), *(vietnamese[rest] == vietnamese[row] for row, rest in enumerate(upper))])
    counts = together["lexical"] < _EQUAL
    within, across = (
        _of_kind(otherwise, {block: values[kind] for block, values in together.items()}, of_one[kind])
        for otherwise, kind in zip(default, (counts & same, counts & ~same), strict=True)
    )
    return within, across


def _of_kind(default: Shares, similarities: Mapping[str, np.ndarray], of_one_person: np.ndarray) -> Shares:
    if min(np.count_nonzero(of_one_person), np.count_nonzero(~of_one_person)) < _FEWEST_PAIRS:
        return default
    scale = Scale.fit(default, similarities)
    features = np.column_stack([scale.standardised(block, similarities[block]) for block in BLOCKS])
    worth = np.maximum(LogisticRegression(class_weight="balanced").fit(features, of_one_person).coef_[0], 0.0)
    if not worth.sum():
        return default
    lexical, capability, semantic = np.round(worth / worth.sum(), _DECIMALS).tolist()
    return lexical, capability, semantic


def sampled(owners: np.ndarray, most: int = MOST_ITEMS) -> np.ndarray:
    """Return the positions of about ``most`` items that somebody owns (0 and more), of whole people, spread evenly."""
    owned = np.flatnonzero(owners >= 0)
    people = np.unique(owners[owned])
    wanted = int(np.ceil(len(people) * min(1.0, most / max(1, len(owned)))))
    chosen = people[np.arange(wanted) * len(people) // max(1, wanted)]
    return owned[np.isin(owners[owned], chosen)]
