"""Pairs of a Vietnamese and an English text from ordinary packages of free software, unpacked into one folder.

The packages, their versions and licences are named in ``docs/NOTICE.md``. Only counts of words that stand for each other leave here;
no sentence is stored.
"""

import gettext
import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from matching.text.languages import is_marked

Pair = tuple[str, str]


class MissingTexts(ValueError):
    """A folder with texts to learn from is missing; the message names it."""


_HELP = "usr/share/libreoffice/help"
_PARAGRAPH = re.compile(r'<(?:p|h\d) id="([\w]+)"[^>]*>(.*?)</(?:p|h\d)>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
# Marks of shortcuts and places in texts of menus: "_File", "~Save", "%1", "{name}".
_MENU = re.compile(r"[~_&](?=\w)|%\w+|\{[^}]*\}|\$\w+|\(\w\)$")


def pairs(folder: Path) -> list[Pair]:
    """Return the distinct pairs (Vietnamese, English) found in ``folder``, in order; raises ``MissingTexts`` for a missing package."""
    found = [*_help(folder), *_catalogues(folder), *_presets(folder), *_labels(folder)]
    cleaned = {(_plain(vietnamese), _plain(english)) for vietnamese, english in found}
    return sorted((one, other) for one, other in cleaned if is_marked(one) and other and not is_marked(other))


def _plain(text: str) -> str:
    return " ".join(_MENU.sub(" ", unescape(_MARKUP.sub(" ", text))).split())


def _help(folder: Path) -> Iterator[Pair]:
    """LibreOffice's help: paragraphs of one page with one id."""
    vietnamese, english = folder / "libreoffice-help-vi" / _HELP / "vi", folder / "libreoffice-help-en-us" / _HELP / "en-US"
    for page in sorted(_present(vietnamese).rglob("*.html")):
        other = english / page.relative_to(vietnamese)
        if other.is_file():
            yield from _joined(_paragraphs(page), _paragraphs(other))


def _paragraphs(page: Path) -> dict[str, str]:
    return dict(_PARAGRAPH.findall(page.read_text(encoding="utf-8")))


def _joined(vietnamese: Mapping[str, str], english: Mapping[str, str]) -> Iterator[Pair]:
    for key in sorted(vietnamese.keys() & english.keys()):
        yield vietnamese[key], english[key]


def _catalogues(folder: Path) -> Iterator[Pair]:
    """Compiled message catalogues of LibreOffice's interface and of JupyterLab."""
    for package in ("libreoffice-l10n-vi", "jupyterlab-language-pack-vi-VN"):
        for path in sorted(_present(folder / package).rglob("*.mo")):
            with path.open("rb") as file:
                messages = vars(gettext.GNUTranslations(file))["_catalog"]
            for key, text in messages.items():
                source = key[0] if isinstance(key, tuple) else key
                yield text, source.rpartition("\x04")[2]


def _presets(folder: Path) -> Iterator[Pair]:
    """Names of what a map shows, from OpenStreetMap's tagging schema."""
    translations = _present(folder / "id-tagging-schema") / "package/dist/translations"
    vietnamese, english = (_leaves(_read(translations / f"{language}.json")[language]) for language in ("vi", "en"))
    yield from _joined(vietnamese, english)


def _labels(folder: Path) -> Iterator[Pair]:
    """Labels and keywords of emoji."""
    package = _present(folder / "emojibase-data") / "package"
    vietnamese, english = ({row["hexcode"]: row["label"] for row in _read(package / language / "data.json")} for language in ("vi", "en"))
    yield from _joined(vietnamese, english)


def _leaves(tree: Mapping[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            found |= _leaves(value, f"{before}/{key}")
        elif isinstance(value, str):
            found[f"{before}/{key}"] = value
    return found


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _present(folder: Path) -> Path:
    if not folder.is_dir():
        raise MissingTexts(
            f"{folder}: unpack the package {folder.name} there, docs/NOTICE.md names its version\n"
            f"{folder}: hãy giải nén gói {folder.name} vào đó, docs/NOTICE.md ghi phiên bản"
        )
    return folder
