"""What pages cost: the server's time of each as a multiple of the API call that says the same, asked in turn on one connection."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from models.vocabulary import RoleCode
from service.front.application import API
from tests.benchmarks.client import Client

TURNS = 15
MOST_TIMES = 2.0
ASKED = ("P01", RoleCode.CE_PROJECT)
LIST = "/products/P01/recommendations?role=CE_PROJECT"
PAIRS: Mapping[str, str] = {
    "/products": "/products",
    "/products/P01": "/products/P01",
    "/products/P01/CE_PROJECT": f"{LIST}&limit=12",
    "/products/P01/CE_PROJECT?everybody=true": f"{LIST}&limit=12&everybody=true",
    "/products/P01/CE_PROJECT/{person}": "/products/P01/recommendations/{person}/explanation?role=CE_PROJECT",
    "/products/P01/pairs": "/products/P01/pairs?limit=10",
    "/people": "/experts?limit=24",
    "/people/{person}": "/experts/{person}",
    "/people/{person}/evidence/new": "/experts/{person}/evidence",
    "/coverage": "/coverage",
    "/exposure": "/exposure",
    "/completeness": "/completeness",
    "/programmes": "/programmes",
    "/roles": "/roles",
    "/requests": "/requests",
    "/plans": "/plans",
}
"""Pages by their address, each with the address of the API that its content comes from; ``{person}`` is one who is listed."""


class PageTime(NamedTuple):
    """Seconds of a page and of the call beneath it, at the medians."""

    page: str
    seconds: float
    beneath: float

    @property
    def ratio(self) -> float:
        """Return the page as a multiple of the call."""
        return self.seconds / self.beneath


def measure_pages(client: Client, person: str) -> list[PageTime]:
    """Ask each page and its call once, then take the times of ``TURNS`` turns; ``person`` is on the list that is asked for."""
    return [_measured(client, page.format(person=person), API + beneath.format(person=person), page) for page, beneath in PAIRS.items()]


def _measured(client: Client, page: str, beneath: str, name: str) -> PageTime:
    client.seconds(page), client.seconds(beneath)
    taken = np.array([(client.seconds(page), client.seconds(beneath)) for _ in range(TURNS)])
    return PageTime(name, *np.median(taken, axis=0).tolist())


def as_text(times: Sequence[PageTime]) -> str:
    """Return a table in Markdown, the dearest page first."""
    rows = [
        f"| `{one.page}` | {1000 * one.seconds:.1f} | {1000 * one.beneath:.1f} | {one.ratio:.1f} |"
        for one in sorted(times, key=lambda one: -one.ratio)
    ]
    under = sum(one.ratio < MOST_TIMES for one in times)
    head = ["| page | ms | API call beneath, ms | ratio |", "| --- | ---: | ---: | ---: |"]
    return "\n".join([*head, *rows, f"under {MOST_TIMES:.0f} times the call beneath: {under} of {len(times)} pages"])
