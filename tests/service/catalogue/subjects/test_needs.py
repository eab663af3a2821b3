from datetime import date

import pytest
from sqlalchemy.engine import Engine

from matching.needs import Party, RoleNeed, Rule
from models.capabilities import NeedGroup, ProductCapability
from models.database import reading, writing
from models.projects import InterestedParty
from models.vocabulary import Interest, Language, NeedLevel, RoleCode, RuleKind
from service.catalogue.subjects.contents import SubjectKind, most_shared, together
from service.catalogue.subjects.needs import read_need
from service.kit.problems import Invalid, NotFound, Unavailable
from tests.service.matches.network.conftest import store

TODAY = date(2026, 10, 1)
TEXTS = ((Language.VI, "label vi"), (Language.EN, "label en")), ((Language.VI, "clause vi"), (Language.EN, "clause en"))


def need(engine: Engine, kind: SubjectKind, identifier: str, role: RoleCode = RoleCode.CE_PROJECT, on: date = TODAY) -> RoleNeed:
    with reading(engine) as session:
        return read_need(session, kind, identifier, role, on)


def bidders(found: RoleNeed) -> set[str]:
    return {party.organisation_id for party in found.parties if party.interest is Interest.BIDDER}


def test_need_of_a_product(small_catalogue: Engine) -> None:
    briefs = ((Language.VI, "Sản phẩm 1. Về quantum sensors."), (Language.EN, "Product 1. About quantum sensors."))
    assert need(small_catalogue, SubjectKind.PRODUCT, "P1") == RoleNeed(
        subject_id="P1",
        role=RoleCode.CE_PROJECT,
        briefs=briefs,
        must=("control", "sensing"),
        nice=("optics",),
        excluded=("weapons",),
        rules=(Rule("R-LED", RuleKind.HARD, 1, *TEXTS), Rule("R-YEARS", RuleKind.HARD, 10, *TEXTS)),
        selection_date=TODAY,
        parties=(Party("B1", Interest.BIDDER, "P1", "Company B1"), Party("B3", Interest.PARTICIPANT, "P1", "Company B3")),
        subjects=(briefs,),
    )
    assert need(small_catalogue, SubjectKind.PRODUCT, "P1", RoleCode.CA_PROJECT).must == ("optics",)


def test_need_of_a_project_puts_its_products_together(small_catalogue: Engine) -> None:
    found = need(small_catalogue, SubjectKind.PROJECT, "N1")
    assert found.briefs == ((Language.VI, "Dự án lớn. Để xây dựng."), (Language.EN, "Big project. To build."))
    assert (found.must, found.nice, found.excluded) == (("control", "optics", "sensing"), ("weapons",), ())
    assert bidders(found) == {"B1", "B2"}


def test_work_that_has_begun_is_joined_on_the_selection_date(small_catalogue: Engine) -> None:
    assert need(small_catalogue, SubjectKind.PROJECT, "N1").starts == date(2027, 1, 1)
    assert need(small_catalogue, SubjectKind.PROJECT, "N1", on=date(2027, 1, 1)).starts is None


def test_need_of_a_group(small_catalogue: Engine) -> None:
    store(small_catalogue, [[InterestedParty(product_id="P2", organisation_id="B2", interest=Interest.BIDDER)]])
    found = need(small_catalogue, SubjectKind.GROUP, "G1", RoleCode.CE_SYSTEM)
    assert found.briefs == (
        (Language.VI, "Cảm biến. Mọi cảm biến. Sản phẩm 1. Sản phẩm 2"),
        (Language.EN, "Sensing. All sensors. Product 1. Product 2"),
    )
    assert [dict(subject)[Language.EN].split(".")[0] for subject in found.subjects] == ["Product 1", "Product 2"]
    assert (found.must, found.nice) == (("control", "optics", "sensing"), ("weapons",))
    assert [rule.minimum for rule in found.rules] == [2]
    assert bidders(found) == {"B1", "B2"}


