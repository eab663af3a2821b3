from datetime import UTC, datetime, timedelta

from service.front.bulk_counting import MANY, Readers

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)
PEOPLE = [f"E{number:06d}" for number in range(1, 201)]


def test_the_fiftieth_person_is_told_once_in_ten_minutes() -> None:
    readers = Readers()
    assert readers.add("a", PEOPLE[: MANY - 1], NOON) == []
    assert readers.add("a", PEOPLE[: MANY - 1], NOON) == []  # the same people again
    assert readers.add("a", PEOPLE[MANY - 1 : MANY], NOON + timedelta(minutes=9)) == PEOPLE[:MANY]
    assert readers.add("a", PEOPLE, NOON + timedelta(minutes=9)) == []
    assert readers.add("a", PEOPLE, NOON + timedelta(minutes=10)) == PEOPLE


def test_accounts_are_counted_apart() -> None:
    readers = Readers()
    assert readers.add("a", PEOPLE[:30], NOON) == []
    assert readers.add("b", PEOPLE[30:60], NOON) == []
    assert readers.add("a", PEOPLE[30:60], NOON) == PEOPLE[:60]


def test_what_could_not_be_recorded_is_told_again() -> None:
    readers = Readers()
    assert readers.add("a", PEOPLE, NOON) == PEOPLE
    readers.take_back("a")
    assert readers.add("a", PEOPLE[:1], NOON) == PEOPLE
