from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from matching.space.encoded import digest
from service.matches.encoders import kept
from service.matches.encoders.kept import KeptEncoder
from service.matches.encoders.memory import MemoryStore
from tests.service.matches.encoders.examples import WordEncoder

TEXTS = ["điều khiển vệ tinh", "satellite control", "satellite control", "grid storage"]


def test_every_text_is_encoded_once_and_for_every_later_process() -> None:
    words, store = WordEncoder(), MemoryStore()
    encoder = KeptEncoder(words, store)
    first, again = encoder.encode(TEXTS), encoder.encode(TEXTS)
    after_restart = KeptEncoder(words, store).encode(TEXTS)
    assert words.encoded == ["điều khiển vệ tinh", "satellite control", "grid storage"]
    assert first.tobytes() == again.tobytes() == after_restart.tobytes()
    np.testing.assert_array_equal(first[1], first[2])


def test_alone_as_in_a_batch() -> None:
    batch = KeptEncoder(WordEncoder(), MemoryStore()).encode(TEXTS)
    alone = KeptEncoder(WordEncoder(), MemoryStore())
    assert batch.tobytes() == np.vstack([alone.encode([text]) for text in TEXTS]).tobytes()


def test_nothing_has_no_rows() -> None:
    assert KeptEncoder(WordEncoder(), MemoryStore()).encode([]).shape == (0, WordEncoder.dimension)


def test_an_interrupted_run_goes_on_from_the_last_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "CHUNK", 2)
    words, store = WordEncoder(), MemoryStore()

    def stop(done: int, of: int) -> None:
        assert (done, of) == (2, 5)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        KeptEncoder(words, store, stop).encode(list("abcde"))
    progress: list[tuple[int, int]] = []
    KeptEncoder(words, store, lambda done, of: progress.append((done, of))).encode(list("abcde"))
    assert words.encoded == list("abcde")
    assert progress == [(2, 3), (3, 3)]


def test_memory_forgets_the_oldest_and_the_store_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_REMEMBERED", 2)
    words, store = WordEncoder(), MemoryStore()
    encoder = KeptEncoder(words, store)
    rows = encoder.encode(list("abcd"))
    assert list(encoder._memory) == [digest("c"), digest("d")]
    assert encoder.encode(list("abcd")).tobytes() == rows.tobytes()
    assert words.encoded == list("abcd")


def test_threads_get_the_same_bytes() -> None:
    encoder = KeptEncoder(WordEncoder(), MemoryStore())
    texts = [f"text {number}" for number in range(300)]
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda _: encoder.encode(texts).tobytes(), range(8)))
    assert len(set(rows)) == 1
