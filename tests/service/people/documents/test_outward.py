"""An office file that fetches something when it is opened is not kept; one with links to click is."""

import io
import zipfile

import pytest

from service.kit.problems import Invalid
from service.people.documents import outward
from service.people.documents.kinds import DOCX, media_type_of

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LIST = "word/_rels/settings.xml.rels"


def relation(kind: str, mode: str = "External") -> str:
    one = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="http://evil.example/a" TargetMode="{mode}"/>'
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{one}</Relationships>'


def document(relations: str | bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "word/document.xml"):
            archive.writestr(name, "")
        archive.writestr(LIST, relations)
    return written.getvalue()


@pytest.mark.parametrize("relations", [relation("hyperlink"), relation("image", "Internal")])
def test_links_to_click_and_parts_within_are_kept(relations: str) -> None:
    assert media_type_of(document(relations), "a.docx") == DOCX


FETCHING = [
    relation("attachedTemplate"),
    relation("image", "external"),
    relation("externalLinkPath"),
    relation("oleObject").encode("utf-16"),
    "no XML",
    f'<!DOCTYPE a [<!ENTITY b "c">]>{relation("hyperlink")}',
]


@pytest.mark.parametrize("relations", FETCHING)
def test_what_is_fetched_at_opening_is_refused(relations: str | bytes) -> None:
    with pytest.raises(Invalid, match="is told to fetch"):
        media_type_of(document(relations), "a.docx")


def test_a_list_that_unpacks_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outward, "MOST_BYTES", 1_000)
    with pytest.raises(Invalid, match="is told to fetch"):
        media_type_of(document(relation("hyperlink") + " " * 2_000), "a.docx")
