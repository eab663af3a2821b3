"""An author of OpenAlex as a person."""

from typing import Any

from matching.text.normalise import fold
from models.vocabulary import EvidenceKind
from service.imports.formats import people
from service.imports.formats.days import span
from service.imports.formats.identifiers import orcid_in, own_id
from service.imports.formats.json_values import at, each, words
from service.imports.records import ImportedItem

# What nine in ten Vietnamese families are called, without diacritics.
_FAMILIES = frozenset(
    (
        *("bui", "cao", "chu", "dang", "dao", "dinh", "do", "doan", "duong", "ha", "ho", "hoang", "huynh", "la", "lam", "le", "luong"),
        *("luu", "ly", "mai", "ngo", "nguyen", "pham", "phan", "phung", "ta", "thai", "to", "tran", "trinh", "truong", "vo", "vu"),
    )
)


def person_of(author: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the person. OpenAlex gives one whole name, in the order in which publications print it."""
    country = _country(author)
    whole = words(author, "display_name") or words(author, "longest_name") or own_id(author, "id")
    alternatives = at(author, "display_name_alternatives")
    others = [words(other) for other in alternatives] if isinstance(alternatives, list) else []
    orcid = orcid_in(author, "orcid") or orcid_in(author, "ids", "orcid")
    named = people.names(whole, "", "", others, family_first=country == "VN" and _begins_with_family(whole))
    return named | ({"orcid": orcid} if orcid else {}) | ({"country": country} if country else {})


def affiliations(author: dict[str, Any], first_row: int) -> list[ImportedItem]:
    """Return an item for every organisation that publications name beside the author, with the years in which they do.

    That is no statement of a position: nobody was employed by what a publication says, so it counts for no year of work.
    """
    found = []
    for row, one in enumerate(each(author, "affiliations"), first_row):
        where = words(one, "institution", "display_name")
        if where:
            found.append(_affiliation(row, where, own_id(one, "institution", "id"), _years(one)))
    return found


def _affiliation(row: int, where: str, own: str, years: list[int]) -> ImportedItem:
    text = ", ".join(str(year) for year in years)
    fields = people.titled(EvidenceKind.NETWORK, f"Affiliation in publications: {where}", text, f"openalex:{own}" if own else "openalex")
    spanned = span((years[0], None, None), (years[-1], None, None)) if years else {}
    return ImportedItem(row, fields | spanned, where)


def _years(affiliation: dict[str, Any]) -> list[int]:
    years = at(affiliation, "years")
    return sorted({year for year in years if isinstance(year, int) and 1900 <= year <= 2200}) if isinstance(years, list) else []


def _begins_with_family(whole: str) -> bool:
    """Return whether a Vietnamese name begins with the family name: unless only its last word can be one."""
    words_of_name = fold(whole).replace(",", " ").split() or [""]
    return words_of_name[0] in _FAMILIES or words_of_name[-1] not in _FAMILIES


def _country(author: dict[str, Any]) -> str:
    """Return the country of the last known institution, else of the affiliation with the latest year."""
    known = [words(one, "country_code") for one in each(author, "last_known_institutions")]
    latest = sorted(each(author, "affiliations"), key=lambda one: -max(_years(one), default=0))
    codes = [*known, *(words(one, "institution", "country_code") for one in latest)]
    return next((code.upper() for code in codes if len(code) == 2 and code.isascii() and code.isalpha()), "")
