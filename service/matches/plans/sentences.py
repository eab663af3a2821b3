"""What pages, answers and the command line say of a plan's gates, changes, prices and differences, in both languages."""

from collections.abc import Mapping

from matching.assignment.objective import Objective
from matching.plan.diagnosis import Gate
from matching.plan.difference import Cause, Difference
from models.vocabulary import Language
from service.kit.languages import Bilingual
from service.kit.local_forms import number_in

OBJECTIVES = {
    Objective.TOTAL: Bilingual(en="highest sum of scores", vi="tổng điểm cao nhất"),
    Objective.WORST_FIRST: Bilingual(en="lowest seat as high as possible", vi="nâng vị trí thấp nhất lên cao nhất"),
    Objective.FEWEST_CHANGES: Bilingual(en="fewest changes of an earlier plan", vi="ít thay đổi nhất so với kế hoạch trước"),
}
INPUTS = {
    "experts": Bilingual(en="records of people", vi="hồ sơ chuyên gia"),
    "catalogue": Bilingual(en="the catalogue", vi="danh mục"),
    "text_space": Bilingual(en="the reader of records", vi="bộ đọc hồ sơ"),
    "rule_set": Bilingual(en="the rules", vi="bộ quy tắc"),
    "weights": Bilingual(en="the weights", vi="bộ trọng số"),
    "pair_weights": Bilingual(en="the weights of pairs", vi="bộ trọng số của cặp"),
    "selection_date": Bilingual(en="the selection date", vi="ngày lựa chọn"),
}
SOLVERS = {
    "HiGHS, linear program": Bilingual(en="HiGHS, linear program", vi="HiGHS, quy hoạch tuyến tính"),
    "HiGHS, integer program": Bilingual(en="HiGHS, integer program", vi="HiGHS, quy hoạch nguyên"),
}
GATES = {
    Gate.CONSIDERED: Bilingual(en="considered", vi="được xét"),
    Gate.CONSENTING: Bilingual(en="consent to matching", vi="đồng ý cho đối sánh hồ sơ"),
    Gate.WITH_EVIDENCE: Bilingual(en="with enough evidence to be judged", vi="đủ minh chứng để xét"),
    Gate.WILLING: Bilingual(en="have not declined the role", vi="không từ chối vai trò"),
    Gate.AVAILABLE: Bilingual(en="available", vi="còn thời gian tham gia"),
    Gate.RULES_NOT_FAILED: Bilingual(en="fail no mandatory rule", vi="không vi phạm điều kiện bắt buộc"),
    Gate.WITHOUT_CONFLICT: Bilingual(en="without a conflict of interest", vi="không xung đột lợi ích"),
    Gate.EVIDENCE_SHOWN: Bilingual(en="have shown every mandatory rule", vi="đã chứng minh mọi điều kiện bắt buộc"),
    Gate.FITTING: Bilingual(en="a possible fit or better", vi="có thể phù hợp trở lên"),
    Gate.NOT_EXCLUDED: Bilingual(en="not excluded", vi="không bị loại trừ"),
    Gate.ABLE: Bilingual(en="with seats and hours enough", vi="đủ số vị trí và số giờ"),
    Gate.COMPATIBLE_WITH_PINS: Bilingual(en="may stand beside whoever is pinned", vi="không vướng người được giữ chỗ"),
    Gate.STILL_FREE: Bilingual(en="still free in this plan", vi="còn rảnh trong kế hoạch này"),
}
RELAXATIONS = {
    "capacity": Bilingual(en="Give more seats to", vi="Cho giữ thêm vị trí"),
    "forbidden": Bilingual(en="Lift exclusions", vi="Bỏ loại trừ"),
    "pins": Bilingual(en="Drop pins", vi="Bỏ giữ chỗ"),
    "candidates": Bilingual(en="Find more people for", vi="Tìm thêm người cho"),
    "minima": Bilingual(en="Lower minima", vi="Giảm mức tối thiểu"),
}
CAUSES = {
    Cause.SEAT: Bilingual(en="the seat is in one of the two plans only", vi="vị trí chỉ có trong một kế hoạch"),
    Cause.WITHDRAWN: Bilingual(en="may no longer be shown", vi="không còn được hiển thị"),
    Cause.EXCLUSION: Bilingual(en="an exclusion", vi="do loại trừ"),
    Cause.PIN: Bilingual(en="a pin", vi="do giữ chỗ"),
    Cause.MOVE: Bilingual(en="moves between this seat and {other}", vi="chuyển giữa vị trí này và {other}"),
    Cause.REPLACEMENT: Bilingual(en="takes the place of {other}", vi="thay {other}"),
    Cause.CAPACITY: Bilingual(en="what people can carry was changed", vi="sức chứa đã đổi"),
    Cause.MINIMUM: Bilingual(en="minima were changed", vi="mức tối thiểu đã đổi"),
    Cause.OBJECTIVE: Bilingual(en="another objective", vi="mục tiêu khác"),
    Cause.DATA: Bilingual(en="data, rules or weights changed", vi="dữ liệu, quy tắc hoặc trọng số đã đổi"),
    Cause.FOLLOWS: Bilingual(en="follows from the other changes", vi="kéo theo từ các thay đổi khác"),
}
COST = Bilingual(en="{coming} instead of {leaving} costs {cost} of the sum", vi="Chọn {coming} thay {leaving} làm giảm tổng {cost}")
GAIN = Bilingual(en="{coming} instead of {leaving} adds {cost} to the sum", vi="Chọn {coming} thay {leaving} làm tăng tổng {cost}")
FREES = Bilingual(en=", and frees {leaving} for {seats}", vi=", và {leaving} được chuyển sang {seats}")
EMPTIES = Bilingual(en="; {places} more places stay empty", vi="; thêm {places} chỗ để trống")
OUTDATED = Bilingual(en="withdrawn person", vi="người đã rút")


