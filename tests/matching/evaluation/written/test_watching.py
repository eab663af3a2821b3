"""People of several folds stand in one list, as if one network held them all."""

from dataclasses import replace

import pytest

from matching.evaluation.written.people import Benchmark
from matching.evaluation.written.results import Place
from seed.readers.shipped import reader_for
from seed.written import measuring
from seed.written.loading import read_written
from seed.written.measuring import MEASURED_ON


@pytest.fixture(scope="module")
def some() -> Benchmark:
    whole = read_written()
    people = tuple(person for person in whole.people if person.profile.id in {"W1-01", "W1-02", "W1-03", "W2-01", "W2-02"})
    return replace(whole, people=people, briefs=whole.briefs[:1], judgements=whole.judgements[:2])


def test_folds_with_equal_readers_answer_as_one(some: Benchmark) -> None:
    reader = reader_for(None)
    other = replace(reader)
    together = measuring.watched(some, lambda _: reader)
    apart = measuring.watched(some, lambda writer: reader if writer == "w01" else other)
    assert together.places == apart.places
    assert [found.order for found in together.found] == [found.order for found in apart.found]
    places = next(iter(together.places.values()))
    assert sorted(place.rank or 0 for place in places.values()) == list(range(1, len(places) + 1))
    assert all(isinstance(place, Place) and place.score is not None for place in places.values())


def test_everything_that_is_called_done_lies_before_the_day_of_the_measurement(some: Benchmark) -> None:
    assert all(item.starts is None or item.starts <= MEASURED_ON for person in some.people for item in person.profile.items)
