"""What a band is worth, said beside it: how many of those who stood in it were right ones, among people whom the readers had not seen."""

from functools import lru_cache

from matching.evaluation.written.intervals import exact
from matching.ranking.weights import Calibrated
from models.vocabulary import Language
from service.kit.local_forms import number_in
from service.matches.recommendations.rounding import rounded
from service.matches.recommendations.schemas import BandBasisView

_SAID = {
    Language.VI: "Cứ 100 người ở mức này có {share} người thực sự hợp vai trò ({right} trên {judged} hồ sơ mẫu đã chấm; "
    "khoảng tin cậy 95%: {low} đến {high}).",
    Language.EN: "Of 100 people in this band {share} were right for the role ({right} of {judged} written people who were judged; "
    "95% interval {low} to {high}).",
}


@lru_cache(maxsize=64)
def band_basis(counted: Calibrated | None) -> BandBasisView | None:
    """Return what a band stands on in both languages, with the exact interval of the share; None where nobody measured it."""
    if counted is None:
        return None
    share, (low, high) = counted.right / counted.judged, exact(counted.right, counted.judged)
    of_hundred = {"share": share, "low": low, "high": high}
    said = {
        language: text.format(
            right=number_in(language, counted.right),
            judged=number_in(language, counted.judged),
            **{name: number_in(language, 100 * value, 0) for name, value in of_hundred.items()},
        )
        for language, text in _SAID.items()
    }
    numbers = {name: rounded(value) for name, value in of_hundred.items()}
    return BandBasisView(
        vi=said[Language.VI], en=said[Language.EN], judged=counted.judged, right=counted.right, credible=counted.credible, **numbers
    )
