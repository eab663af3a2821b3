import numpy as np

from service.matches.encoders.quantised import quantise, restore

VECTORS = np.random.default_rng(1).normal(size=(20, 384)).astype(np.float32)


def test_a_restored_row_has_unit_length_and_nearly_the_same_direction() -> None:
    restored = restore(quantise(VECTORS))
    units = VECTORS / np.linalg.norm(VECTORS, axis=1, keepdims=True)
    assert restored.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(restored, axis=1), 1.0, rtol=1e-6)
    assert (restored * units).sum(axis=1).min() > 0.999


def test_the_length_of_a_row_does_not_matter() -> None:
    np.testing.assert_array_equal(quantise(VECTORS), quantise(VECTORS * 8))


def test_a_row_of_zeros_stays() -> None:
    assert not restore(quantise(np.zeros((1, 4), dtype=np.float32))).any()
