"""The sixteen clients: every role, each at one kind of work until the time is over."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.soak.everything import editing, importing, reading, selecting
from tests.soak.everything.book import Book
from tests.soak.everything.caller import ROLE, Caller, Stopped

BETWEEN = 0.1
"""Seconds between two things that a client does."""
Work = Callable[[Caller], Iterator[None]]


@dataclass(frozen=True)
class Place:
    """The service under test: its address, its database, whom it is about."""

    address: str
    url: str
    products: Sequence[str]
    edited: Sequence[str]
    withdrawing: str
    shown_at: str
    """Where the one who withdraws is on the list."""


@dataclass(frozen=True)
class Member:
    """One client: what it does, and the header with its key."""

    work: Work
    key: dict[str, str]


def crew(place: Place) -> list[Member]:
    """Return the clients."""
    keys = {role: key_header(place.url, role) for role in (AccountRole.COORDINATOR, AccountRole.AUDITOR, AccountRole.ADMINISTRATOR)}
    lead = key_header(place.url, AccountRole.LEAD, led_products=[place.products[0]])
    coordinator, products, edited = keys[AccountRole.COORDINATOR], place.products, place.edited
    return [
        Member(partial(reading.ask_for_lists, products=products), coordinator),
        Member(partial(reading.ask_for_lists, products=products[::-1]), keys[AccountRole.AUDITOR]),
        Member(partial(reading.ask_for_pairs, products=products), coordinator),
        Member(reading.search, coordinator),
        Member(partial(reading.open_pages, pages=reading.OPEN), {}),
        Member(partial(reading.open_pages, pages=[*reading.OFFICE, *(f"/products/{one}/{ROLE}" for one in products)]), coordinator),
        Member(partial(reading.audit, people=edited), keys[AccountRole.AUDITOR]),
        Member(partial(editing.count, people=edited), coordinator),
        *(Member(partial(editing.keep_own_record, person=person), _of(place, person)) for person in edited),
        Member(
            partial(editing.withdraw_and_consent, person=place.withdrawing, asked=place.shown_at, key=coordinator),
            _of(place, place.withdrawing),
        ),
        Member(partial(selecting.draft_and_sign, products=products), coordinator),
        Member(partial(selecting.lead, product=products[0]), lead),
        Member(importing.bring_in, keys[AccountRole.ADMINISTRATOR]),
        Member(partial(importing.take_out, people=edited), coordinator),
        Member(importing.administer, keys[AccountRole.ADMINISTRATOR]),
    ]


def _of(place: Place, person: str) -> dict[str, str]:
    return key_header(place.url, AccountRole.EXPERT, expert_id=person)


@contextmanager
def at_work(place: Place, book: Book) -> Iterator[None]:
    """Let everybody work until the block ends; what they did not expect is a fault."""
    members = crew(place)
    with ThreadPoolExecutor(len(members)) as pool:
        each = [pool.submit(_work, member, place, book) for member in members]
        try:
            yield
        finally:
            book.over.set()
        for one in each:
            one.result()


def _work(member: Member, place: Place, book: Book) -> None:
    caller = Caller(place.address, book, member.key)
    try:
        with caller.client:
            for _ in member.work(caller):
                if book.over.wait(BETWEEN):
                    return
    except Stopped:
        return
    except Exception as error:  # noqa: BLE001 - the others go on, and the test fails at the end
        book.fault(f"{member.work}: {error!r}")
