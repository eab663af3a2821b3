"""The errors a caller can meet: each class carries its status, a stable code and a title in both languages (RFC 9457)."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, Field

from service.kit.field_words import field_name
from service.kit.languages import Bilingual

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = "5"  # what a busy service asks of whoever it turned away


class FieldError(BaseModel):
    """What is wrong with one field of a request."""

    field: str = Field(examples=["limit"])
    message: str = Field(examples=["must be at most 200"])


class ProblemDetails(BaseModel):
    """The body of every error answer."""

    type: str = Field(examples=["urn:vinmatch:problem:not_found"])
    code: str = Field(examples=["not_found"], description="Stable: programs decide by it")
    title: str
    status: int = Field(examples=[404])
    detail: str = Field(description="In the language that Accept-Language prefers")
    detail_vi: str
    detail_en: str
    instance: str = Field(examples=["/api/v1/products/P99"])
    request_id: str
    errors: list[FieldError] = Field(default_factory=list)
    permission: str | None = Field(
        default=None, examples=["read jobs"], description="Which permission the caller's roles lack; only where it is that"
    )
    typed: dict[str, Any] | None = Field(
        default=None, description="What was sent and not stored, so that nothing is lost; only where it is"
    )


class Problem(Exception):
    """An error that a caller should read; raise a subclass with the detail in both languages."""

    status: HTTPStatus = HTTPStatus.INTERNAL_SERVER_ERROR
    code: str = "unexpected"
    title: Bilingual = Bilingual("Unexpected error", "Lỗi ngoài dự kiến")
    headers: tuple[tuple[str, str], ...] = ()
    permission: str | None = None
    typed: dict[str, Any] | None = None

    def __init__(self, *, en: str, vi: str, errors: tuple[FieldError, ...] = ()) -> None:
        super().__init__(en)
        self.detail = Bilingual(en, vi)
        self.errors = errors


class NotFound(Problem):
    """There is no such thing, or the caller may not know that there is."""

    status = HTTPStatus.NOT_FOUND
    code = "not_found"
    title = Bilingual("Not found", "Không tìm thấy")

    @classmethod
    def of(cls, *, en: str, vi: str, identifier: str) -> "NotFound":
        """Return the problem for a missing thing named ``en`` and ``vi``, such as ``product`` and ``sản phẩm``."""
        return cls(en=f"There is no {en} {identifier}.", vi=f"Không có {vi} {identifier}.")


class NotOnListInForce(Problem):
    """A product of an older list has no successor on the list in force."""

    status = HTTPStatus.NOT_FOUND
    code = "not_on_list_in_force"
    title = Bilingual("Not on the list in force", "Không thuộc danh mục đang có hiệu lực")


class Refusal(Problem):
    """A refusal whose ``code`` says why: each kind has its own, and docs/problem-codes.md lists them all."""

    def __init__(self, code: str, *, en: str, vi: str, errors: tuple[FieldError, ...] = ()) -> None:
        super().__init__(en=en, vi=vi, errors=errors)
        self.code = code


class Conflict(Refusal):
    """The request contradicts what is stored."""

    status = HTTPStatus.CONFLICT
    title = Bilingual("Conflict with what is stored", "Mâu thuẫn với dữ liệu đã lưu")


class Gone(Problem):
    """The thing is part of another one now, which the detail names."""

    status = HTTPStatus.GONE
    code = "gone"
    title = Bilingual("Part of another record", "Đã nhập vào hồ sơ khác")


class PreconditionFailed(Problem):
    """Somebody changed the thing since the caller read it."""

    status = HTTPStatus.PRECONDITION_FAILED
    code = "precondition_failed"
    title = Bilingual("Changed in the meantime", "Đã bị thay đổi trong lúc đó")

    @classmethod
    def stale(cls) -> "PreconditionFailed":
        """Return the problem for a version that is no longer the stored one."""
        return cls(
            en="It was changed after you read it. Read it again and repeat your change.",
            vi="Dữ liệu đã thay đổi sau khi bạn đọc. Hãy đọc lại rồi sửa lại.",
        )

    @classmethod
    def returning(cls, version: int | None, typed: dict[str, Any]) -> "PreconditionFailed":
        """Return the problem with the version that is stored, and what was ``typed`` and not stored."""
        problem = cls(
            en=f"Somebody changed it: it is version {version} now. What you sent is returned here and not stored.",
            vi=f"Có người đã thay đổi: nay là phiên bản {version}. Nội dung bạn gửi được trả lại ở đây, chưa được lưu.",
        )
        problem.headers, problem.typed = (("ETag", f'"{version}"'),), typed
        return problem


class PreconditionRequired(Problem):
    """A change must say which version it changes (RFC 6585, section 3)."""

    status = HTTPStatus.PRECONDITION_REQUIRED
    code = "precondition_required"
    title = Bilingual("Version missing", "Thiếu phiên bản")


class Unauthorised(Problem):
    """The caller is not signed in and showed no valid key."""

    status = HTTPStatus.UNAUTHORIZED
    code = "unauthorised"
    title = Bilingual("Sign in", "Cần đăng nhập")
    headers = (("WWW-Authenticate", "Bearer"),)


class Forbidden(Refusal):
    """The caller is known and may not do this; ``permission`` is the one of docs/access.md that was asked for, where it was."""

    status = HTTPStatus.FORBIDDEN
    title = Bilingual("Not allowed", "Không được phép")


class TooManyAttempts(Problem):
    """Somebody tried to sign in too often."""

    status = HTTPStatus.TOO_MANY_REQUESTS
    code = "too_many_attempts"
    title = Bilingual("Too many attempts", "Thử quá nhiều lần")


class Invalid(Refusal):
    """The request has the wrong shape. The code ``invalid`` is that of fields alone, which ``errors`` name."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    title = Bilingual("Invalid request", "Yêu cầu không hợp lệ")

    @classmethod
    def field(cls, name: str, *, en: str, vi: str) -> "Invalid":
        """Return the problem for the one field ``name``; ``en`` and ``vi`` continue the sentence that starts with its name."""
        called = field_name(name)
        return cls("invalid", en=f"{called.en} {en}.", vi=f"{called.vi} {vi}.", errors=(FieldError(field=name, message=en),))


class UnfitKey(Problem):
    """An Idempotency-Key was sent with another request than the first one."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    code = "unfit_key"
    title = Bilingual("Key of another request", "Khóa của yêu cầu khác")


class Unavailable(Refusal):
    """The service cannot answer now."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    title = Bilingual("Not available now", "Tạm thời chưa phục vụ được")
    headers = (("Retry-After", RETRY_AFTER_SECONDS),)


class TooLarge(Problem):
    """The request body is over the limit."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    code = "too_large"
    title = Bilingual("Request too large", "Yêu cầu quá lớn")


class StandardProblem(Problem):
    """An error of HTTP itself, such as a method that an address does not have."""

    def __init__(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        super().__init__(en=f"{status.phrase}.", vi=f"Máy chủ trả lời {status.value} ({status.phrase}).")
        self.status, self.code, self.headers = status, status.name.lower(), tuple(headers.items())
        self.title = Bilingual(status.phrase, f"Lỗi {status.value}")


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI declaration of the errors ``statuses``, for ``responses=`` of a route, a router or the application."""
    return {status: {"model": ProblemDetails, "description": HTTPStatus(status).phrase} for status in statuses}
