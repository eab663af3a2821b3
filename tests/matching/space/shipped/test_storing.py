import numpy as np
import pytest

from matching.space.shipped.storing import SHIPPED, BrokenSeal, OtherEncoder, read_space, sealed, space_from, unsealed, version_of
from tests.matching.examples import DOCUMENTS, RADAR
from tests.matching.space.shipped.examples import arrays, space
from tests.service.matches.encoders.examples import WordEncoder


def test_what_was_sealed_reads_the_same() -> None:
    read = space_from(unsealed(sealed(arrays())), WordEncoder())
    assert read.version == space().version
    assert read.closeness(read.asked([RADAR[2]]), read.texts(DOCUMENTS)).tolist() == (
        space().closeness(space().asked([RADAR[2]]), space().texts(DOCUMENTS)).tolist()
    )


@pytest.mark.parametrize("name", ["counts", "means", "balance", "vi_shares"])
def test_another_value_is_another_version_and_breaks_the_seal(name: str) -> None:
    changed = arrays() | {name: arrays()[name] + 1}
    assert version_of(changed) != version_of(arrays())
    blob = sealed(arrays())
    tampered = {**unsealed(blob), name: changed[name]}
    with pytest.raises(BrokenSeal, match=version_of(arrays())):
        unsealed(_sealed_as(tampered, version_of(arrays())))


def _sealed_as(tampered: dict[str, np.ndarray], version: str) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("matching.space.shipped.storing.version_of", lambda _: version)
        return sealed(tampered)


def test_another_encoder_is_refused_by_name() -> None:
    other = WordEncoder()
    other.model = "words-2"
    with pytest.raises(OtherEncoder, match=r"words-1.*words-2") as refused:
        space_from(arrays(), other)
    assert "bộ mã hóa" in str(refused.value)


def test_without_an_encoder_no_means_are_asked_for() -> None:
    assert space(encoded=False).meaning is None


def test_what_ships_is_sealed_small_and_knows_both_languages() -> None:
    shipped = read_space(SHIPPED, None)
    assert SHIPPED.stat().st_size < 8_000_000
    closeness = shipped.closeness(
        shipped.asked(["Thiết kế vệ tinh viễn thám"]), shipped.texts(["Remote sensing satellite", "Rice breeding"])
    )
    assert closeness[0] > 2 * closeness[1]


def test_what_ships_never_needs_code_to_be_read() -> None:
    with np.load(SHIPPED, allow_pickle=False) as stored:
        assert all(stored[name].dtype.kind in "iuf" for name in stored.files)
