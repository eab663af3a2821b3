"""Files of registries are told apart, and the XML of a record says what its JSON says."""

import json

import pytest

from service.imports.faults import Unreadable
from service.imports.formats.registries import read_registry, registry_of
from tests.service.imports.formats.orcid.sample import SAMPLE, as_json

XML = """<?xml version="1.0" encoding="UTF-8"?>
<record:record xmlns:record="http://www.orcid.org/ns/record" xmlns:c="http://www.orcid.org/ns/common" xmlns:p="http://www.orcid.org/ns/person"
 xmlns:a="http://www.orcid.org/ns/activities" xmlns:w="http://www.orcid.org/ns/work" xmlns:e="http://www.orcid.org/ns/employment">
<c:orcid-identifier><c:path>0000-0002-1825-0097</c:path></c:orcid-identifier>
<p:person><p:name><p:given-names>An</p:given-names><p:family-name>Nguyễn</p:family-name></p:name></p:person>
<a:activities-summary>
<a:employments><a:affiliation-group><e:employment-summary put-code="2"><c:role-title>Engineer</c:role-title>
<c:start-date><c:year>2015</c:year></c:start-date><c:organization><c:name>Viettel</c:name><c:address><c:country>VN</c:country></c:address>
</c:organization></e:employment-summary></a:affiliation-group></a:employments>
<a:works><a:group><w:work-summary put-code="1" display-index="1"><w:title><c:title>Welding</c:title></w:title></w:work-summary>
<w:work-summary put-code="9" display-index="0"><w:title><c:title>Welding again</c:title></w:title></w:work-summary></a:group></a:works>
</a:activities-summary></record:record>""".encode()


def test_files_are_told_apart_by_how_they_begin() -> None:
    author = json.dumps({"id": "https://openalex.org/A5000000001", "display_name": "An"}).encode()
    assert [registry_of(content) for content in (XML, json.dumps(SAMPLE).encode(), author)] == ["orcid", "orcid", "openalex"]
    assert [registry_of(content) for content in (b"name;email", b'[{"display_name": "An"}]', b"%PDF-1.7", b"<html>")] == [None] * 4


def test_a_record_in_xml_is_read_as_its_json() -> None:
    [found] = read_registry(XML)
    assert (found.key, found.fields["display_name"], found.fields["country"]) == ("0000-0002-1825-0097", "Nguyễn An", "VN")
    assert [(item.fields["title"], item.organisation) for item in found.items] == [("Engineer", "Viettel"), ("Welding", "")]


def test_a_list_of_records_is_several_people() -> None:
    assert [found.row for found in read_registry(json.dumps([as_json(), as_json()]).encode())] == [1, 2]


@pytest.mark.parametrize(
    "content",
    [
        b"<record>",
        b"<record xmlns='http://www.orcid.org/ns/record'/>",
        b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>',
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
        b"<a>" * 5000 + b"</a>" * 5000,
        b"<?xml version='1.0' encoding='no-such'?><r/>",
    ],
)
def test_xml_that_is_no_record_or_means_harm_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read_registry(content)
