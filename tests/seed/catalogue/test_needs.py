"""Groups of alternatives in the files: what is refused, what is stored, and that the packaged ones can be met."""

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from models.capabilities import NeedGroup, ProductCapability, alternatives
from models.database import reading, writing
from models.vocabulary import NeedLevel, RoleCode
from seed.catalogue.check import check
from seed.catalogue.loader import load_catalogue, read_catalogue
from tests.seed.catalogue.conftest import Edit

NEEDS, NAMES = "needs/G09.csv", "need_groups.csv"
DRONES = "P22,CE_PROJECT,counter-uas-systems,must,system"
NAME = "P22,CE_PROJECT,certification,"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (NEEDS, DRONES, DRONES.replace("must", "nice"), "a capability that is nice has no group; leave it empty"),
        (
            NEEDS,
            DRONES,
            DRONES.replace("system", "alone").replace("counter-uas-alones", "counter-uas-systems"),
            '"alone" has 1 capabilities',
        ),
        (NAMES, NAME, NAME.replace("certification", "approval"), '"certification" has no name; add it to need_groups.csv'),
        (NAMES, NAME, NAME.replace("certification", "approval"), '"approval" is in no need of the product and role'),
        (NAMES, NAME, NAME.replace("P22", "P99"), '"P99" is unknown'),
    ],
)
def test_faults_of_groups_are_found(folder: Path, edit: Edit, name: str, old: str, new: str, message: str) -> None:
    edit(name, old, new)
    assert any(message in fault.message for fault in check(folder)), check(folder)


def test_groups_and_their_names_are_stored(engine: Engine) -> None:
    with writing(engine) as session:
        load_catalogue(session)
    with reading(engine) as session:
        assert session.get_one(ProductCapability, ("P22", RoleCode.CE_PROJECT, "counter-uas-systems")).group == "system"
        name = session.get_one(NeedGroup, ("P22", RoleCode.CE_PROJECT, "system"))
    assert (name.label_vi, name.label_en) == ("máy bay hoặc chống máy bay không người lái", "unmanned aircraft or counter-drone systems")


def test_every_role_asks_for_four_to_seven_groups_of_at_most_five() -> None:
    groups = alternatives(row for row in read_catalogue() if isinstance(row, ProductCapability))
    assert max(map(len, groups.values())) <= 5
    assert {(product, role): count for (product, role), count in Counter(key[:2] for key in groups).items() if not 4 <= count <= 7} == {}
    assert len({key[:2] for key in groups}) == 60


def test_capabilities_without_a_group_stand_for_themselves() -> None:
    def need(capability: str, group: str = "", level: NeedLevel = NeedLevel.MUST) -> ProductCapability:
        return ProductCapability(product_id="P1", role=RoleCode.CA_PROJECT, capability_id=capability, level=level, group=group)

    found = alternatives([need("qubits", "branch"), need("keys", "branch"), need("optics"), need("clocks", level=NeedLevel.NICE)])
    assert list(found.values()) == [("keys", "qubits"), ("optics",)]
