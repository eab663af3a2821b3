"""What a command says when it meets a fault that its user can mend; loaded only then, because it knows every part of the house."""

from sqlalchemy.exc import SQLAlchemyError

from matching.assignment.exchange import MalformedTable
from matching.evaluation.exchange import MalformedExchange
from matching.space.shipped.storing import BrokenSeal, OtherEncoder
from seed.catalogue.faults import CatalogueFaults
from seed.text_space.parallel import MissingTexts
from service.problems import Invalid, Problem

WRONG_RESULT, WRONG_USE = 1, 2


def told(fault: Exception) -> tuple[int, tuple[str, ...]] | None:
    """Return the exit code and the lines for the error stream; None for a fault of ours, which keeps its traceback."""
    match fault:
        case Invalid():
            return WRONG_USE, (fault.detail.en, fault.detail.vi)
        case Problem():
            return WRONG_RESULT, (fault.detail.en, fault.detail.vi)
        case MalformedExchange() | MalformedTable() | OtherEncoder() | BrokenSeal() | MissingTexts():
            return WRONG_USE, tuple(str(fault).splitlines())
        case CatalogueFaults():
            return WRONG_RESULT, tuple(str(each) for each in fault.faults)
        case SQLAlchemyError():
            return WRONG_RESULT, (f"The database refused: {str(fault).splitlines()[0]}",)
        case _:
            return None