def test_a_group_needs_first_what_most_of_its_products_need() -> None:
    levels = [(f"c{number:02d}", NeedLevel.MUST) for number in range(30)] + [("c29", NeedLevel.MUST), ("other", NeedLevel.NICE)]
    found = most_shared(levels)
    assert found.must == ("c29", *(f"c{number:02d}" for number in range(11)))
    assert found.nice == (*(f"c{number:02d}" for number in range(11, 29)), "other")
    assert found.excluded == ()


def test_a_group_asks_for_whole_groups_of_alternatives() -> None:
    levels = [(name, NeedLevel.MUST) for name in ("keys", "qubits", "optics", "optics")]
    found = most_shared(levels, (("keys", "qubits"), ("optics",), ("optics",)))
    assert (found.must, found.groups) == (("optics", "keys", "qubits"), (("optics",), ("keys", "qubits")))


def test_alternatives_are_read_with_their_name(small_catalogue: Engine) -> None:
    with writing(small_catalogue) as session:
        for capability in ("control", "sensing"):
            session.get_one(ProductCapability, ("P1", RoleCode.CE_PROJECT, capability)).group = "either"
        session.add(NeedGroup(product_id="P1", role=RoleCode.CE_PROJECT, group="either", label_vi="một trong hai", label_en="either"))
    found = need(small_catalogue, SubjectKind.PRODUCT, "P1")
    assert (found.must, found.groups) == (("control", "sensing"), (("control", "sensing"),))
    assert found.label_of(("control", "sensing")) == ((Language.VI, "một trong hai"), (Language.EN, "either"))
    assert need(small_catalogue, SubjectKind.PROJECT, "N1").groups == (("control",), ("control", "sensing"), ("optics",))


def test_a_capability_that_one_product_needs_is_not_excluded() -> None:
    levels = [("a", NeedLevel.EXCLUDED), ("a", NeedLevel.NICE), ("b", NeedLevel.NICE), ("b", NeedLevel.MUST), ("c", NeedLevel.EXCLUDED)]
    found = together(levels)
    assert (found.must, found.nice, found.excluded) == (("b",), ("a",), ("c",))


@pytest.mark.parametrize(
    ("kind", "role", "legal"),
    [
        (SubjectKind.PRODUCT, RoleCode.CE_SYSTEM, "CE_PROJECT / CA_PROJECT"),
        (SubjectKind.PROJECT, RoleCode.CA_MINISTRY, "CE_PROJECT / CA_PROJECT"),
        (SubjectKind.GROUP, RoleCode.CE_PROJECT, "CE_SYSTEM"),
    ],
)
def test_a_role_that_a_subject_does_not_have_is_refused_with_the_legal_ones(
    small_catalogue: Engine, kind: SubjectKind, role: RoleCode, legal: str
) -> None:
    with pytest.raises(Invalid) as refused:
        need(small_catalogue, kind, "anything", role)
    assert [error.field for error in refused.value.errors] == ["role"]
    assert all(legal in text for text in refused.value.detail)


@pytest.mark.parametrize("kind", list(SubjectKind))
def test_an_unknown_subject_is_not_found(small_catalogue: Engine, kind: SubjectKind) -> None:
    role = RoleCode.CE_SYSTEM if kind is SubjectKind.GROUP else RoleCode.CE_PROJECT
    with pytest.raises(NotFound, match="nothing"):
        need(small_catalogue, kind, "nothing", role)


def test_the_rules_are_those_in_force_on_the_selection_date(small_catalogue: Engine) -> None:
    assert [rule.minimum for rule in need(small_catalogue, SubjectKind.PRODUCT, "P1", on=date(2025, 12, 31)).rules] == [5]
    with pytest.raises(Unavailable, match="2019"):
        need(small_catalogue, SubjectKind.PRODUCT, "P1", on=date(2019, 1, 1))


def test_a_product_that_nothing_is_known_of_needs_nothing(small_catalogue: Engine) -> None:
    with reading(small_catalogue) as session:
        assert session.get(ProductCapability, ("P2", RoleCode.CA_PROJECT, "optics")) is None
    found = need(small_catalogue, SubjectKind.PRODUCT, "P2", RoleCode.CA_PROJECT)
    assert (found.must, found.nice, found.excluded, found.parties) == ((), (), (), ())
