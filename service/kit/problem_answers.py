"""Turns every exception that leaves a route into a problem answer, without internals."""

from http import HTTPStatus

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm.exc import StaleDataError
from starlette.exceptions import HTTPException

from service.kit.headers import headers_for
from service.kit.languages import preferred_language
from service.kit.problem_page import problem_page, wants_page
from service.kit.problems import (
    MEDIA_TYPE,
    Conflict,
    Invalid,
    NotFound,
    PreconditionFailed,
    Problem,
    ProblemDetails,
    StandardProblem,
    TooLarge,
    Unavailable,
)
from service.kit.services import is_over_tls
from service.kit.validation import as_invalid

log = structlog.get_logger()


def register_problem_answers(app: FastAPI) -> None:
    """Make ``app`` answer every error as ``application/problem+json``."""
    for kind, answer in {
        Problem: _problem,
        RequestValidationError: _validation,
        HTTPException: _http,
        IntegrityError: _integrity,
        DataError: _data,
        OperationalError: _unavailable,
        PoolTimeoutError: _unavailable,
        StaleDataError: _stale,
        OverflowError: _unfit,
        RecursionError: _unfit,
        UnicodeEncodeError: _unfit,
        Exception: _unexpected,
    }.items():
        app.add_exception_handler(kind, answer)


def problem_response(request: Request, problem: Problem) -> Response:
    """Return ``problem`` as an answer in the caller's language: a page to whoever reads pages, else problem+json."""
    if wants_page(request):
        return problem_page(request, problem)
    language = preferred_language(request.headers.get("accept-language"))
    body = ProblemDetails(
        type=f"urn:vinmatch:problem:{problem.code}",
        code=problem.code,
        title=problem.title.in_language(language),
        status=problem.status,
        detail=problem.detail.in_language(language),
        detail_vi=problem.detail.vi,
        detail_en=problem.detail.en,
        instance=request.url.path,
        request_id=getattr(request.state, "request_id", ""),
        errors=list(problem.errors),
        permission=problem.permission,
        typed=problem.typed,
    )
    unused = {name for name in ("permission", "typed") if getattr(problem, name) is None}
    headers = {"Content-Language": language.value, **dict(problem.headers)}
    return JSONResponse(body.model_dump(exclude=unused), status_code=problem.status, media_type=MEDIA_TYPE, headers=headers)


def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)  # noqa: S101 - narrows the type that the registration promises
    return problem_response(request, error)


def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - narrows the type that the registration promises
    return problem_response(request, as_invalid(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - narrows the type that the registration promises
    if error.status_code == HTTPStatus.NOT_FOUND:
        return problem_response(request, NotFound(en="There is nothing at this address.", vi="Không có gì ở địa chỉ này."))
    if error.status_code == HTTPStatus.BAD_REQUEST:  # what the framework says of a body that is not text
        return problem_response(request, Invalid("body_unreadable", en="The body cannot be read.", vi="Không đọc được nội dung gửi lên."))
    if error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return problem_response(request, TooLarge(en="The body is over the limit.", vi="Nội dung vượt giới hạn."))
    return problem_response(request, StandardProblem(HTTPStatus(error.status_code), error.headers or {}))


def _integrity(request: Request, _error: Exception) -> Response:
    problem = Conflict(
        "contradicts_stored",
        en="This contradicts what is stored: something named here is missing, used or there already.",
        vi="Mâu thuẫn với dữ liệu đã lưu: có mục bị thiếu, đang được dùng hoặc đã tồn tại.",
    )
    return problem_response(request, problem)


def _data(request: Request, _error: Exception) -> Response:
    return problem_response(
        request, Invalid("value_unfit", en="A value cannot be stored or compared.", vi="Có giá trị không thể lưu hoặc so sánh.")
    )


def _unfit(request: Request, error: Exception) -> Response:
    """Answer for a value that no field refused and that a driver, a header or the calendar cannot hold."""
    log.warning("unfit value", request_id=getattr(request.state, "request_id", ""), error=type(error).__name__, exc_info=error)
    return _data(request, error)


def _unavailable(request: Request, error: Exception) -> Response:
    """Answer for a database that does not take part; the log names the cause, which an operator can mend."""
    cause = getattr(getattr(error, "orig", None), "sqlite_errorname", None)  # SQLITE_FULL, SQLITE_READONLY, SQLITE_BUSY
    log.error("database unavailable", request_id=getattr(request.state, "request_id", ""), error=type(error).__name__, cause=cause)
    problem = Unavailable(
        "database_unavailable",
        en="The database does not answer or is busy. Nothing was changed; try again.",
        vi="Cơ sở dữ liệu đang bận hoặc không trả lời. Chưa có gì đổi; hãy thử lại.",
    )
    return problem_response(request, problem)


def _stale(request: Request, _error: Exception) -> Response:
    return problem_response(request, PreconditionFailed.stale())


def _unexpected(request: Request, error: Exception) -> Response:
    log.error("unexpected error", request_id=getattr(request.state, "request_id", ""), error=type(error).__name__, exc_info=error)
    text = "Something went wrong here, not with your request. Report the request_id."
    answer = problem_response(request, Problem(en=text, vi="Lỗi phía máy chủ, không phải do yêu cầu của bạn. Hãy báo lại request_id."))
    for name, value in headers_for(tls=is_over_tls(request)).items():  # this answer is made outside of what adds them to all others
        answer.headers.setdefault(name, value)
    return answer
