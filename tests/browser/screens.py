"""Pictures of every page: ``python -m tests.browser.screens`` writes docs/screens/ anew, in both languages, some as on a phone."""

import re
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from models.vocabulary import AccountRole
from tests.browser.chromium import NONE_HERE, browsing, program
from tests.browser.conftest import DESK, PHONE
from tests.browser.site import Site, demo_file, served
from tests.browser.walking import kind, pages
from tests.browser.watching import Watched
from tests.documentation.pages import ROOT

FOLDER = ROOT / "docs" / "screens"
TALLEST = 1600
QUALITY = 45
ON_PHONES = {AccountRole.EXPERT, None}
HEIGHT = "document.documentElement.scrollHeight"


def name_of(path: str, role: AccountRole | None) -> str:
    """Return the name of a picture: the kind of page in words, with the role where each has its own."""
    words = re.sub(r"[^a-z]+", "-", kind(path).replace("*", "one").lower()).strip("-") or "home"
    return f"{words}-{role.value if role else 'visitor'}"


def take(site: Site, browser: Browser, folder: Path) -> None:
    """Write a picture of each kind of page that was not seen as an earlier role, in both languages."""
    seen: set[str] = set()
    for role in (AccountRole.COORDINATOR, AccountRole.EXPERT, AccountRole.LEAD, AccountRole.ADMINISTRATOR, AccountRole.AUDITOR, None):
        with browser.new_context(storage_state=site.state(browser, role), viewport={"width": DESK[0], "height": DESK[1]}) as context:
            watched = Watched(context.new_page(), site.address)
            watched.open("/?lang=vi")
            for path in pages(watched):
                shape = name_of(path, role) if path in {"/", "/requests"} else kind(path)
                if shape not in seen:
                    seen.add(shape)
                    _pictures(watched, path, folder / name_of(path, role), phone=role in ON_PHONES)


def _pictures(watched: Watched, path: str, file: Path, *, phone: bool) -> None:
    mark = "&" if "?" in path else "?"
    for lang in ("en", "vi"):  # Vietnamese last: the walk goes on in it
        watched.open(f"{path}{mark}lang={lang}")
        _picture(watched, file.with_name(f"{file.name}-{lang}.jpg"))
    if phone:
        watched.resize(PHONE)
        _picture(watched, file.with_name(f"{file.name}-vi-phone.jpg"))
        watched.resize(DESK)


def _picture(watched: Watched, file: Path) -> None:
    width = watched.page.viewport_size["width"] if watched.page.viewport_size else DESK[0]
    height = min(int(watched.page.evaluate(HEIGHT)), TALLEST)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    watched.page.screenshot(path=file, type="jpeg", quality=QUALITY, full_page=True, clip=clip)


def main() -> None:
    """Write the pictures, or say that there is no browser."""
    path = program()
    if path is None:
        raise SystemExit(NONE_HERE)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, served(demo_file(Path(folder))) as site, browsing(path) as browser:
        take(site, browser, FOLDER)


if __name__ == "__main__":
    main()
