"""What the blocks are worth, learnt from whose items are near to each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.space.blend import BLOCKS
from matching.space.shares import MOST_ITEMS, learnt_shares, sampled

DEFAULT = ((0.2, 0.1, 0.7), (0.1, 0.05, 0.85))
PEOPLE, ITEMS = 20, 6
OWNERS = np.repeat(np.arange(PEOPLE), ITEMS)


def learnt(telling: dict[str, float], vietnamese: np.ndarray, owners: np.ndarray = OWNERS) -> tuple[tuple[float, ...], ...]:
    """Learn from similarities that say "the same person" as loudly as ``telling`` and are noise otherwise."""
    noise = {block: np.random.default_rng(place).random((len(owners), len(owners))) for place, block in enumerate(BLOCKS)}
    same = (owners[:, None] == owners[None, :]).astype(float)

    def compare(row: int) -> dict[str, np.ndarray]:
        return {block: 0.4 * noise[block][row] + 0.5 * telling.get(block, 0.0) * same[row] for block in BLOCKS}

    return learnt_shares(DEFAULT, compare, owners, vietnamese)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_that_tells_people_apart_gets_the_largest_share(block: str) -> None:
    within, across = learnt({block: 0.5}, np.zeros(len(OWNERS), dtype=bool))
    assert max(zip(within, BLOCKS, strict=True))[1] == block
    assert sum(within) == pytest.approx(1.0, abs=0.02)
    assert across == DEFAULT[1]


def test_pairs_across_languages_are_learnt_apart() -> None:
    mixed = np.arange(len(OWNERS)) % 2 == 0
    owners = np.repeat(np.arange(PEOPLE), 2 * ITEMS)
    within, across = learnt({"semantic": 0.5}, np.tile(mixed, 2), owners)
    assert within != DEFAULT[0]
    assert across != DEFAULT[1]
    assert min(within[2], across[2]) > 0.5


@pytest.mark.parametrize("owners", [np.arange(30), np.zeros(30, dtype=int), np.zeros(0, dtype=int)])
def test_too_few_pairs_of_a_kind_teach_nothing(owners: np.ndarray) -> None:
    assert learnt({"lexical": 1.0}, np.zeros(len(owners), dtype=bool), owners) == DEFAULT


@given(st.lists(st.integers(-1, 300), max_size=2_500))
def test_whole_people_are_sampled_and_nobody_is_left_out(owners: list[int]) -> None:
    owner = np.array(owners, dtype=int)
    chosen = sampled(owner)
    assert (owner[chosen] >= 0).all()
    for person in set(owner[chosen].tolist()):
        assert np.count_nonzero(owner[chosen] == person) == owners.count(person)
    assert len(chosen) > 0 or not any(number >= 0 for number in owners)


def test_of_many_items_about_so_many_are_taken() -> None:
    chosen = sampled(np.repeat(np.arange(1_000), 5))
    assert len(chosen) == MOST_ITEMS
    assert chosen[-1] > 4_900
