"""Encoders that need no model: words as directions, and the same in a folder as an operator would point at one."""

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

DIMENSION = 32


class WordEncoder:
    """A text is the sum of its words' random directions; ``encoded`` lists what was asked for."""

    model = "words-1"
    dimension = DIMENSION
    licence = "none"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded += texts
        return np.array([_row(text) for text in texts], dtype=np.float32).reshape(len(texts), DIMENSION)


def _row(text: str) -> np.ndarray:
    seeds = (int(hashlib.sha256(word.encode()).hexdigest()[:8], 16) for word in text.lower().split())
    return np.sum([np.random.default_rng(seed).normal(size=DIMENSION) for seed in seeds] or [np.ones(DIMENSION)], axis=0)


class LocalModel:
    """A folder that ``VINMATCH_ENCODER`` can name, and a package that runs it; ``encoded`` lists what was asked for."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder.mkdir(parents=True)
        (folder / "modules.json").write_text(f'["{folder.name}"]')
        self.setting = str(folder)
        self.words = WordEncoder()
        monkeypatch.setenv("HF_HUB_OFFLINE", "1")  # what the adapter sets is undone with it
        monkeypatch.setitem(sys.modules, "sentence_transformers", SimpleNamespace(SentenceTransformer=self._load))

    def _load(self, _folder: str, **options: object) -> SimpleNamespace:
        assert options == {"device": "cpu", "local_files_only": True}
        return SimpleNamespace(encode=lambda texts, **_options: self.words.encode(texts))

    @property
    def encoded(self) -> list[str]:
        return self.words.encoded
