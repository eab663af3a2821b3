"""A record of ORCID in the form of its version 3.0, of an invented person."""

import json
from typing import Any


def dated(name: str, year: str | None, month: str | None = None) -> dict[str, Any]:
    parts = {"year": {"value": year}, "month": {"value": month} if month else None, "day": None}
    return {name: parts if year else None}


def ids_of(ids: list[tuple[str, str]]) -> dict[str, Any]:
    told = [{"external-id-type": kind, "external-id-value": value, "external-id-relationship": "self"} for kind, value in ids]
    return {"external-ids": {"external-id": told}}


def work(title: str, *, year: str | None = "2019", month: str | None = None, index: str = "0", ids: Any = ()) -> dict[str, Any]:
    titled = {"title": {"title": {"value": title}, "subtitle": None, "translated-title": None}, "type": "journal-article", "put-code": 1}
    return titled | {"display-index": index} | dated("publication-date", year, month) | ids_of(list(ids))


def affiliation(kind: str, role: str | None, where: str, *, start: str | None = "2010", end: str | None = None) -> dict[str, Any]:
    told = {"role-title": role, "department-name": None, "organization": {"name": where, "address": {"country": "VN"}}, "put-code": 2}
    return {f"{kind}-summary": told | dated("start-date", start) | dated("end-date", end) | {"external-ids": None}}


def record(works: Any = (), **sections: Any) -> bytes:
    return json.dumps(as_json(works, **sections)).encode()


def as_json(works: Any = (), **sections: Any) -> dict[str, Any]:
    name = {"given-names": {"value": "An"}, "family-name": {"value": "Nguyễn"}, "credit-name": {"value": "An Nguyễn"}}
    person = {"name": name, "biography": None, "addresses": {"address": [{"country": {"value": "VN"}, "display-index": 0}]}}
    activities: dict[str, Any] = {"works": {"group": [{"work-summary": group} for group in works]}}
    for section, held in sections.items():
        activities[section.replace("_", "-")] = {"affiliation-group": [{"summaries": [one]} for one in held]}
    return {"orcid-identifier": {"path": "0000-0002-1825-0097"}, "person": person, "activities-summary": activities}


_FUNDING = {"title": {"title": {"value": "Robots"}}, "organization": {"name": "NAFOSTED"}, "put-code": 3} | dated("start-date", "2020")
SAMPLE = as_json(
    works=[[work("Welding <i>thin</i> plates", ids=[("doi", "10.1000/a")]), work("Welding")], [work("Arc")]],
    employments=[affiliation("employment", "Engineer", "Viettel"), affiliation("employment", None, "Bosch", end="2012")],
    educations=[affiliation("education", "PhD", "KAIST"), affiliation("education", "MSc", "KAIST"), affiliation("education", None, "HUST")],
    distinctions=[affiliation("distinction", "Young scientist", "VAST")],
    memberships=[affiliation("membership", "Member", "IEEE")],
)
SAMPLE["activities-summary"]["fundings"] = {"group": [{"funding-summary": [_FUNDING]}]}
_REVIEWS = [{"peer-review-group": [{"peer-review-summary": [{"reviewer-role": "reviewer", "put-code": 4}]}]}]
SAMPLE["activities-summary"]["peer-reviews"] = {"group": _REVIEWS}
