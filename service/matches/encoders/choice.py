"""Which encoder an operator chose: the one that comes with the service, a model in a local folder, or none."""

from functools import cache
from pathlib import Path

from sqlalchemy.engine import Engine

from matching.readers.words import MODEL as WORDS_MODEL
from matching.readers.words import words_encoder
from matching.space.encoded import Encoder
from service.kit.languages import Bilingual
from service.kit.problems import Unavailable
from service.matches.encoders import nano
from service.matches.encoders.database import DatabaseStore
from service.matches.encoders.kept import KeptEncoder, Progress
from service.matches.encoders.local import read_model

AUTO, NONE, NANO = "auto", "none", nano.PACKAGE
NO_ENCODER = Bilingual(
    en="No sentence encoder is installed or chosen: records are read by their words alone, which finds less across languages.",
    vi="Chưa cài hoặc chưa chọn bộ mã hóa câu: hồ sơ chỉ được đọc theo từ ngữ, kém chính xác hơn khi so khớp giữa hai ngôn ngữ.",
)


@cache
def choose(setting: str) -> Encoder | None:
    """Return the encoder that ``VINMATCH_ENCODER`` names, one per process, or None for words alone.

    Raises ``Unavailable`` for an encoder that is not there. Nothing is ever fetched from a network.
    """
    if setting == NONE or (setting == AUTO and not nano.is_installed()):
        return None
    if setting not in (AUTO, NANO):
        return read_model(Path(setting))
    if not nano.is_installed():
        raise Unavailable(
            "encoder_not_installed",
            en=f"The encoder {NANO} is not installed: `pip install {NANO}`, or set VINMATCH_ENCODER to `{AUTO}`.",
            vi=f"Chưa cài bộ mã hóa {NANO}: hãy chạy `pip install {NANO}` hoặc đặt VINMATCH_ENCODER là `{AUTO}`.",
        )
    return nano.NanoEncoder()


def model_of(setting: str) -> str:
    """Return the id of the chosen encoder's model, that of words alone for none; raises what ``choose`` raises."""
    encoder = choose(setting)
    return encoder.model if encoder else WORDS_MODEL


def encoder_in(engine: Engine, setting: str, progress: Progress | None = None) -> Encoder:
    """Return the chosen encoder with its vectors kept in the database of ``engine``; without one, the words alone are compared.

    Raises what ``choose`` raises.
    """
    encoder = choose(setting)
    return KeptEncoder(encoder, DatabaseStore(engine, encoder.model), progress) if encoder else words_encoder()


def require(needed: str, encoder: Encoder | None) -> Encoder:
    """Return ``encoder``; raises ``Unavailable`` unless its model is the one that people were read with."""
    if encoder is not None and encoder.model == needed:
        return encoder
    chosen = encoder.model if encoder else NONE
    raise Unavailable(
        "encoder_changed",
        en=f"People were read with the encoder {needed}, but VINMATCH_ENCODER gives {chosen}: "
        "set it back, or read them again with `vinmatch seed --catalogue-only`.",
        vi=f"Hồ sơ đã được đọc bằng bộ mã hóa {needed}, nhưng VINMATCH_ENCODER lại cho {chosen}: "
        "hãy đặt lại như cũ hoặc đọc lại bằng `vinmatch seed --catalogue-only`.",
    )
