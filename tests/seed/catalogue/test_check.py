from pathlib import Path

import pytest

from seed.catalogue.check import check, main
from tests.seed.catalogue.conftest import Edit

COMMON = "capabilities/common.csv"


def test_the_packaged_catalogue_has_no_fault() -> None:
    assert check() == []


def test_the_command_prints_faults_and_exits_with_1(folder: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    assert "no fault found" in capsys.readouterr().out
    edit(COMMON, "systems-engineering,kỹ thuật hệ thống,", "systems-engineering,,")
    assert main([str(folder)]) == 1
    assert "capabilities/common.csv:2: label_vi: is empty; write it\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "old", "new", "field", "message"),
    [
        (COMMON, "system engineering|", "machine learning|", "aliases_en", '"machine learning" is a name of machine-learning'),
        (COMMON, "system engineering|", "Machine Learnings|", "aliases_en", "is a name of machine-learning"),
        (COMMON, "system engineering|", "học máy|", "aliases_en", '"học máy" has Vietnamese letters'),
        (COMMON, "system engineering|", "systems|", "aliases_en", '"systems" is a word of every profile'),
        (COMMON, "system engineering|", "systems engineering|", "aliases_en", '"systems engineering" is the label itself'),
        (COMMON, ",kỹ nghệ hệ thống|", ",phan tich he thong lon|", "aliases_vi", "has no Vietnamese diacritic"),
        (COMMON, ",systems-engineering\n", ",alchemy\n", "parent", '"alchemy" is unknown'),
        (COMMON, "requirements elicitation,systems-engineering", "requirements elicitation,requirements-engineering", "parent", "is below"),
        ("needs/G09.csv", "P28,CE_PROJECT,requirements-engineering,nice,\n", "", "id", "requirements-engineering is in no need"),
        ("needs/G02.csv", "P06,CE_PROJECT", "P66,CE_PROJECT", "product_id", '"P66" is unknown'),
    ],
)
def test_content_faults_are_found(folder: Path, edit: Edit, name: str, old: str, new: str, field: str, message: str) -> None:
    edit(name, old, new)
    assert any(fault.field == field and message in fault.message for fault in check(folder)), check(folder)


def test_a_role_without_musts_and_too_few_capabilities_are_found(folder: Path) -> None:
    needs = (folder / "needs/G02.csv").read_text(encoding="utf-8")
    kept = [line for line in needs.splitlines(keepends=True) if ",must," not in line and "CA_PROJECT" not in line]
    (folder / "needs/G02.csv").write_text("".join(kept), encoding="utf-8")
    messages = [fault.message for fault in check(folder)]
    assert "P06 has 2 capabilities; at least 14 are needed" in messages
    assert "P06 has no capability that is must for CE_PROJECT; add one" in messages
    assert "P06 has no capability that is nice for CA_PROJECT; add one" in messages


def test_a_short_and_a_missing_brief_are_found(folder: Path) -> None:
    (folder / "briefs/P01.en.md").write_text("Too short.")
    (folder / "briefs/P01.vi.md").unlink()
    assert [str(fault) for fault in check(folder)] == [
        "briefs/P01.en.md:1: text: has 2 words; 120 to 200 are wanted",
        "briefs/P01.vi.md:1: file: is missing; put it back",
        "briefs/P01.vi.md:1: text: has 0 words; 150 to 280 are wanted",
    ]


def test_too_few_projects_are_found(folder: Path) -> None:
    for path in sorted((folder / "projects").glob("*.csv"))[1:]:
        path.unlink()
    assert any("at least 12 are needed" in fault.message for fault in check(folder))
