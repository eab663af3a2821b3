"""Enters written people into a fresh service over its public interface and keeps where they land.

``python -m seed.written.measure --project CHECKOUT --out SEEN.json FILE.json ...``; the figures of SEEN.json are those of
``python -m seed.written.figures SEEN.json FILE.json ...``. ``--refit`` loads the catalogue again after entering: a checkout
that fits a text space fits it on them, one with readers reads whoever is not read.
``--demo`` enters the people beside 2,000 generated ones.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from seed.written.entering import ROLES, Entered, enter
from seed.written.figures import read_files
from seed.written.http_client import OK, Client, signed_in

_STARTING_SECONDS, _JOBS_SECONDS = 120, 600
_UNFINISHED = {"queued", "running", "waiting"}


@dataclass(frozen=True)
class Checkout:
    """A checkout of the product with a database that is thrown away."""

    command: Path
    port: int
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Return the variables that every command of the product is started with."""
        own = {"DATABASE_URL": f"sqlite:///{self.folder}/v.sqlite3", "VINMATCH_PORT": str(self.port), "VINMATCH_WARM_UP": "false"}
        return {**os.environ, **own, "OMP_WAIT_POLICY": "passive"}

    def run(self, *words: str) -> str:
        """Return what a command prints; raises CalledProcessError."""
        done = subprocess.run(  # noqa: S603 - the product's own command
            [self.command, *words], env=self.environment, capture_output=True, text=True, cwd=self.folder, check=True
        )
        return done.stdout

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve for as long as the block lasts."""
        with (self.folder / "server.log").open("w") as log:
            server = subprocess.Popen(  # noqa: S603 - the product's own command
                [self.command, "serve"], env=self.environment, cwd=self.folder, stdout=log, stderr=subprocess.STDOUT
            )
            try:
                _wait_until_ready(Client(self.port))
                yield
            finally:
                server.terminate()
                server.wait(30)


def _wait_until_ready(client: Client) -> None:
    for _ in range(_STARTING_SECONDS):
        try:
            if client.call("GET", "/readyz")[0] == OK:
                return
        except OSError:
            pass
        time.sleep(1)


def _wait_for_jobs(client: Client) -> None:
    for _ in range(_JOBS_SECONDS):
        jobs = client.ask("GET", "/api/v1/jobs?limit=50").get("items", [])
        if not any((job.get("status") or job.get("state")) in _UNFINISHED for job in jobs):
            return
        time.sleep(1)


def measure(checkout: Checkout, files: list[Path], *, refit: bool, demo: bool) -> dict[str, Any]:
    """Return ids, errors, and what was seen of lists, explanations and searches."""
    written = read_files(files)
    checkout.run("migrate")
    checkout.run("seed", *(["--without-written"] if demo else ["--catalogue-only"]))
    link = re.search(r"http\S+", checkout.run("account", "create-administrator", "admin@agency.example"))
    with checkout.serving():
        administrator = signed_in(checkout.port, link.group() if link else "")
        wanted = {"roles": ["coordinator"], "email": "c@agency.example", "display_name": "C", "cleared": True}
        coordinator = signed_in(checkout.port, administrator.ask("POST", "/api/v1/accounts", wanted)["invitation"]["link"])
        done = enter(coordinator, written["people"])
        if refit:
            checkout.run("seed", "--catalogue-only")
        _wait_for_jobs(administrator)
        return {"ids": done.ids, "errors": done.errors, **watch(coordinator, written, done)}


def watch(client: Client, written: dict[str, list[Any]], done: Entered) -> dict[str, Any]:
    """Return the fits of each cell, how each judged person stands, and whom each brief finds."""
    back = {expert: person for person, expert in done.ids.items()}
    products = sorted({row["product"] for row in written["truth"] if row["product"]})
    fits = {f"{product}|{role}": _fits(client, product, role, back) for product in products for role in ROLES}
    judged = [(row["product"], row["role"], who) for row in written["truth"] if row["product"] for who in row["grades"] if who in done.ids]
    seen = {"|".join(one): _standing(client, *one[:2], done.ids[one[2]]) for one in judged}
    return {"fits": fits, "seen": seen, "briefs": [_brief(client, brief, back) for brief in written["briefs"]]}


def _fits(client: Client, product: str, role: str, back: dict[str, str]) -> list[tuple[str, str, float]]:
    rows = client.pages("GET", f"/api/v1/products/{product}/recommendations", {"role": role})
    return [(back[row["expert"]["id"]], row["band"]["code"], row["score"]) for row in rows if row["expert"]["id"] in back]


def _standing(client: Client, product: str, role: str, expert: str) -> dict[str, Any]:
    path = f"/api/v1/products/{product}/recommendations/{expert}/explanation?{urlencode({'role': role})}"
    answer = json.loads(client.call("GET", path)[1])
    entry = answer.get("entry") or {}
    return {
        "rank": entry.get("rank"),
        "score": entry.get("score"),
        "band": (entry.get("band") or {}).get("code"),
        "gate": [reason.get("code") for reason in answer.get("gate", [])],
        "covered": [one["id"] for one in entry.get("covered", [])],
        "missing": [one["id"] for one in entry.get("missing", [])],
        "parts": {part["signal"]: part["value"] for part in entry.get("parts", [])},
    }


def _brief(client: Client, brief: dict[str, Any], back: dict[str, str]) -> dict[str, Any]:
    rows = client.pages("POST", "/api/v1/search/people", {}, {"text": brief["title"] + "\n" + brief["text"]})
    known = [row for row in rows if row["expert"]["id"] in back]
    order = [back[row["expert"]["id"]] for row in known]
    fit = [back[row["expert"]["id"]] for row in known if row["band"]["code"] != "weak"]
    return {"title": brief["title"], "product": brief["product"], "order": order, "fit": fit}


def main() -> None:
    """Measure what the command line names."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--project", required=True, type=Path)
    asked.add_argument("--port", type=int, default=8130)
    asked.add_argument("--out", required=True, type=Path)
    asked.add_argument("--refit", action="store_true")
    asked.add_argument("--demo", action="store_true")
    asked.add_argument("files", nargs="+", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        checkout = Checkout(given.project.resolve() / ".venv/bin/vinmatch", given.port, Path(folder))
        found = measure(checkout, given.files, refit=given.refit, demo=given.demo)
    given.out.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    sys.stderr.write(f"{len(found['ids'])} people entered, {len(found['errors'])} errors {found['errors'][:3]}\n")


if __name__ == "__main__":
    main()
