"""Reads a page as a browser would, far enough to test it: tags with their attributes, and the text."""

from html.parser import HTMLParser

VOID = {"meta", "link", "rect", "br", "img", "input"}
FIELDS = ("input", "select", "textarea")


class Page(HTMLParser):
    """``tags`` are (name, attributes) in order; ``unclosed`` names what was left open or closed twice."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.unclosed: list[str] = []
        self._open: list[str] = []
        self._inside_labels: list[dict[str, str]] = []
        self.feed(html)
        self.unclosed += self._open

    def foreign_scripts(self) -> list[dict[str, str]]:
        """Return the scripts of the page but those that the service gives: none may stand in the page itself."""
        return [attributes for attributes in self.all("script") if not attributes.get("src", "").startswith(("/htmx.js?v=", "/live.js?v="))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in FIELDS and "label" in self._open:
            self._inside_labels.append(self.tags[-1][1])
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.unclosed.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every ``tag``."""
        return [attributes for name, attributes in self.tags if name == tag]

    def unnamed_fields(self) -> list[dict[str, str]]:
        """Return the visible fields that no label names, neither around them nor by their id."""
        named = {label["for"] for label in self.all("label") if "for" in label}
        visible = [field for tag in FIELDS for field in self.all(tag) if field.get("type") != "hidden"]
        inside = {id(field) for field in self._inside_labels}
        return [field for field in visible if id(field) not in inside and field.get("id") not in named]

    def links(self) -> list[str]:
        """Return where the page's links lead."""
        return [attributes["href"] for attributes in self.all("a")]
