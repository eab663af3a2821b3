"""Of real people a decision is that of the body named for the role, and a council states its conflicts of interest."""

from datetime import date

import pytest
from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.rules import Role
from models.vocabulary import RoleCode
from models.vocabulary.selection import SelectionState
from service.kit.problems import Invalid
from service.selection.steps.schemas import StepInput
from service.selection.steps.substance import check_substance

DECIDERS = {
    RoleCode.CE_PROJECT: (
        "Thủ tướng Chính phủ, theo đề nghị của người đứng đầu cơ quan chủ trì",
        "Prime Minister, on proposal of the head",
    ),
    RoleCode.CA_PROVINCE: ("Ủy ban nhân dân cấp tỉnh", "Provincial People's Committee"),
}


@pytest.fixture
def world(world: Engine) -> Engine:
    with writing(world) as session:
        for code, (vi, en) in DECIDERS.items():
            role = session.get_one(Role, code)
            role.decider_vi, role.decider_en = vi, en
    return world


def refused(world: Engine, **fields: object) -> list[str]:
    step = StepInput.model_validate(
        {"on_day": date(2026, 10, 1), "document": "QD 1", "expert_id": "E2", "role": RoleCode.CE_PROJECT} | fields
    )
    with reading(world) as session:
        try:
            check_substance(session, step)
        except Invalid as problem:
            return [error.field for error in problem.errors]
    return []


@pytest.mark.parametrize(
    "body", ["Thủ tướng Chính phủ", "thu tuong chinh phu", "The Prime Minister of Viet Nam", "Quyết định của Thủ tướng Chính phủ"]
)
def test_the_body_of_the_role_decides(world: Engine, body: str) -> None:
    assert refused(world, to=SelectionState.DECIDED, body=body) == []


@pytest.mark.parametrize("body", ["The ministry", "NIC", "Chính phủ", "x"])
def test_another_body_needs_a_delegation(world: Engine, body: str) -> None:
    assert refused(world, to=SelectionState.DECIDED, body=body) == ["body"]
    assert refused(world, to=SelectionState.DECIDED, body=body, delegation="QD 5/TTg") == []


def test_a_province_is_named_where_the_role_says_a_province(world: Engine) -> None:
    of_province = {"to": SelectionState.DECIDED, "role": RoleCode.CA_PROVINCE}
    assert refused(world, **of_province, body="Ủy ban nhân dân thành phố Đà Nẵng") == []
    assert refused(world, **of_province, body="Sở Khoa học và Công nghệ Đà Nẵng") == ["body"]


def test_a_council_states_its_conflicts(world: Engine) -> None:
    assert refused(world, to=SelectionState.COUNCIL, conflicts_stated="...") == ["conflicts_stated"]
    assert refused(world, to=SelectionState.COUNCIL, conflicts_stated="Cả năm thành viên khai không có.") == []
