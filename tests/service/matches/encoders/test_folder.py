from pathlib import Path

import numpy as np

from service.matches.encoders.folder import FolderStore

ROWS = {name: np.full(4, number, dtype=np.int8) for number, name in enumerate(("a1", "b2", "c3"))}


def test_rows_are_there_for_the_next_measurement(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "kept")
    store.put({"a1": ROWS["a1"]})
    store.put({"b2": ROWS["b2"]})
    store.put({})
    found = FolderStore(tmp_path / "kept").get(["a1", "b2", "c3"])
    assert sorted(found) == sorted(store.get(ROWS)) == ["a1", "b2"]
    np.testing.assert_array_equal(found["b2"], ROWS["b2"])


def test_an_unfinished_file_is_not_read(tmp_path: Path) -> None:
    FolderStore(tmp_path).put(ROWS)
    written = next(tmp_path.glob("*.npz"))
    written.rename(written.with_suffix(".unfinished"))
    assert FolderStore(tmp_path).get(ROWS) == {}
