"""Reads the first form of a page as a browser would send it."""

from html.parser import HTMLParser


class Form(HTMLParser):
    """``fields`` are what the form holds, by name; boxes that are not ticked are left out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._inside = False
        self._text = ""  # the text area or selection whose value comes
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = values.get("method") == "post" and not self.fields
        if not self._inside:
            return
        if tag == "input" and (values.get("type") != "checkbox" or "checked" in values):
            self.fields[values["name"]] = values.get("value", "")
        if tag in {"textarea", "select"}:
            self._text = values["name"]
            self.fields[self._text] = ""
        if tag == "option" and "selected" in values:
            self.fields[self._text] = values["value"]

    def handle_data(self, data: str) -> None:
        if self._text and self.lasttag == "textarea":
            self.fields[self._text] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in {"textarea", "select"}:
            self._text = ""
        if tag == "form":
            self._inside = False
