"""Which state of the selection procedure may follow which, as two tables: of a request and of one candidate.

Source: selection_states.csv. The service owns NEED to SHORTLIST and records the rest. The order of announcement and shortlist is left
open, because no text at hand settles it: an announcement after the signature is recorded, and both say that it came late. A concurrent
appointment skips the open selection.
"""

from models.vocabulary.selection import SelectionState as State
from models.vocabulary.selection import SelectionTrack as Track
from service.kit.problems import Conflict, FieldError
from service.selection.words import STATES

_REQUEST = {
    Track.OPEN_SELECTION: {
        State.NEED: (State.ANNOUNCED, State.SHORTLIST, State.ENDED),
        State.ANNOUNCED: (State.CANDIDATE_POOL, State.SHORTLIST, State.ENDED),
        State.CANDIDATE_POOL: (State.SHORTLIST, State.ENDED),
        State.SHORTLIST: (State.ENDED,),
        State.ENDED: (),
    },
    Track.CONCURRENT_APPOINTMENT: {
        State.NEED: (State.SHORTLIST, State.ENDED),
        State.SHORTLIST: (State.ENDED,),
        State.ENDED: (),
    },
}
LATE = (State.ANNOUNCED, State.CANDIDATE_POOL)
"""Steps of an open selection that may be recorded after the signature as well; they move nothing."""
_OUT = (State.DECLINED, State.WITHDRAWN)
_CANDIDATE = {
    State.SHORTLIST: (State.INVITED, *_OUT),
    State.INVITED: (State.CANDIDATE_POOL, State.COUNCIL, State.DECIDED, *_OUT),
    State.CANDIDATE_POOL: (State.COUNCIL, State.DECIDED, *_OUT),
    State.COUNCIL: (State.DECIDED, *_OUT),
    State.DECIDED: (State.CONTRACT, *_OUT),
    State.CONTRACT: (State.IN_ROLE, State.ENDED),
    State.IN_ROLE: (State.IN_ROLE, State.ENDED),  # one evaluation a year
    State.ENDED: (),
    State.DECLINED: (),
    State.WITHDRAWN: (),
}
# Serving officials: nobody has to be invited to what their superiors appoint them to.
_CONCURRENT_CANDIDATE = {**_CANDIDATE, State.SHORTLIST: (State.INVITED, State.COUNCIL, State.DECIDED, *_OUT)}
BY_THE_SERVICE = (State.SHORTLIST, State.INVITED)
"""States that an act of the service leads to, a signature or an invitation: nobody records them."""
CHOSEN = (State.DECIDED, State.CONTRACT, State.IN_ROLE, State.ENDED)
"""States of a candidate who was chosen: no term of retention starts for them."""


def request_steps(track: Track, state: State) -> tuple[State, ...]:
    """Return the states that may follow for a request."""
    return _REQUEST[track].get(state, ())


def is_late(track: Track, state: State, to: State) -> bool:
    """Return whether ``to`` is recorded of a request that is past it."""
    return track is Track.OPEN_SELECTION and state is State.SHORTLIST and to in LATE


def recordable(track: Track, state: State) -> tuple[State, ...]:
    """Return what may be recorded of a request: the states that may follow, and those that come late."""
    return (*(to for to in LATE if is_late(track, state, to)), *request_steps(track, state))


def candidate_steps(track: Track, state: State) -> tuple[State, ...]:
    """Return the states that may follow for a candidate."""
    table = _CONCURRENT_CANDIDATE if track is Track.CONCURRENT_APPOINTMENT else _CANDIDATE
    return table.get(state, ())


def check(legal: tuple[State, ...], state: State, to: State) -> None:
    """Raise ``Conflict`` with the legal states when ``to`` may not follow."""
    if to not in legal:
        now, then = STATES[state], STATES[to]
        en, vi = (", ".join(names) for names in zip(*(STATES[one] for one in legal), strict=True)) if legal else ("none", "không có")
        raise Conflict(
            "step_not_next",
            en=f"From “{now.en}” it cannot go to “{then.en}”. Possible next: {en}.",
            vi=f"Đang ở bước “{now.vi}” nên chưa thể chuyển sang “{then.vi}”. Bước tiếp theo có thể là: {vi}.",
            errors=(FieldError(field="to", message=f"must be one of {', '.join(legal) or 'none'}"),),
        )
