"""Makes the problem of a question, and says in both languages what in a request contradicts itself or the gate."""

from matching.assignment.problem import InvalidProblem
from matching.explanation.phrases import GATE
from matching.plan.building import ImpossiblePins, PinFault
from matching.plan.staffing import Draft
from models.vocabulary import Language
from service.kit.problems import FieldError, Invalid
from service.matches.plans.questions import Question

_TABLES = {"pins": "pins", "people": "capacities", "minima": "minima", "seats": "seats"}


def draft_of(question: Question) -> Draft:
    """Return the draft; raises ``Invalid`` for pins that the gate or other rules forbid, naming each."""
    try:
        return Draft.of(question.field)
    except ImpossiblePins as impossible:
        raise _pins(impossible.faults) from impossible
    except InvalidProblem as invalid:
        raise _contradiction(invalid) from invalid


def _pins(faults: tuple[PinFault, ...]) -> Invalid:
    told = {language: "; ".join(_pin(fault, language) for fault in faults) for language in Language}
    return Invalid(
        "pins_gated",
        en=f"The gate forbids pins; remove them: {told[Language.EN]}.",
        vi=f"Có người được giữ chỗ mà điều kiện không cho phép; hãy bỏ: {told[Language.VI]}.",
        errors=tuple(FieldError(field="pins", message=_pin(fault, Language.EN)) for fault in faults),
    )


def _pin(fault: PinFault, language: Language) -> str:
    unknown = {Language.EN: "not in the network", Language.VI: "không có trong mạng lưới"}[language]
    reasons = ", ".join(GATE[reason][language] for reason in fault.reasons) or unknown
    return f"{fault.person} – {fault.seat} ({reasons})"


def _contradiction(invalid: InvalidProblem) -> Invalid:
    places = "; ".join(str(fault) for fault in invalid.faults)
    return Invalid(
        "plan_rules_contradict",
        en=f"The rules of the request contradict one another: {places}.",
        vi=f"Các quy tắc trong yêu cầu mâu thuẫn nhau, hãy bỏ hoặc nới một quy tắc: {places}.",
        errors=tuple(
            FieldError(field=f"{_TABLES.get(fault.table, fault.table)}.{fault.position}", message=fault.message) for fault in invalid.faults
        ),
    )
