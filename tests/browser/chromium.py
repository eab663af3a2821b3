"""The Chromium of the system, driven by Playwright; nothing is downloaded and nothing is asked of another host."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

VARIABLE = "CHROMIUM"
NEEDED = "BROWSER_NEEDED"
"""Where this variable is set, a machine without a browser is a fault and not a reason to skip."""
NAMES = ("chromium", "chromium-browser", "google-chrome")
NONE_HERE = f"No Chromium on this machine: install the package chromium, or name the program in {VARIABLE}."
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def program() -> str | None:
    """Return the path of the browser: what the variable names, else the first that is on the path; None where there is none."""
    named = os.environ.get(VARIABLE)
    return shutil.which(named) if named else next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def browsing(path: str) -> Iterator[Browser]:
    """Yield the running browser at ``path``, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET), headless=True)
        yield browser
        browser.close()
