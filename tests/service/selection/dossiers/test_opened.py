"""An office opens every dossier as it is, and prints it whole: each is converted to PDF by the LibreOffice of the machine."""

import shutil
import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from fastapi.testclient import TestClient
from pdfplumber.page import Page

from models.vocabulary import Language
from service.selection.dossiers.as_docx import as_docx
from service.selection.dossiers.as_xlsx import as_xlsx
from service.selection.dossiers.contents import Dossier
from tests.service.selection.conftest import API
from tests.service.selection.dossiers.conftest import VIETNAMESE
from tests.service.selection.dossiers.test_files import squeezed
from tests.service.selection.dossiers.test_world import coordinator

__all__ = ["coordinator"]
OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(OFFICE is None, reason="No LibreOffice on this machine: install libreoffice-writer and libreoffice-calc."),
]
SECONDS = 300
LEAST = 2.0
"""Points by which two words must lie over each other in both directions to be called overlapping."""


def converted(folder: Path) -> Iterator[tuple[str, list[Page]]]:
    """Yield the name of each file in ``folder`` with the pages that the office makes of it."""
    for form in ("docx", "xlsx"):
        files = sorted(folder.glob(f"*.{form}"))
        command = [OFFICE or "", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        made = folder / form
        subprocess.run([*command, "--outdir", str(made), *map(str, files)], check=True, capture_output=True, timeout=SECONDS)
        assert sorted(one.stem for one in made.glob("*.pdf")) == [one.stem for one in files]
        for file in files:
            with pdfplumber.open(made / f"{file.stem}.pdf") as pdf:
                yield file.name, pdf.pages


def read(pages: list[Page]) -> str:
    """Return the text cell by cell, in the order in which the office wrote it."""
    return squeezed("".join(page.extract_text(use_text_flow=True) for page in pages))


def overlapping(page: Page) -> list[tuple[str, str]]:
    words = page.extract_words()
    near = ((one, other) for one, other in combinations(words, 2) if abs(one["top"] - other["top"]) < one["height"])
    return [(one["text"], other["text"]) for one, other in near if _shared(one, other, "x0", "x1") and _shared(one, other, "top", "bottom")]


def _shared(one: dict[str, Any], other: dict[str, Any], first: str, last: str) -> bool:
    return bool(min(one[last], other[last]) - max(one[first], other[first]) > LEAST)


def outside(page: Page) -> list[str]:
    return [letter["text"] for letter in page.chars if letter["x0"] < 0 or letter["x1"] > page.width or letter["bottom"] > page.height]


def faults(pages: list[Page]) -> dict[str, Any]:
    found = {
        "empty": [page.page_number for page in pages if not page.extract_words()],
        "outside": [page.page_number for page in pages if outside(page)],
        "overlapping": [pair for page in pages for pair in overlapping(page)],
        "too narrow": [page.page_number for page in pages if "###" in page.extract_text()],
    }
    return {name: where for name, where in found.items() if where}


def fetched(client: TestClient, folder: Path) -> dict[str, list[str]]:
    """Write every kind of dossier into ``folder``, and return whose names each has to hold."""
    product = f"{API}/products/P01"
    request = client.post(f"{API}/requests", json={"subject": "P01", "roles": ["CE_PROJECT", "CA_PROJECT"]}).json()
    shortlist = client.post(f"{API}/requests/{request['id']}/shortlists", json={"length": 4}).json()
    pair = client.get(f"{product}/pairs", params={"limit": 1}).json()["items"][0]
    engineer, architect = pair["engineer"]["expert"], pair["architect"]["expert"]
    plan = client.post(f"{API}/plans", json={}).json()
    placed = [one["person"] for subject in plan["subjects"] for seat in subject["seats"] for one in seat["people"]]
    brief = client.get(f"{API}/coverage/P24/CA_PROJECT/recruiting-brief").json()
    whose: dict[str, tuple[str, list[dict[str, Any]]]] = {
        "shortlist": (f"/shortlists/{shortlist['id']}/dossier", [one["snapshot"]["expert"] for one in shortlist["entries"]]),
        "person": (f"/dossiers/product/P01/people/{engineer['id']}", [engineer]),
        "pair": (f"/dossiers/product/P01/pairs/{engineer['id']}/{architect['id']}", [engineer, architect]),
        "plan": (f"/plans/{plan['id']}/dossier", placed),
        "brief": ("/coverage/P24/CA_PROJECT/recruiting-brief/dossier", [one["person"] for one in brief["nearest"]]),
    }
    for name, (address, _) in whose.items():
        for language in Language:
            for form in ("docx", "xlsx"):
                answer = client.get(f"{API}{address}.{form}", params={"lang": language.value})
                assert answer.status_code == 200, answer.text
                (folder / f"{name}-{language}.{form}").write_bytes(answer.content)
    return {name: [person["display_name"] for person in people] for name, (_, people) in whose.items()}


def test_every_dossier_opens_and_is_printed_whole(coordinator: TestClient, tmp_path: Path) -> None:
    whose, opened = fetched(coordinator, tmp_path), 0
    for name, pages in converted(tmp_path):
        text, names = read(pages), whose[name.split("-")[0]]
        assert names
        assert (name, faults(pages)) == (name, {})
        assert [person for person in names if squeezed(person) not in text] == [], name
        opened += 1
    assert opened == len(whose) * len(Language) * 2


def test_hostile_and_long_text_is_printed_as_it_stands(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "hostile.docx").write_bytes(as_docx(dossier))
    (tmp_path / "hostile.xlsx").write_bytes(as_xlsx(dossier))
    for name, pages in converted(tmp_path):
        text = read(pages)
        assert (name, faults(pages)) == (name, {})
        assert [
            one for one in (VIETNAMESE, *(leaf.heading for leaf in dossier.leaves), dossier.seal.address) if squeezed(one) not in text
        ] == []
        assert text.count(squeezed("Một câu dài.")) == 60 * len(dossier.leaves)
