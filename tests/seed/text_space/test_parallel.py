"""Parallel texts are found in packages as they are unpacked."""

import json
from pathlib import Path

import pytest

from seed.text_space.parallel import MissingTexts, pairs


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """One paragraph of help, one preset and one label, the interface without messages."""
    for package, language, text in (("libreoffice-help-vi", "vi", "Lưu <b>tài liệu</b>."), ("libreoffice-help-en-us", "en-US", "Save it.")):
        page = tmp_path / package / "usr/share/libreoffice/help" / language / "text/a.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<p id="par_1" class="x">{text}</p><p id="{language}2">Only here</p>')
    for package in ("libreoffice-l10n-vi", "jupyterlab-language-pack-vi-VN"):
        (tmp_path / package).mkdir()
    for language, name in (("vi", "Nhà máy điện"), ("en", "Power plant")):
        path = tmp_path / f"id-tagging-schema/package/dist/translations/{language}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({language: {"presets": {"plant": {"name": name}}}}))
        path = tmp_path / f"emojibase-data/package/{language}/data.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps([{"hexcode": "1F6E5", "label": {"vi": "tàu máy", "en": "motor boat"}[language]}]))
    return tmp_path


def test_texts_of_one_place_are_pairs(packages: Path) -> None:
    assert pairs(packages) == [("Lưu tài liệu .", "Save it."), ("Nhà máy điện", "Power plant"), ("tàu máy", "motor boat")]


def test_a_missing_package_is_named(packages: Path) -> None:
    (packages / "libreoffice-l10n-vi").rmdir()
    with pytest.raises(MissingTexts, match="libreoffice-l10n-vi"):
        pairs(packages)
