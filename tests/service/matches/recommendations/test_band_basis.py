"""A band says how many of those who stood in it were right ones."""

from matching.ranking.weights import Band, CalibrationCounts
from models.vocabulary import RoleFamily
from seed.catalogue.loader import PACKAGED
from service.matches.recommendations.band_basis import band_basis


def test_a_band_is_told_in_people_of_a_hundred_in_both_languages() -> None:
    told = band_basis(CalibrationCounts(judged=29, credible=24, right=11))
    assert told is not None
    assert told.en == (
        "Of 100 people in this band 38 were right for the role and 83 at least credible "
        "(11 and 24 of 29 written people who were judged; 95% interval of the first 21 to 58)."
    )
    assert told.vi.startswith("Cứ 100 người ở mức này có 38 người thực sự hợp vai trò và 83 người ít nhất là chấp nhận được")
    assert (told.judged, told.right, told.credible, told.share) == (29, 11, 24, 0.3793)


def test_a_band_that_nobody_measured_says_nothing() -> None:
    assert band_basis(None) is None


def test_every_band_of_the_weights_that_ship_was_measured() -> None:
    lines = (PACKAGED / "weights" / "band_calibration.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert {tuple(line.split(",")[1:3]) for line in lines} == {(family.value, band.value) for family in RoleFamily for band in Band}
