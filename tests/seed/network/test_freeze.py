"""The world is frozen: a change of its code or data is seen."""

from seed.network.freeze import LIST, current


def test_every_file_is_as_it_was_frozen() -> None:
    assert LIST.read_text(encoding="utf-8") == current(), "after a wanted change: python -m seed.network.freeze"


def test_the_list_names_code_and_data() -> None:
    listed = [line.split()[1] for line in current().splitlines()]
    assert {"generator.py", "names.csv", "phrases/P01.csv", "phrases/roles.csv"} <= set(listed)
    assert listed == sorted(listed)
