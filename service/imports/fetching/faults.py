"""Why nothing came from a registry, in words that say what to do. None of them holds an address with its key."""

from service.imports.faults import Unreadable


class NotFetched(Unreadable):
    """A registry was not asked, or gave no answer that can be used: ``code`` says why."""

    def __init__(self, code: str, en: str, vi: str) -> None:
        super().__init__(en, vi)
        self.code = code


class SwitchedOff(NotFetched):
    """The operator allows no request to this host."""

    def __init__(self, host: str) -> None:
        super().__init__(
            "registry_switched_off",
            f"This service asks nothing of {host}: download the record there and send the file, or have the operator allow the host.",
            f"Dịch vụ này không truy cập {host}: hãy tải hồ sơ từ đó rồi gửi tệp, hoặc đề nghị người vận hành cho phép.",
        )


class RateLimited(NotFetched):
    """The registry asks to come back later: it was asked too often in a short time."""

    def __init__(self, host: str) -> None:
        super().__init__(
            "registry_busy",
            f"{host} is asked too often at this moment. Try again in a few minutes.",
            f"{host} đang nhận quá nhiều yêu cầu. Hãy thử lại sau vài phút.",
        )


class OutOfCredit(NotFetched):
    """The allowance of the day is used up: trying again within the day changes nothing."""

    def __init__(self, host: str) -> None:
        super().__init__(
            "registry_allowance_used",
            f"The daily allowance at {host} is used up. Try again tomorrow, or have the operator set a key with a larger one.",
            f"Hạn mức trong ngày tại {host} đã hết. Hãy thử lại vào ngày mai, hoặc đề nghị người vận hành đặt khóa có hạn mức lớn hơn.",
        )


def unknown(host: str) -> NotFetched:
    """Return the fault of a record that is not there."""
    return NotFetched(
        "record_unknown", f"{host} knows no such record: compare the identifier.", f"{host} không có hồ sơ này: hãy kiểm tra lại mã."
    )


def refused(host: str, status: int) -> NotFetched:
    """Return the fault of a registry that answers with an error."""
    return NotFetched(
        "registry_refused",
        f"{host} answers {status} and no record. Try again later; if it stays so, tell the operator.",
        f"{host} trả về {status}, không có hồ sơ. Hãy thử lại sau; nếu vẫn vậy, hãy báo người vận hành.",
    )


def silent(host: str) -> NotFetched:
    """Return the fault of a registry that cannot be reached in time."""
    return NotFetched("registry_silent", f"{host} does not answer. Try again later.", f"{host} không trả lời. Hãy thử lại sau.")


def too_large(host: str) -> NotFetched:
    """Return the fault of an answer over the limit."""
    return NotFetched(
        "record_too_large",
        f"{host} answers with more than this service takes: download the record and send it in parts.",
        f"{host} trả về nhiều dữ liệu hơn mức cho phép: hãy tải hồ sơ rồi gửi từng phần.",
    )


def led_elsewhere(host: str) -> NotFetched:
    """Return the fault of an answer that points to another place."""
    return NotFetched(
        "registry_led_elsewhere",
        f"{host} leads to another place, which this service does not follow. Compare the identifier, and tell the operator.",
        f"{host} chuyển sang địa chỉ khác mà dịch vụ này không theo. Hãy kiểm tra lại mã và báo người vận hành.",
    )
