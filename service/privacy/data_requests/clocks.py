"""Counts the days of a request: working days in Viet Nam for the acknowledgement, calendar days for the answer."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import NamedTuple

from models.data_requests import DutyClock
from service.kit.calendar import local_day, working_days_after


class Days(NamedTuple):
    """The last day of each step."""

    acknowledge_by: date
    due_on: date


def days_of(clock: DutyClock, received_at: datetime, holidays: Collection[date], *, with_processor: bool) -> Days:
    """Return the last days for a request received at that moment (Decree 356/2025/ND-CP, Article 5); the day of receipt is not counted."""
    received = local_day(received_at)
    due = received + timedelta(days=clock.days_with_processor if with_processor else clock.days)
    return Days(min(working_days_after(received, clock.acknowledge, holidays), due), due)
