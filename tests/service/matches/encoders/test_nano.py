"""The packaged model itself; nothing is fetched for it."""

import os

import numpy as np

from service.matches.encoders.nano import NanoEncoder

TEXTS = ["Điều khiển vệ tinh quan sát Trái Đất", "Control of earth observation satellites", "Recipes for a quick supper"]


def test_alone_as_in_a_batch_bit_by_bit() -> None:
    encoder = NanoEncoder()
    rows = encoder.encode(TEXTS)
    assert rows.shape == (3, encoder.dimension)
    assert rows.dtype == np.float32
    assert rows.tobytes() == np.vstack([encoder.encode([text]) for text in TEXTS]).tobytes()
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_meaning_crosses_languages() -> None:
    rows = NanoEncoder().encode(TEXTS)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


def test_waiting_threads_of_the_engine_sleep() -> None:
    NanoEncoder().encode(TEXTS[:1])
    assert os.environ["OMP_WAIT_POLICY"] == "passive"
