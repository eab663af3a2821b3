"""Whether the fields of a person or an item are what the API takes; what is not is said of its field, with the cure."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from service.imports.faults import CellFault
from service.kit.fields import Named
from service.kit.languages import Bilingual
from service.kit.problems import Invalid
from service.people.evidence.operations import check_item
from service.people.evidence.schemas import EvidenceCreate
from service.people.profiles.identifiers import check_orcid
from service.people.profiles.operations import columns_of
from service.people.profiles.schemas import ExpertCreate

Model = TypeVar("Model", bound=BaseModel)
_NAME = TypeAdapter[str](Named)
_FORMS = {
    "email": Bilingual(
        "is no e-mail address: write one such as an@example.vn", "không phải địa chỉ thư điện tử: hãy viết dạng an@example.vn"
    ),
    "orcid": Bilingual("is no ORCID iD: write it as 0000-0002-1825-0097", "không phải mã ORCID: hãy viết dạng 0000-0002-1825-0097"),
    "country": Bilingual("is no country: write its two letters, such as VN", "không phải mã nước: hãy viết hai chữ, ví dụ VN"),
    "languages": Bilingual("is no language: write its code, such as vi", "không phải mã ngôn ngữ: hãy viết mã, ví dụ vi"),
}
_NAMED = {
    "starts": Bilingual("its start: correct one of the two", "ngày bắt đầu: hãy sửa một trong hai"),
    "available_from": Bilingual("the first day: correct one of the two", "ngày đầu: hãy sửa một trong hai"),
}
_CODE = Bilingual(
    "takes small letters, digits and hyphens, such as south-asia", "chỉ gồm chữ thường không dấu, số, gạch nối, ví dụ south-asia"
)
_WRONG = Bilingual("cannot be stored so: correct it", "không lưu được như vậy: hãy sửa lại")


def checked_person(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a person; raises ``CellFault``."""
    found = _checked(ExpertCreate, fields)
    try:
        check_orcid(found.orcid)
        return columns_of(found)
    except Invalid as problem:
        raise _misplaced(problem) from None


def checked_item(fields: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return the columns of an item of evidence; raises ``CellFault``."""
    found = _checked(EvidenceCreate, fields)
    try:
        check_item(found, today)
    except Invalid as problem:
        raise _misplaced(problem) from None
    return found.model_dump()


def checked_organisation(name: str) -> str:
    """Return the name of an organisation on one line; raises ``CellFault``."""
    written = " ".join(name.split())
    if written:
        try:
            _NAME.validate_python(written)
        except ValidationError as error:
            raise CellFault("organisation", _said("organisation", dict(error.errors(include_url=False)[0]))) from None
    return written


def _checked(model: type[Model], fields: Mapping[str, Any]) -> Model:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        first: Mapping[str, Any] = dict(error.errors(include_url=False)[0])
        where = "_".join(str(step) for step in first["loc"] if not isinstance(step, int)) or "display_name"
        raise CellFault(where, _said(where, first)) from None


def _misplaced(problem: Invalid) -> CellFault:
    """Return the fault in the words of ``problem``, which begin with the name of its field and can name another one."""
    field = problem.errors[0].field if problem.errors else ""
    said = [text.removeprefix(f"{field} ") for text in problem.detail]
    for name, words in _NAMED.items():
        said = [text.replace(f" {name}.", f" {word}.") for text, word in zip(said, words, strict=True)]
    return CellFault(field, Bilingual(*(text[:1].upper() + text[1:] for text in said)))


def _said(field: str, error: Mapping[str, Any]) -> Bilingual:
    """Return what is wrong, in words: "is longer than 200 characters: shorten it"."""
    limits, kind = error.get("ctx", {}), error["type"]
    words = str(error.get("input", ""))[:40]
    match kind:
        case "missing":
            return Bilingual("This is missing: fill it in.", "Còn thiếu: hãy điền vào.")
        case "string_too_long":
            most = limits["max_length"]
            return Bilingual(f"“{words}…” is longer than {most} characters: shorten it.", f"“{words}…” dài quá {most} ký tự: hãy rút gọn.")
        case "string_too_short":
            return Bilingual("This is empty: fill it in.", "Ô trống: hãy điền vào.")
        case "too_long":
            most = limits["max_length"]
            return Bilingual(f"There are more than {most}: leave some out.", f"Có quá {most} mục: hãy bớt đi.")
        case "value_error":
            return Bilingual(
                f"“{words}”: {error['msg'].removeprefix('Value error, ')}.", f"“{words}” có ký tự ẩn hoặc xuống dòng: hãy xóa và gõ lại."
            )
        case "string_pattern_mismatch":
            form = _FORMS.get(field.split("_", maxsplit=1)[0], _FORMS.get(field, _CODE))
        case "extra_forbidden":
            form = Bilingual("is no field that is known: leave it out", "không phải trường đã biết: hãy bỏ đi")
        case _:
            form = _WRONG
    return Bilingual(f"“{words}” {form.en}.", f"“{words}” {form.vi}.")
