"""Reads the national projects and the organisations that host them or take part."""

import re
from collections.abc import Collection

from sqlmodel import SQLModel

from matching.text.normalise import fold
from models.projects import InterestedParty, Organisation, Project, ProjectProduct
from models.vocabulary import Interest, Sensitivity
from seed.catalogue.records import Reader, Record, refuse_repeats

PROJECT_COLUMNS = "id products title* host participants starts ends sensitivity brief* synthetic source sureness"


def organisation_id(name: str) -> str:
    """Return the id of the organisation called ``name``.

    >>> organisation_id("Viện Hạ tầng số Sông Hương")
    'org-vien-ha-tang-so-song-huong'
    """
    return "org-" + re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def read_projects(reader: Reader, products: Collection[str]) -> list[SQLModel]:
    """Return the organisations, projects and their links."""
    records = [record for name in reader.names("projects/*.csv") for record in reader.records(name, PROJECT_COLUMNS)]
    refuse_repeats(records, "id")
    organisations: dict[str, Organisation] = {}
    for record in records:
        _add_organisations(record, organisations)
    return [*organisations.values(), *(row for record in records for row in _project(record, products))]


def _add_organisations(record: Record, organisations: dict[str, Organisation]) -> None:
    for column in ("host", "participants"):
        for name in record.parts(column):
            row = Organisation(id=organisation_id(name), name=name, synthetic=record.values["synthetic"] == "yes")
            known = organisations.setdefault(row.id, row)
            if known.name != name:
                record.fault(column, f'"{name}" and "{known.name}" differ in accents only; write one of them')
            if known.synthetic != row.synthetic:
                record.fault(column, f'"{name}" is invented in one project and real in another; a synthetic project has invented ones only')


def _project(record: Record, products: Collection[str]) -> list[SQLModel]:
    project = Project(
        id=record.text("id"),
        host_id=organisation_id(record.text("host")),
        starts=record.day("starts"),
        ends=record.day("ends"),
        sensitivity=record.choice("sensitivity", Sensitivity),
        synthetic=record.flag("synthetic"),
        **record.both("title", "brief"),
        **record.provenance(),
    )
    if project.ends < project.starts:
        record.fault("ends", "is before the start; mend one of the dates")
    if not record.parts("products"):
        record.fault("products", "is empty; name at least one product")
    links = [
        ProjectProduct(project_id=project.id, product_id=record.known("products", part, products)) for part in record.parts("products")
    ]
    return [project, *links, *_parties(record, project)]


def _parties(record: Record, project: Project) -> list[InterestedParty]:
    names = [(Interest.HOST, name) for name in record.parts("host")]
    names += [(Interest.PARTICIPANT, name) for name in record.parts("participants")]
    if len(record.parts("host")) > 1:
        record.fault("host", "names several organisations; name one and list the others as participants")
    return [InterestedParty(project_id=project.id, organisation_id=organisation_id(name), interest=interest) for interest, name in names]
