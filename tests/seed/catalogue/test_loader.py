from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel

from models.capabilities import Capability, ProductCapability
from models.catalogue import Crosswalk, Product, ProductList, ProgrammeBody, ProgrammeTask, TaskProduct, TechnologyGroup
from models.database import reading, writing
from models.experts import NetworkState
from models.projects import InterestedParty, Organisation, Project
from models.rules import EligibilityRule
from models.vocabulary import Interest
from seed.catalogue.faults import CatalogueFaults
from seed.catalogue.loader import load_catalogue, read_catalogue
from seed.catalogue.storing import TABLES
from tests.seed.catalogue.conftest import Edit

BODIES = "official/programme_bodies_funding.csv"


def load(engine: Engine, folder: Path) -> int:
    with writing(engine) as session:
        return load_catalogue(session, folder)


def count(engine: Engine, model: type[SQLModel], *conditions: sa.ColumnElement[bool]) -> int:
    with reading(engine) as session:
        return session.scalar(sa.select(sa.func.count()).select_from(model).where(*conditions)) or 0


def everything(engine: Engine) -> dict[str, list[SQLModel]]:
    with reading(engine) as session:
        return {table.model.__name__: session.scalars(sa.select(table.model)).all() for table in TABLES}


def changes(engine: Engine) -> int:
    with reading(engine) as session:
        return session.get_one(NetworkState, 1).catalogue_changes


def test_the_packaged_catalogue_loads(engine: Engine) -> None:
    with writing(engine) as session:
        load_catalogue(session)
    assert count(engine, ProductList) == 3
    assert count(engine, TechnologyGroup) == 10 + 11
    assert count(engine, Product) == 30 + 33 + 6
    assert count(engine, Crosswalk) == 33 + 6
    assert count(engine, Crosswalk, Crosswalk.product_id.is_(None)) == 2
    assert count(engine, Product, Product.priority, Product.list_code == "QD21-2026") == 6
    assert count(engine, Capability) >= 420
    assert count(engine, Project) >= 12
    assert count(engine, Organisation, ~Organisation.synthetic) == 0
    assert count(engine, EligibilityRule) == 5 * 5 + 5 + 3 + 2 + 1 + 2  # five rules for every role, then years, led, scale, network, policy


def test_loading_again_changes_nothing(engine: Engine, folder: Path) -> None:
    assert load(engine, folder) > 2000
    before = everything(engine)
    assert load(engine, folder) == 0
    assert everything(engine) == before
    assert changes(engine) == 1


def test_restricted_tasks_are_left_out(loaded: Engine, folder: Path) -> None:
    assert count(loaded, ProgrammeTask, ProgrammeTask.code.startswith("T-JUNE")) == 5
    assert count(loaded, ProgrammeTask, ProgrammeTask.task_en.contains("suppression")) == 0
    assert count(loaded, TaskProduct, TaskProduct.product_id == "P07") == 2


def test_a_changed_row_is_updated_and_counted_as_one_change(loaded: Engine, folder: Path, edit: Edit) -> None:
    edit("official/products_qd21_2026.csv", "Digital-twin platforms", "Platforms for digital twins")
    assert load(loaded, folder) == 1
    assert changes(loaded) == 2
    with reading(loaded) as session:
        assert session.get_one(Product, "P03").name_en == "Platforms for digital twins"


def test_rows_that_left_the_files_are_deleted_and_the_others_keep_their_ids(loaded: Engine, folder: Path, edit: Edit) -> None:
    before = {row.id: row.name_en for row in everything(loaded)["ProgrammeBody"]}
    line = next(line for line in (folder / BODIES).read_text(encoding="utf-8").splitlines(keepends=True) if "Other lawful" in line)
    edit(BODIES, line, "")
    assert load(loaded, folder) == 1
    after = {row.id: row.name_en for row in everything(loaded)["ProgrammeBody"]}
    assert before.items() - after.items() == {(key, name) for key, name in before.items() if name == "Other lawful sources"}
    assert after.items() <= before.items()
    assert count(loaded, ProgrammeBody) == 10


