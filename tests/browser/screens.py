"""Pictures of every page: ``python -m tests.browser.screens`` writes docs/screens/ anew, in both languages, some as on a phone."""

import re
import shutil
import tempfile
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from models.vocabulary import AccountRole
from tests.browser.chromium import NONE_HERE, browsing, program
from tests.browser.conftest import DESK, PATIENCE, PHONE
from tests.browser.site import Site, demo_file, served
from tests.browser.walking import kind, pages
from tests.browser.watching import Watched
from tests.documentation.pages import ROOT

FOLDER = ROOT / "docs" / "screens"
TALLEST = 1200
QUALITY = 25
ROLES = (AccountRole.COORDINATOR, AccountRole.EXPERT, AccountRole.LEAD, AccountRole.ADMINISTRATOR, AccountRole.AUDITOR, None)
OF_EACH = ("/", "/requests")
"""Pages that every role sees otherwise."""
ON_PHONES = {AccountRole.EXPERT, None}
HEIGHT = "document.documentElement.scrollHeight"


def name_of(path: str, role: AccountRole | None) -> str:
    """Return the name of a picture: the kind of page in words, with the role where each has its own."""
    words = re.sub(r"[^a-z]+", "-", kind(path).replace("*", "one").lower()).strip("-") or "home"
    return f"{words}-{role.value if role else 'visitor'}"


def take(site: Site, browser: Browser, folder: Path) -> None:
    """Write a picture of each kind of page that was not seen as an earlier role, in both languages."""
    seen: set[str] = set()
    for role in ROLES:
        with ExitStack() as stack:
            watched, english = [_window(stack, site, browser, role, lang) for lang in ("vi", "en")]
            for path in pages(watched):
                shape = name_of(path, role) if path in OF_EACH else kind(path)
                if shape not in seen:
                    seen.add(shape)
                    name = name_of(path, role)
                    _picture(watched, folder / f"{name}-vi.webp")
                    english.open(path)
                    _picture(english, folder / f"{name}-en.webp")
                    if role in ON_PHONES:
                        watched.resize(PHONE)
                        _picture(watched, folder / f"{name}-vi-phone.webp")
                        watched.resize(DESK)


def _window(stack: ExitStack, site: Site, browser: Browser, role: AccountRole | None, lang: str) -> Watched:
    context = stack.enter_context(
        browser.new_context(storage_state=site.state(browser, role), viewport={"width": DESK[0], "height": DESK[1]})
    )
    context.set_default_timeout(PATIENCE)
    watched = Watched(context.new_page(), site.address)
    watched.open(f"/?lang={lang}")
    return watched


def _picture(watched: Watched, file: Path) -> None:
    """Write the page from its top, as far as a picture goes."""
    width = watched.page.evaluate("innerWidth")
    height = min(int(watched.page.evaluate(HEIGHT)), TALLEST)
    taken = watched.page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    Image.open(BytesIO(taken)).convert("RGB").save(file, "WEBP", quality=QUALITY)


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
