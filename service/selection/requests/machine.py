"""Which state of the selection procedure may follow which, as two tables: of a request and of one candidate.

Source: selection_states.csv. The service owns NEED to SHORTLIST and records the rest. The order of announcement and shortlist is left
open, because no text at hand settles it. A concurrent appointment skips the open selection.
"""

from models.vocabulary.selection import SelectionState as State
from models.vocabulary.selection import SelectionTrack as Track
from service.kit.problems import Conflict
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
CHOSEN = (State.DECIDED, State.CONTRACT, State.IN_ROLE, State.ENDED)
"""States of a candidate who was chosen: no term of retention starts for them."""


def request_steps(track: Track, state: State) -> tuple[State, ...]:
    """Return the states that may follow for a request."""
    return _REQUEST[track].get(state, ())


def candidate_steps(track: Track, state: State) -> tuple[State, ...]:
    """Return the states that may follow for a candidate."""
    table = _CONCURRENT_CANDIDATE if track is Track.CONCURRENT_APPOINTMENT else _CANDIDATE
    return table.get(state, ())


def check(legal: tuple[State, ...], state: State, to: State) -> None:
    """Raise ``Conflict`` with the legal states when ``to`` may not follow."""
    if to not in legal:
        now, then, following = STATES[state], STATES[to], [STATES[one] for one in legal]
        raise Conflict(
            en=f"“{now.en}” cannot become “{then.en}”. What may follow: {', '.join(one.en for one in following) or '–'}.",
            vi=f"Đang “{now.vi}” thì không thể chuyển sang “{then.vi}”. Có thể: {', '.join(one.vi for one in following) or '–'}.",
        )
