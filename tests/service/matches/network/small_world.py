"""A world small enough to know by heart: two products of one group, a project, a rule set and six people."""

from datetime import UTC, date, datetime

from sqlmodel import SQLModel

from models.capabilities import Capability, ProductCapability
from models.catalogue import Product, ProductList, TechnologyGroup
from models.experts import Consent, Evidence, Expert, NetworkState, Relation, Willingness
from models.projects import InterestedParty, Organisation, Project, ProjectProduct
from models.rules import EligibilityRule, RuleSet
from models.vocabulary import (
    ConsentPurpose,
    EvidenceKind,
    Interest,
    Language,
    NameOrder,
    NeedLevel,
    Part,
    RelationKind,
    RelationStatus,
    RoleCode,
    RuleKind,
)
from tests.consent_texts import consent_texts

SOURCE = {"source_en": "a test", "source_vi": "kiểm thử", "sureness_en": "certain", "sureness_vi": "chắc chắn"}
GIVEN = datetime(2026, 1, 5, tzinfo=UTC)
TOPICS = ("quantum sensors", "satellite control", "rice genomics", "grid storage", "robot arms", "secure chips")
MUST, NICE, EXCLUDED = NeedLevel.MUST, NeedLevel.NICE, NeedLevel.EXCLUDED
NEEDS = {
    ("P1", RoleCode.CE_PROJECT): {"sensing": MUST, "control": MUST, "optics": NICE, "weapons": EXCLUDED},
    ("P2", RoleCode.CE_PROJECT): {"control": MUST, "optics": MUST, "sensing": NICE, "weapons": NICE},
    ("P1", RoleCode.CA_PROJECT): {"optics": MUST},
}


def catalogue() -> list[list[SQLModel]]:
    """Return rows in groups that can be stored one after the other."""
    return [
        [
            ProductList(
                code="L1",
                instrument_en="Decision 1",
                instrument_vi="Quyết định 1",
                title_en="List",
                title_vi="Danh mục",
                adopted=date(2026, 1, 1),
                valid_from=date(2026, 1, 1),
                in_force=True,
                is_default=True,
                **SOURCE,
            )
        ],
        [
            TechnologyGroup(
                id="G1", list_code="L1", name_en="Sensing", name_vi="Cảm biến", scope_en="All sensors", scope_vi="Mọi cảm biến", **SOURCE
            )
        ],
        [
            Product(
                id=f"P{number}",
                list_code="L1",
                group_id="G1",
                name_en=f"Product {number}",
                name_vi=f"Sản phẩm {number}",
                brief_en=f"About {TOPICS[number - 1]}.",
                brief_vi=f"Về {TOPICS[number - 1]}.",
                **SOURCE,
            )
            for number in (1, 2)
        ],
        consent_texts("1"),
        [Capability(id=name, label_en=name, label_vi=f"năng lực {name}") for name in ("control", "optics", "sensing", "weapons")],
        [
            ProductCapability(product_id=product, role=role, capability_id=capability, level=level)
            for (product, role), levels in NEEDS.items()
            for capability, level in levels.items()
        ],
        [Organisation(id=name, name=f"Company {name}") for name in ("B1", "B2", "B3")],
        [
            Project(
                id="N1",
                title_en="Big project",
                title_vi="Dự án lớn",
                brief_en="To build.",
                brief_vi="Để xây dựng.",
                host_id="B3",
                starts=date(2027, 1, 1),
                ends=date(2030, 1, 1),
                **SOURCE,
            )
        ],
        [
            ProjectProduct(project_id="N1", product_id="P1"),
            ProjectProduct(project_id="N1", product_id="P2"),
            InterestedParty(product_id="P1", organisation_id="B1", interest=Interest.BIDDER),
            InterestedParty(product_id="P1", organisation_id="B3", interest=Interest.PARTICIPANT),
            InterestedParty(project_id="N1", organisation_id="B2", interest=Interest.BIDDER),
            InterestedParty(project_id="N1", organisation_id="B3", interest=Interest.HOST),
        ],
        [
            RuleSet(version="OLD", valid_from=date(2020, 1, 1), valid_until=date(2025, 12, 31), **SOURCE),
            RuleSet(version="NEW", valid_from=date(2026, 1, 1), **SOURCE),
        ],
        [rule("OLD", "R-YEARS", 5), rule("NEW", "R-YEARS", 10), rule("NEW", "R-LED", 1), rule("NEW", "R-LED", 2, RoleCode.CE_SYSTEM)],
    ]


def rule(version: str, identifier: str, minimum: float, role: RoleCode = RoleCode.CE_PROJECT) -> EligibilityRule:
    texts = {f"{name}_{language}": f"{name} {language}" for name in ("label", "test", "evidence", "clause") for language in ("en", "vi")}
    return EligibilityRule(version=version, rule_id=identifier, role=role, kind=RuleKind.HARD, minimum=minimum, **texts, **SOURCE)


def people() -> list[list[SQLModel]]:
    """Return six people with two items each; the last withdrew consent, the first is tied to a bidder and to the second."""
    numbers = range(1, 7)
    return [
        [NetworkState(expert_changes=6)],
        [
            Expert(
                id=f"E{number}",
                display_name=f"Person {number}",
                family_name="Person",
                given_name=str(number),
                name_order=NameOrder.FAMILY_FIRST,
                name_key=f"person {number}",
                headline_vi="Kỹ sư trưởng" if number == 1 else "",
                biography_en="Has worked." if number == 1 else "",
                country="VN",
                languages=["vi", "en"],
                email=f"person{number}@mail.example",
                refreshed_on=date(2026, 6, 1),
                change_number=number,
            )
            for number in numbers
        ],
        [item(f"E{number}", part, TOPICS[(number + part) % len(TOPICS)]) for number in numbers for part in (1, 2)],
        [
            Consent(
                expert_id=f"E{number}",
                purpose=ConsentPurpose.MATCHING,
                text_version="1",
                given_at=GIVEN,
                withdrawn_at=GIVEN if number == 6 else None,
            )
            for number in numbers
        ],
        [
            Willingness(expert_id="E1", role=RoleCode.CE_PROJECT, willing=True, declared_on=date(2026, 1, 5)),
            Willingness(expert_id="E1", role=RoleCode.CA_PROJECT, willing=False, declared_on=date(2026, 1, 5)),
            Relation(expert_id="E1", kind=RelationKind.ADVISER, organisation_id="B1", status=RelationStatus.DECLARED, source="a form"),
            Relation(expert_id="E1", kind=RelationKind.CO_AUTHOR, other_expert_id="E2", status=RelationStatus.DETECTED),
        ],
    ]


def item(owner: str, number: int, topic: str) -> Evidence:
    return Evidence(
        id=f"{owner}-{number:02d}",
        expert_id=owner,
        kind=EvidenceKind.PROGRAMME,
        language=Language.EN,
        title=f"Programme for {topic}",
        text=f"Built {topic} with sensing and control.",
        part=Part.LED,
        sectors=["energy", "health"],
        starts=date(2010 + number, 1, 1),
        counts_as_innovation_work=True,
        organisation_id="B3",
    )
