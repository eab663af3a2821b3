"""The adapters, with packages that stand in for the real ones."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from service.kit.problems import Unavailable
from service.matches.encoders.local import OnnxEncoder, model_id, read_model
from tests.service.matches.encoders.examples import DIMENSION, LocalModel

Folder = Callable[..., Path]


@pytest.fixture
def onnx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A function that makes the folder of a network whose row for a token is (token, its position); a word's token is its length."""

    def tokens(text: str) -> SimpleNamespace:
        ids = [len(word) for word in text.split()]
        return SimpleNamespace(ids=ids, attention_mask=[1] * len(ids), type_ids=[0] * len(ids))

    def run(_outputs: None, given: dict[str, np.ndarray]) -> list[np.ndarray]:
        assert set(given) == {"input_ids", "attention_mask"}
        ids = given["input_ids"][0]
        return [np.stack([ids, np.arange(len(ids))], axis=1)[None].astype(np.float32)]

    tokenizer = SimpleNamespace(encode=tokens, no_padding=lambda: None, enable_truncation=lambda _most: None)
    inputs = [SimpleNamespace(name="input_ids"), SimpleNamespace(name="attention_mask")]
    session = SimpleNamespace(get_inputs=lambda: inputs, run=run)
    monkeypatch.setitem(sys.modules, "onnxruntime", SimpleNamespace(InferenceSession=lambda *_args, **_options: session))
    monkeypatch.setitem(sys.modules, "tokenizers", SimpleNamespace(Tokenizer=SimpleNamespace(from_file=lambda _file: tokenizer)))

    def make(**more: str) -> Path:
        folder = tmp_path / "small-model"
        for name, text in {"tokenizer.json": "{}", "onnx/model.onnx": "", **more}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
        return folder

    return make


def test_the_tokens_of_a_network_are_averaged(onnx: Folder) -> None:
    encoder = read_model(onnx())
    assert isinstance(encoder, OnnxEncoder)
    assert encoder.dimension == 2
    np.testing.assert_array_equal(encoder.encode(["a bcd", "ef"]), np.array([[2, 0.5], [2, 0]], dtype=np.float32))
    assert encoder.encode([]).shape == (0, 2)


def test_the_first_token_is_taken_where_the_model_says_so(onnx: Folder) -> None:
    encoder = read_model(onnx(**{"1_Pooling/config.json": json.dumps({"pooling_mode_cls_token": True})}))
    np.testing.assert_array_equal(encoder.encode(["a bcd"]), np.array([[1, 0]], dtype=np.float32))


def test_a_sentence_transformer_encodes_each_text_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = LocalModel(tmp_path / "labse", monkeypatch)
    encoder = read_model(Path(local.setting))
    assert encoder.encode(["vệ tinh", "satellite"]).shape == (2, DIMENSION) == (2, encoder.dimension)
    assert encoder.encode([]).shape == (0, DIMENSION)


def test_the_licence_is_what_the_model_card_states(onnx: Folder) -> None:
    assert read_model(onnx()).licence == "not stated"
    assert read_model(onnx(**{"README.md": "---\nlicense: mit\n---\n"})).licence == "mit"


def test_another_configuration_is_another_model(onnx: Folder) -> None:
    before = model_id(onnx())
    assert before.startswith("small-model-")
    assert before == model_id(onnx())
    assert before != model_id(onnx(**{"config.json": "{}"}))


@pytest.mark.parametrize(("file", "package"), [("modules.json", "sentence-transformers"), ("model.onnx", "onnxruntime")])
def test_a_missing_package_is_named(tmp_path: Path, file: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for module in ("sentence_transformers", "onnxruntime"):
        monkeypatch.setitem(sys.modules, module, None)
    for name in (file, "tokenizer.json"):
        (tmp_path / name).write_text("[]")
    with pytest.raises(Unavailable, match=f"pip install {package}"):
        read_model(tmp_path)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(Unavailable, match="there is no model in the folder"):
        read_model(tmp_path)
