"""Which state of a request may follow which."""

from models.data_requests import DataRequest
from models.vocabulary import DataRequestState as State
from service.kit.problems import Conflict

_NEXT = {
    State.RECEIVED: (State.ACKNOWLEDGED, State.REFUSED),
    State.ACKNOWLEDGED: (State.IN_PROGRESS, State.EXTENDED, State.DONE, State.REFUSED),
    State.IN_PROGRESS: (State.EXTENDED, State.DONE, State.REFUSED),
    State.EXTENDED: (State.DONE, State.REFUSED),
    State.DONE: (),
    State.REFUSED: (),
}
CLOSED = (State.DONE, State.REFUSED)


def next_states(request: DataRequest) -> tuple[State, ...]:
    """Return the states that may follow."""
    return _NEXT[request.state]


def check_step(request: DataRequest, to: State) -> None:
    """Raise ``Conflict`` with the legal states when ``to`` may not follow."""
    legal = next_states(request)
    if to not in legal:
        listed = ", ".join(legal) or "-"
        raise Conflict(
            "data_request_step",
            en=f"A request that is {request.state.value} cannot become {to.value}. Legal: {listed}.",
            vi=f"Yêu cầu đang ở trạng thái {request.state.value} không thể chuyển sang {to.value}. Hợp lệ: {listed}.",
        )
