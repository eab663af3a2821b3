"""The record of ORCID as XML, turned into what the JSON of the same record says."""

from collections import defaultdict
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from service.imports.faults import Unreadable

# What JSON gives as a list, by its name, or by the names of what holds it and of itself.
_LISTS = frozenset(
    (
        *("other-name", "keyword", "external-identifier", "external-id", "affiliation-group", "group", "work-summary", "funding-summary"),
        *("peer-review-group", "peer-review-summary", "research-resource-summary", "addresses/address", "hosts/organization"),
    )
)
_DEEPEST = 40


def as_json(content: bytes) -> Any:
    """Return the record; raises ``Unreadable``. Entities and document types are refused: no record has any."""
    try:
        root = fromstring(content, forbid_dtd=True)
        return _value(root, 0)
    except (ParseError, DefusedXmlException, ValueError, RecursionError, LookupError):
        raise Unreadable(
            "It is no XML of an ORCID record: download the record again and send the file as it comes.",
            "Tệp không phải XML của hồ sơ ORCID: hãy tải lại hồ sơ và gửi tệp nguyên vẹn.",
        ) from None


def _value(element: Element, depth: int) -> Any:
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    own = {_name(name): words for name, words in element.attrib.items()}
    if len(element) == 0:
        return {"value": element.text, **own} if own else element.text
    held = defaultdict[str, list[Any]](list)
    for child in element:
        held[_name(child.tag)].append(_value(child, depth + 1))
    parent = _name(element.tag)
    found = {name: several if name in _LISTS or f"{parent}/{name}" in _LISTS else several[0] for name, several in held.items()}
    if parent == "affiliation-group":
        found["summaries"] = [{name: one} for name, several in held.items() if name.endswith("-summary") for one in several]
    return {**own, **found}


def _name(tag: Any) -> str:
    return str(tag).rpartition("}")[2]
