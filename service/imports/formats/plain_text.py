"""Words of a source as a field takes them: no markup, nothing invisible, no longer than the field."""

import unicodedata
from html.parser import HTMLParser

# Markup that registries leave in titles and abstracts; what else looks like a tag, such as "p<q", is part of the words.
_MARKUP = frozenset(
    (
        *(
            "a",
            "b",
            "bold",
            "br",
            "div",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "i",
            "inf",
            "inline-formula",
            "italic",
            "li",
            "ol",
            "p",
            "sc",
            "scp",
        ),
        *("sec", "small", "span", "strong", "sub", "sup", "title", "tt", "u", "ul"),
    )
)
_LINES = frozenset({"br", "div", "li", "p", "sec", "title"})
_BLANK = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if _is_markup(tag):
            self.parts.append(" " if tag.rpartition(":")[2] in _LINES else "")
        else:
            self.parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag.rpartition(":")[2] in _LINES:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def without_markup(text: str) -> str:
    """Return ``text`` without HTML, JATS or MathML tags, entities written out."""
    if "<" not in text and "&" not in text:
        return text
    reader = _Words()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)


def one_line(text: str, most: int | None = None) -> str:
    """Return ``text`` (NFC) as one line of visible characters, single spaces between the words, at most ``most`` long."""
    seen = "".join(_visible(letter) for letter in unicodedata.normalize("NFC", text))
    line = " ".join(seen.split())
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"


def prose(text: str, most: int = 10_000) -> str:
    """Return ``text`` (NFC) with its lines, without anything invisible, at most ``most`` characters long."""
    whole = "\n".join(one_line(line) for line in unicodedata.normalize("NFC", text).splitlines()).strip()
    return whole if len(whole) <= most else whole[: most - 1].rstrip() + "…"


def _visible(letter: str) -> str:
    if letter in _BLANK or letter in "\t\n\r\v\f":
        return " "
    category = unicodedata.category(letter)
    if category not in _UNSEEN:
        return letter
    return "" if category in {"Cf", "Cs"} else " "


def _is_markup(tag: str) -> bool:
    space, _, name = tag.rpartition(":")
    return name in _MARKUP or space in {"jats", "mml", "m"}
