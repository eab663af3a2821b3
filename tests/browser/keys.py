"""A keyboard that counts: what it takes to reach something with Tab and to act there; letters of a text are not counted."""

from dataclasses import dataclass

from playwright.sync_api import Page

FURTHEST = 80
AT = "selector => document.activeElement !== null && document.activeElement.matches(selector)"


@dataclass
class Keyboard:
    """The keyboard of ``page``; ``presses`` are those so far."""

    page: Page
    presses: int = 0

    def press(self, key: str) -> None:
        """Press ``key`` once."""
        self.page.keyboard.press(key)
        self.presses += 1

    def reach(self, selector: str) -> None:
        """Press Tab until what ``selector`` names has the focus; raises AssertionError where it never has."""
        for _ in range(FURTHEST):
            if self.page.evaluate(AT, selector):
                return
            self.press("Tab")
        raise AssertionError(f"{selector} is not reached on {self.page.url}")

    def content(self) -> None:
        """Skip what stands around every page."""
        self.reach(".skip")
        self.press("Enter")

    def enter(self, selector: str) -> None:
        """Reach a link or button that leads to a page, and go there."""
        self.reach(selector)
        with self.page.expect_navigation(wait_until="load"):
            self.press("Enter")

    def jump(self, selector: str) -> None:
        """Reach a link that leads to a place on the same page, and go there."""
        self.reach(selector)
        self.press("Enter")

    def write(self, selector: str, text: str) -> None:
        """Reach a field and type ``text``."""
        self.reach(selector)
        self.page.keyboard.type(text)
