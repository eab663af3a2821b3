"""Enters written people into a running service, as a coordinator would."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from models.vocabulary import EvidenceKind
from seed.written import entry
from seed.written.http_client import CREATED, FIRST_ERROR, Client

PURPOSES = ("membership", "matching")
ROLES = ("CE_PROJECT", "CA_PROJECT")
PROOF = {"document": "paper form 1", "given_on": "2026-01-15", "means": "paper"}
_UNPROCESSABLE = 422


@dataclass
class Entered:
    """The service's id of every person, and what was refused: the person, what, and the answer."""

    ids: dict[str, str] = field(default_factory=dict)
    errors: list[tuple[str, str, str]] = field(default_factory=list)


def enter(client: Client, people: list[entry.Record]) -> Entered:
    """Enter everybody with evidence, consents and willingness."""
    texts = {text["purpose"]: text["version"] for text in client.ask("GET", "/api/v1/consent-texts")["items"]}
    done = Entered()
    for person in people:
        status, answer = client.call("POST", "/api/v1/experts", expert_body(person))
        if status != CREATED:
            done.errors.append((person["id"], "person", answer[:300]))
            continue
        done.ids[person["id"]] = json.loads(answer)["id"]
        _evidence(client, done, person)
        _words(client, done, person["id"], texts)
    return done


def _evidence(client: Client, done: Entered, person: entry.Record) -> None:
    for item in person["evidence"]:
        status, answer = client.call("POST", f"/api/v1/experts/{quote(done.ids[person['id']])}/evidence", evidence_body(item))
        if status != CREATED:
            done.errors.append((person["id"], item["title"][:60], answer[:300]))


def _words(client: Client, done: Entered, person: str, texts: dict[str, str]) -> None:
    """Record consents, with a proof where the service takes one, and willingness."""
    path = f"/api/v1/experts/{quote(done.ids[person])}"
    for purpose in PURPOSES:
        plain = {"given": True, "text_version": texts[purpose]}
        status, answer = client.call("PUT", f"{path}/consents/{purpose}", {**plain, **PROOF})
        if status == _UNPROCESSABLE:
            status, answer = client.call("PUT", f"{path}/consents/{purpose}", plain)
        if status >= FIRST_ERROR:
            done.errors.append((person, purpose, answer[:200]))
    for role in ROLES:
        client.call("PUT", f"{path}/willingness/{role}", {"willing": True})


def expert_body(person: entry.Record) -> dict[str, Any]:
    """Return the body that enters a person."""
    family, given, order = entry.name_parts(person)
    language = entry.language_of_person(person)
    return {
        "display_name": person["name"],
        "family_name": family,
        "given_name": given,
        "name_order": order,
        "headline": {language: person["headline"][: entry.LONGEST_HEADLINE]},
        "biography": {language: person["biography"]},
        "country": person["country"],
        "languages": person["languages"],
        "record_complete": True,
    }


def evidence_body(item: entry.Record) -> dict[str, Any]:
    """Return the body that enters an item of evidence."""
    return {
        "kind": item["kind"],
        "language": entry.language_of_item(item),
        "title": item["title"][: entry.LONGEST_TITLE],
        "text": entry.text_of(item),
        "part": entry.part_of(item),
        "outcome": entry.outcome_of(item),
        "scale": entry.scale_of(item),
        "sectors": list(entry.sectors_of(item)),
        "starts": entry.day(item.get("start")),
        "ends": entry.day(item.get("end"), end=True),
        "counts_as_innovation_work": EvidenceKind(item["kind"]) in entry.COUNTED,
    }
