"""Works, fundings, research resources and peer reviews of an ORCID record."""

from collections.abc import Iterator
from typing import Any

from models.vocabulary import EvidenceKind
from service.imports.formats.days import span
from service.imports.formats.identifiers import doi_in
from service.imports.formats.json_values import at, each, number, words
from service.imports.formats.orcid.groups import day_parts, external_ids, organisation, preferred, title_of
from service.imports.formats.people import titled
from service.imports.formats.plain_text import one_line, without_markup
from service.imports.records import ImportedItem

_KINDS = {
    "patent": EvidenceKind.PATENT,
    "standards-and-policy": EvidenceKind.STANDARD,
    "technical-standard": EvidenceKind.STANDARD,
    "software": EvidenceKind.PRODUCT,
    "invention": EvidenceKind.PRODUCT,
}


def works(activities: Any, orcid: str) -> Iterator[ImportedItem]:
    """Give one item for every group: the summary that is preferred, with the identifiers of all."""
    for row, group in enumerate(each(activities, "works", "group"), 1):
        summaries = each(group, "work-summary")
        shown = preferred(summaries)
        if shown is not None:
            yield _work(row, shown, external_ids(group, *summaries), orcid)


def _work(row: int, shown: dict[str, Any], ids: list[tuple[str, str]], orcid: str) -> ImportedItem:
    doi = next((found for kind, value in ids if kind == "doi" and (found := doi_in(value))), "")
    named = "; ".join(f"{kind}: {value}" for kind, value in ids)
    text = "\n".join(filter(None, (words(shown, "journal-title"), named)))
    source = f"doi:{doi}" if doi else f"orcid:{orcid}/work/{number(shown, 'put-code') or row}"
    when = day_parts(shown, "publication-date")
    title = one_line(without_markup(title_of(shown))) or source
    kind = _KINDS.get(words(shown, "type").lower().replace("_", "-"), EvidenceKind.PUBLICATION)
    return ImportedItem(row, titled(kind, title, text, source) | span(when, when))


def fundings(activities: Any, orcid: str) -> Iterator[ImportedItem]:
    """Give one item for every group of fundings. Who is funded is not said to lead."""
    for row, group in enumerate(each(activities, "fundings", "group"), 1):
        summaries = each(group, "funding-summary")
        shown = preferred(summaries)
        if shown is None:
            continue
        where = organisation(shown)
        ids = "; ".join(f"{kind}: {value}" for kind, value in external_ids(group, *summaries))
        text = "\n".join(filter(None, (where, ids)))
        source = f"orcid:{orcid}/funding/{number(shown, 'put-code') or row}"
        fields = titled(EvidenceKind.PROGRAMME, title_of(shown) or where or source, text, source)
        yield ImportedItem(row, fields | span(day_parts(shown, "start-date"), day_parts(shown, "end-date")), where)


def resources(activities: Any, orcid: str) -> Iterator[ImportedItem]:
    """Give one item for every group of research resources: time or means that a proposal was granted."""
    for row, group in enumerate(each(activities, "research-resources", "group"), 1):
        shown = preferred(each(group, "research-resource-summary"))
        if shown is None:
            continue
        proposal = at(shown, "proposal")
        where = "; ".join(filter(None, (words(host, "name") for host in each(proposal, "hosts", "organization"))))
        source = f"orcid:{orcid}/research-resource/{number(shown, 'put-code') or row}"
        fields = titled(EvidenceKind.PROGRAMME, title_of(proposal) or where or source, where, source)
        yield ImportedItem(row, fields | span(day_parts(proposal, "start-date"), day_parts(proposal, "end-date")), where)


def reviews(activities: Any, orcid: str) -> Iterator[ImportedItem]:
    """Give one item for every journal or body that the person reviewed for, with how many reviews there were."""
    for row, group in enumerate(each(activities, "peer-reviews", "group"), 1):
        done = [one for holder in each(group, "peer-review-group") for one in each(holder, "peer-review-summary")]
        if not done:
            continue
        where = next((name for one in done if (name := words(one, "convening-organization", "name"))), "")
        journal = next((name for one in done if (name := words(one, "review-group-id"))), "")
        days = sorted(parts for one in done if (parts := day_parts(one, "completion-date")) is not None)
        role = words(done[0], "reviewer-role") or "reviewer"
        title = ", ".join(filter(None, (f"Peer review ({role})", where, journal)))
        source = f"orcid:{orcid}/peer-review/{number(done[0], 'put-code') or row}"
        fields = titled(EvidenceKind.NETWORK, title, f"Peer reviews: {len(done)}", source)
        yield ImportedItem(row, fields | (span(days[0], days[-1]) if days else {}), where)
