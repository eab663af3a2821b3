"""Every file and folder that a document names or links to exists."""

from pathlib import Path

import pytest

from tests.documentation.pages import ROOT, documents, local_links, named_paths


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_document_names_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    broken = [link for link in local_links(text) if not (document.parent / link).exists()]
    missing = [name for name in named_paths(text) if not list(ROOT.glob(name))]
    assert (broken, missing) == ([], [])


def test_paths_are_told_from_addresses_and_other_code() -> None:
    text = "`docs/a.md` `README.md` `seed/*.csv` `.ci/` `/api/v1/products` `make demo` `x of y` `E000123` `sqlite:///FILE` `3.11`"
    assert named_paths(text) == ["docs/a.md", "README.md", "seed/*.csv", ".ci/"]
    assert local_links("[a](b.md#c) [d](https://example.org) [e](#f)\n```sh\n[g](h)\n```\n") == ["b.md"]
