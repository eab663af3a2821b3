"""What a command says when it meets a fault that its user can mend; loaded only then, because it knows every part of the house."""

import traceback
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from matching.evaluation.exchange import MalformedExchange
from matching.space.shipped.storing import BrokenSeal, OtherEncoder
from matching.tables import MalformedTable
from models.backups.archive import BackupFault
from models.migrations.upgrade import UpgradeRefused
from seed.catalogue.faults import CatalogueFaults
from seed.text_space.parallel import MissingTexts
from service.front.health.database_states import refusal
from service.kit.problems import Invalid, Problem
from service.kit.settings import Settings

WRONG_RESULT, WRONG_USE = 1, 2


def told(fault: Exception) -> tuple[int, tuple[str, ...]]:
    """Return the exit code and the lines for the error stream; of a fault of ours they name the kind and the place, never a traceback."""
    match fault:
        case Problem():
            return WRONG_USE if isinstance(fault, Invalid) else WRONG_RESULT, (fault.detail.en, fault.detail.vi)
        case ValidationError() if fault.title == Settings.__name__:
            return WRONG_USE, _of_settings(fault)
        case OSError() | UnicodeDecodeError():
            return WRONG_USE, _of_file(fault)
        case _:
            code, lines = _of_content(fault)
            return (code, lines) if lines else (WRONG_RESULT, _of_ours(fault))


def _of_content(fault: Exception) -> tuple[int, tuple[str, ...]]:
    """Return the exit code and the lines for what a file or a database holds; no line for any other fault."""
    match fault:
        case BackupFault():
            return WRONG_USE, (fault.en, fault.vi)
        case UpgradeRefused():
            return WRONG_RESULT, tuple(refusal(fault))
        case MalformedExchange() | MalformedTable() | OtherEncoder() | BrokenSeal() | MissingTexts():
            return WRONG_USE, tuple(str(fault).splitlines())
        case CatalogueFaults():
            return WRONG_RESULT, tuple(str(each) for each in fault.faults)
        case SQLAlchemyError():
            return WRONG_RESULT, (f"The database refused: {str(fault).splitlines()[0]}",)
        case _:
            return WRONG_RESULT, ()


def _of_settings(fault: ValidationError) -> tuple[str, str]:
    places = sorted({str(error["loc"][0]) for error in fault.errors() if error["loc"]})
    together = [str(error["msg"]).removeprefix("Value error, ") for error in fault.errors() if not error["loc"]]
    named = ", ".join([*(Settings.variable(place) if place in Settings.model_fields else place for place in places), *together])
    return f"These settings cannot be as they are: {named}.", f"Giá trị cài đặt không hợp lệ: {named}."


def _of_ours(fault: Exception) -> tuple[str, str]:
    place = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{type(fault).__name__}, {Path(place.filename).name}:{place.lineno} {place.name}"
    return f"This is a fault of the program, not of yours. Report it: {where}.", f"Đây là lỗi của chương trình. Hãy báo lại: {where}."


def _of_file(fault: OSError | UnicodeDecodeError) -> tuple[str, str]:
    if isinstance(fault, UnicodeDecodeError):
        return "A file is not text in UTF-8.", "Có tệp không phải văn bản UTF-8."
    why = fault.strerror or type(fault).__name__
    if fault.filename is None:
        return f"The system refused: {why}.", f"Hệ thống từ chối: {why}."
    return f"{fault.filename} cannot be read or written: {why}.", f"Không đọc hoặc ghi được {fault.filename}: {why}."
