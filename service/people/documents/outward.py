"""Tells whether an office file fetches something from elsewhere when it is opened: a template, a picture, a table of another file.

Links that a reader clicks are no such thing.
"""

import zipfile
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

MOST_BYTES = 1_000_000  # of one list of relations; that of a long book has a tenth
MOST_LISTS = 1_000
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CLICKED = "/hyperlink"


def fetches(archive: zipfile.ZipFile) -> bool:
    """Return whether ``archive`` (Open Packaging Conventions) is told to fetch anything, or does not let itself be asked."""
    lists = [name for name in archive.namelist() if name.lower().endswith(".rels")]
    return len(lists) > MOST_LISTS or any(_leads_outward(archive, name) for name in lists)


def _leads_outward(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        return True
    try:
        relations = fromstring(content, forbid_dtd=True).iter(_RELATION)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return True
    return any(one.get("TargetMode", "").lower() == "external" and not one.get("Type", "").endswith(_CLICKED) for one in relations)
