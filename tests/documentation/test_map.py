"""The README's map of the house shows every folder at the top, and no other."""

from fnmatch import fnmatch

from tests.documentation.pages import README, ROOT, table_rows

# Folders of editors and of Git are hidden; what is not committed stands in .gitignore.
NOT_OURS = [".[!c]*", *(line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split())]


def test_the_map_is_the_house() -> None:
    rows = table_rows(README.read_text(encoding="utf-8"), "A map of the house")
    drawn = [row.split("`")[1].rstrip("/") for row in rows]
    standing = [path.name for path in ROOT.iterdir() if path.is_dir() and not any(fnmatch(path.name, ours) for ours in NOT_OURS)]
    assert sorted(drawn) == sorted(standing)
