"""The two tables of states: every legal step is taken, every other one is refused with the list of legal ones."""

import itertools

import pytest

from models.vocabulary.selection import SelectionState as State
from models.vocabulary.selection import SelectionTrack as Track
from service.kit.problems import Conflict
from service.selection.requests.machine import candidate_steps, check, request_steps
from service.selection.words import STATES

OPEN, CONCURRENT = Track.OPEN_SELECTION, Track.CONCURRENT_APPOINTMENT
# Counted by hand from selection_states.csv.
REQUEST_STEPS = {
    OPEN: "NEED>ANNOUNCED NEED>SHORTLIST NEED>ENDED ANNOUNCED>CANDIDATE_POOL ANNOUNCED>SHORTLIST ANNOUNCED>ENDED "
    "CANDIDATE_POOL>SHORTLIST CANDIDATE_POOL>ENDED SHORTLIST>ENDED",
    CONCURRENT: "NEED>SHORTLIST NEED>ENDED SHORTLIST>ENDED",
}
FROM_INVITED = (
    "INVITED>CANDIDATE_POOL INVITED>COUNCIL INVITED>DECIDED INVITED>DECLINED INVITED>WITHDRAWN CANDIDATE_POOL>COUNCIL "
    "CANDIDATE_POOL>DECIDED CANDIDATE_POOL>DECLINED CANDIDATE_POOL>WITHDRAWN COUNCIL>DECIDED COUNCIL>DECLINED COUNCIL>WITHDRAWN "
    "DECIDED>CONTRACT DECIDED>DECLINED DECIDED>WITHDRAWN CONTRACT>IN_ROLE CONTRACT>ENDED IN_ROLE>IN_ROLE IN_ROLE>ENDED "
)
CANDIDATE_STEPS = {
    OPEN: FROM_INVITED + "SHORTLIST>INVITED SHORTLIST>DECLINED SHORTLIST>WITHDRAWN",
    CONCURRENT: FROM_INVITED + "SHORTLIST>INVITED SHORTLIST>COUNCIL SHORTLIST>DECIDED SHORTLIST>DECLINED SHORTLIST>WITHDRAWN",
}


@pytest.mark.parametrize(("steps", "expected"), [(request_steps, REQUEST_STEPS), (candidate_steps, CANDIDATE_STEPS)])
@pytest.mark.parametrize("track", Track)
def test_every_step_that_is_not_legal_is_refused(steps: object, expected: dict[Track, str], track: Track) -> None:
    taken = set()
    for state, to in itertools.product(State, State):
        legal = steps(track, state)
        if to in legal:
            check(legal, state, to)
            taken.add(f"{state}>{to}")
            continue
        with pytest.raises(Conflict) as refused:
            check(legal, state, to)
        assert refused.value.errors[0].message == f"must be one of {', '.join(legal) or 'none'}"
        assert refused.value.detail.en.startswith(f"From “{STATES[state].en}” it cannot go to “{STATES[to].en}”.")
    assert taken == set(expected[track].split())