def test_a_capability_may_change_its_id_and_keep_its_names(loaded: Engine, folder: Path, edit: Edit) -> None:
    edit("needs/G09.csv", "requirements-engineering,", "engineering-of-requirements,")
    edit("capabilities/common.csv", "\nrequirements-engineering,", "\nengineering-of-requirements,")
    load(loaded, folder)
    with reading(loaded) as session:
        assert session.get(Capability, "requirements-engineering") is None
        assert session.get_one(Capability, "engineering-of-requirements").label_en == "requirements engineering"
    assert count(loaded, ProductCapability, ProductCapability.capability_id == "engineering-of-requirements") == 1


def test_two_capabilities_may_swap_their_labels(loaded: Engine, folder: Path, edit: Edit) -> None:
    edit("capabilities/common.csv", ",machine learning,", ",deep learning!,")
    edit("capabilities/common.csv", ",deep learning,", ",machine learning,")
    edit("capabilities/common.csv", ",deep learning!,", ",deep learning,")
    assert load(loaded, folder) == 2
    with reading(loaded) as session:
        assert session.get_one(Capability, "machine-learning").label_en == "deep learning"


def test_another_list_may_become_the_default(loaded: Engine, folder: Path, edit: Edit) -> None:
    with writing(loaded) as session:
        session.get_one(ProductList, "QD21-2026").is_default = False
        session.flush()
        session.get_one(ProductList, "QD1131-2025").is_default = True
    assert load(loaded, folder) == 2
    with reading(loaded) as session:
        assert session.scalars(sa.select(ProductList.code).where(ProductList.is_default)).all() == ["QD21-2026"]


def test_bidders_and_organisations_of_others_stay(loaded: Engine, folder: Path) -> None:
    with writing(loaded) as session:
        session.add(Organisation(id="org-another", name="Another organisation"))
        session.flush()
        session.add(InterestedParty(product_id="P01", organisation_id="org-another", interest=Interest.BIDDER))
    assert load(loaded, folder) == 0
    assert count(loaded, InterestedParty, InterestedParty.interest == Interest.BIDDER) == 1


def test_nothing_is_loaded_when_one_file_is_malformed(loaded: Engine, folder: Path, edit: Edit) -> None:
    before = everything(loaded)
    edit("official/products_qd21_2026.csv", "Digital-twin platforms", "Platforms for digital twins")
    edit("official/programme_targets.csv", "QD2815-2025,industries", "QD2815-2026,industries")
    with pytest.raises(CatalogueFaults) as refused:
        load(loaded, folder)
    assert [str(fault) for fault in refused.value.faults] == [
        'official/programme_targets.csv:3: programme: "QD2815-2026" is unknown; use an id that exists or define it first'
    ]
    assert everything(loaded) == before


def test_every_fault_is_told_at_once(folder: Path, edit: Edit) -> None:
    edit("official/programme_targets.csv", ",30,percent,", ",thirty,percent,")
    edit("official/product_lists.csv", "2026-04-30", "30 April 2026")
    edit("needs/G02.csv", ",must", ",should")
    with pytest.raises(CatalogueFaults) as refused:
        read_catalogue(folder)
    assert [(fault.file, fault.line, fault.field) for fault in refused.value.faults] == [
        ("needs/G02.csv", 2, "level"),
        ("official/product_lists.csv", 2, "adopted"),
        ("official/programme_targets.csv", 4, "value"),
    ]


def test_exactly_one_list_is_the_default(folder: Path, edit: Edit) -> None:
    edit("official/product_lists.csv", "yes,yes,no", "yes,no,no")
    with pytest.raises(CatalogueFaults, match="no list is the default"):
        read_catalogue(folder)
    edit("official/product_lists.csv", "yes,no,no", "yes,yes,no")
    edit("official/product_lists.csv", "no,no,no", "no,yes,no")
    with pytest.raises(CatalogueFaults, match="QD21-2026 is the default already"):
        read_catalogue(folder)
