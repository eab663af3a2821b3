from pathlib import Path

import pytest

from seed.catalogue.loader import open_catalogue, rows_of
from seed.catalogue.projects import organisation_id
from tests.seed.catalogue.conftest import Edit


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("Viện Hạ tầng số Sông Hương", "org-vien-ha-tang-so-song-huong"), ("Công ty Đá & Đồng (Bắc)", "org-cong-ty-da-dong-bac")],
)
def test_the_id_of_an_organisation_is_its_name_without_marks(name: str, identifier: str) -> None:
    assert organisation_id(name) == identifier


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("2029-09-30", "2025-09-30", "ends", "is before the start"),
        ("PRJ-G01-1,P01|P04,", "PRJ-G01-1,H01-1,", "products", '"H01-1" is unknown'),
        ("PRJ-G01-1,P01|P04,", "PRJ-G01-1,,", "products", "name at least one"),
        ("|Trung tâm Dữ liệu hành chính Đồng Mây", "|Viện Ngôn ngữ số Lấm Sơn", "participants", "differ in accents only"),
    ],
)
def test_faults_of_projects_are_found(folder: Path, edit: Edit, old: str, new: str, field: str, message: str) -> None:
    edit("projects/G01.csv", old, new)
    reader = open_catalogue(folder)
    rows_of(reader)
    assert [(fault.file, fault.line, fault.field) for fault in set(reader.faults)] == [("projects/G01.csv", 2, field)]
    assert message in reader.faults[0].message
