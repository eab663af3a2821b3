"""A folder of arrays gives back what was put in, or nothing."""

from pathlib import Path

import numpy as np
import pytest

from service.matches.network.folder import forget, read, write

KEY = {"of": "today"}
ARRAYS = {"whole": np.arange(12, dtype=np.int64), "shares": np.asfortranarray(np.eye(3)), "nobody": np.zeros((0, 4))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "kept", KEY, ARRAYS)
    return tmp_path / "kept"


def file_in(folder: Path, name: str) -> Path:
    (found,) = folder.glob(f"*/{name}")
    return found


def test_what_is_written_is_read_again(folder: Path) -> None:
    key, arrays = read(folder) or pytest.fail("nothing is kept")
    assert key == KEY
    assert {name: (values.dtype, values.tobytes("A")) for name, values in arrays.items()} == {
        name: (values.dtype, values.tobytes("A")) for name, values in ARRAYS.items()
    }
    assert arrays["shares"].flags.f_contiguous
    assert not arrays["whole"].flags.writeable


@pytest.mark.parametrize("name", ["whole.npy", "head.json"])
def test_a_changed_byte_is_seen(folder: Path, name: str) -> None:
    file = file_in(folder, name)
    blob = bytearray(file.read_bytes())
    blob[len(blob) // 2] ^= 1
    file.write_bytes(bytes(blob))
    assert read(folder) is None


@pytest.mark.parametrize("name", ["whole.npy", "head.json"])
def test_what_is_cut_off_or_missing_is_seen(folder: Path, name: str) -> None:
    file = file_in(folder, name)
    file.write_bytes(file.read_bytes()[:-9])
    assert read(folder) is None
    file.unlink()
    assert read(folder) is None


def test_whoever_reads_goes_on_while_another_writes(folder: Path) -> None:
    _, before = read(folder) or pytest.fail("nothing is kept")
    write(folder, {"of": "tomorrow"}, {"whole": np.zeros(3)})
    key, after = read(folder) or pytest.fail("nothing is kept")
    assert (key, sorted(after)) == ({"of": "tomorrow"}, ["whole"])
    assert before["whole"].tolist() == list(range(12))
    assert len([one for one in folder.iterdir() if one.is_dir()]) == 1


def test_others_of_the_machine_cannot_look_in(folder: Path) -> None:
    assert {path.stat().st_mode & 0o077 for path in (folder, file_in(folder, "whole.npy").parent)} == {0}


def test_nothing_is_left_of_what_is_forgotten(folder: Path) -> None:
    forget(folder)
    assert not folder.exists()
    assert read(folder) is None
    forget(folder)
