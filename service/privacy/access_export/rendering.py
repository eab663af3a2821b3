"""Writes an access export as Markdown that a person can read, every label in Vietnamese and English."""

import html
import json
from collections.abc import Iterator
from typing import Any

from models.vocabulary import Language
from service.kit.languages import Bilingual
from service.kit.local_forms import moment_in
from service.privacy.access_export.gathering import AccessExport
from service.privacy.access_export.words import FIELDS, MADE, NO, NOTHING, PRINCIPLE, SECTIONS, TITLE, YES

_EMPTY: tuple[Any, ...] = (None, "", [], {})
_NOT_TO_READ = "content"  # the bytes of papers, which stand in the other form of the export


def as_markdown(export: AccessExport) -> str:
    """Return ``export`` as text; fields that say nothing are left out."""
    title, made = (_filled(words, export) for words in (TITLE, MADE))
    lines = [f"# {_both(title)}", _both(made), PRINCIPLE.vi, PRINCIPLE.en]
    for section, name in SECTIONS.items():
        lines.append(f"## {_both(name)}")
        lines += list(_rows(getattr(export, section))) or [_both(NOTHING)]
    return "\n\n".join(lines) + "\n"


def _filled(words: Bilingual, export: AccessExport) -> Bilingual:
    made = {language: moment_in(language, export.made_at) for language in Language}
    return Bilingual(**{one.value: words.in_language(one).format(id=export.expert_id, at=at) for one, at in made.items()})


def _rows(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        shown = {name: value for name, value in row.items() if value not in _EMPTY and name != _NOT_TO_READ}
        yield "\n".join(f"- **{_both(FIELDS[name])}:** {_value(value)}" for name, value in shown.items()) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return _both(YES if value else NO)
    if isinstance(value, list) and value and all(isinstance(part, dict) and "contribution" in part for part in value):
        return "".join(f"\n  - {_part(part)}" for part in value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # On one line and without tags, so that nothing written in a record changes the document.
    return html.escape(" ".join(text.split()), quote=False)


def _part(part: dict[str, Any]) -> str:
    name = _both(Bilingual(vi=part["label_vi"], en=part["label_en"]))
    return f"{html.escape(name, quote=False)}: {part['value']} × {part['weight']} = {part['contribution']}"


def _both(text: Bilingual) -> str:
    return text.vi if text.vi == text.en else f"{text.vi} / {text.en}"
