"""What a band is worth, said beside it: how many of those who stood in it were right ones, among people whom the readers had not seen."""

from functools import lru_cache

from matching.evaluation.written.intervals import exact
from matching.ranking.weights import CalibrationCounts
from models.vocabulary import Language
from service.kit.local_forms import number_in
from service.matches.recommendations.rounding import rounded
from service.matches.recommendations.schemas import BandBasisView

_SAID = {
    Language.VI: "Cứ 100 người ở mức này có {share} người thực sự hợp vai trò và {credible_share} người ít nhất là chấp nhận được "
    "({right} và {credible} trên {judged} hồ sơ mẫu đã chấm; khoảng tin cậy 95% của số thứ nhất: {low} đến {high}).",
    Language.EN: "Of 100 people in this band {share} were right for the role and {credible_share} at least credible "
    "({right} and {credible} of {judged} written people who were judged; 95% interval of the first {low} to {high}).",
}


@lru_cache(maxsize=64)
def band_basis(counted: CalibrationCounts | None) -> BandBasisView | None:
    """Return what a band stands on in both languages, with the exact interval of the share; None where nobody measured it."""
    if counted is None:
        return None
    share, (low, high) = counted.right / counted.judged, exact(counted.right, counted.judged)
    of_hundred = {"share": share, "low": low, "high": high, "credible_share": counted.credible / counted.judged}
    said = {
        language: text.format(
            **{name: number_in(language, getattr(counted, name)) for name in ("right", "credible", "judged")},
            **{name: number_in(language, 100 * value, 0) for name, value in of_hundred.items()},
        )
        for language, text in _SAID.items()
    }
    counts = {"judged": counted.judged, "right": counted.right, "credible": counted.credible}
    shares = {"share": rounded(share), "low": rounded(low), "high": rounded(high)}
    return BandBasisView(vi=said[Language.VI], en=said[Language.EN], **counts, **shares)