def cause_words(difference: Difference, names: Mapping[str, Bilingual]) -> Bilingual:
    """Return the cause of a difference; ``names`` tells what ids of people are called."""
    other = names.get(difference.other or "", Bilingual(difference.other or "", difference.other or ""))
    said = CAUSES[difference.cause]
    return Bilingual(en=said.en.format(other=other.en), vi=said.vi.format(other=other.vi))


def relaxation_words(kind: str, changes: Mapping[str, int], names: Mapping[str, Bilingual]) -> Bilingual:
    """Return a change that would do; ``names`` tells what ids of people and seats are called."""
    said = RELAXATIONS[kind]
    en, vi = (
        "; ".join(f"{_named(key, names, at)} ({amount})" if amount != 1 else _named(key, names, at) for key, amount in changes.items())
        for at in (0, 1)
    )
    return Bilingual(en=f"{said.en}: {en}", vi=f"{said.vi}: {vi}")


def _named(key: str, names: Mapping[str, Bilingual], language: int) -> str:
    return " – ".join(names[part][language] if part in names else part for part in key.split(", "))


def price_words(leaving: Bilingual, coming: Bilingual, cost: float, frees_for: list[Bilingual], places: int) -> Bilingual:
    """Return a price as a sentence; ``frees_for`` is what the seats are called for which somebody is freed."""
    texts = []
    for at, language in enumerate((Language.EN, Language.VI)):
        said = (COST if cost >= 0 else GAIN)[at].format(coming=coming[at], leaving=leaving[at], cost=number_in(language, abs(cost), 4))
        said += FREES[at].format(leaving=leaving[at], seats="; ".join(seat[at] for seat in frees_for)) if frees_for else ""
        said += EMPTIES[at].format(places=places) if places > 0 else ""
        texts.append(f"{said}.")
    return Bilingual(*texts)
