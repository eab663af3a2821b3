"""A world of three subjects that a reader can tell apart at a glance: radar, batteries and rice."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from matching.gate.conflicts import insiders_of
from matching.gate.result import GatePolicy, GateResult, judge_gate
from matching.needs import Party, RoleNeed, Rule
from matching.network import Network
from matching.profiles import EvidenceItem, Profile
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Ranking, rank
from matching.ranking.weights import Weights
from matching.signals.registry import signals_of
from matching.signals.view import View
from matching.space.thesaurus import Concept, Thesaurus
from models.vocabulary import ConsentPurpose, EvidenceKind, Interest, Language, Outcome, Part, RoleCode, RoleFamily, RuleKind, Scale
from tests.matching.plain_reader import PlainReader, vocabulary

ON = date(2026, 10, 1)
LONG_AGO = date(2010, 1, 1)
MATCHING = frozenset({ConsentPurpose.MATCHING})

THESAURUS = Thesaurus(
    [
        Concept("sensing", "cảm biến", "sensing"),
        Concept("radar", "ra đa", "radar", ("RADAR",), parent="sensing"),
        Concept("array", "mạng pha", "phased array", ("AESA",), parent="radar"),
        Concept("battery", "pin lưu trữ", "battery storage", ("BESS",)),
        Concept("breeding", "chọn giống lúa", "rice breeding"),
    ]
)
RADAR = (
    "Phased array radar for coastal surveillance",
    "Radar signal processing and target tracking",
    "Ra đa mạng pha giám sát bờ biển",
    "Xử lý tín hiệu ra đa, bám mục tiêu trên biển",
)
BATTERY = (
    "Battery storage for the power grid",
    "Lithium cells and thermal management of battery packs",
    "Pin lưu trữ cho lưới điện",
    "Quản lý nhiệt cho bộ pin lithium",
)
RICE = (
    "Rice breeding for saline soils",
    "Genome selection of drought tolerant rice",
    "Chọn giống lúa chịu mặn",
    "Giống lúa chịu hạn cho đồng bằng",
)
DOCUMENTS = (*RADAR, *BATTERY, *RICE)
RADAR_BRIEF = (
    (Language.VI, "Hệ thống ra đa mạng pha giám sát bờ biển và bám mục tiêu"),
    (Language.EN, "A phased array radar for coastal surveillance and target tracking"),
)


@cache
def reader() -> PlainReader:
    briefs = (tuple(text for _, text in RADAR_BRIEF), (BATTERY[0],), (RICE[0],))
    return PlainReader(
        THESAURUS, [(brief, vocabulary([*brief, *texts])) for brief, texts in zip(briefs, (RADAR, BATTERY, RICE), strict=True)]
    )


def item(identifier: str = "i1", title: str = RADAR[0], **changes: Any) -> EvidenceItem:
    """Return an interdisciplinary programme, led since long ago, applied nationally."""
    usual = {
        "part": Part.LED,
        "outcome": Outcome.APPLIED,
        "scale": Scale.NATIONAL,
        "sectors": ("defence", "transport"),
        "starts": LONG_AGO,
        "counts_as_innovation_work": True,
    }
    kind = changes.pop("kind", EvidenceKind.PROGRAMME)
    return EvidenceItem(identifier, kind, Language.EN, title, **(usual | changes))


def person(identifier: str = "E1", *items: EvidenceItem, **changes: Any) -> Profile:
    """Return somebody who consents to matching."""
    return Profile(identifier, f"Person {identifier}", items, **({"consents": MATCHING} | changes))


def rule(identifier: str, kind: RuleKind = RuleKind.HARD, minimum: float | None = None) -> Rule:
    return Rule(identifier, kind, minimum, _both("điều kiện", "condition", identifier), _both("điều", "clause", identifier))


def _both(vi: str, en: str, identifier: str) -> tuple[tuple[Language, str], ...]:
    return ((Language.VI, f"{vi} {identifier}"), (Language.EN, f"{en} {identifier}"))


RULES = (
    rule("R-YEARS", minimum=10),
    rule("R-LED", minimum=1),
    rule("R-WILL", RuleKind.DECLARED),
    rule("R-QUAL", RuleKind.EVIDENCE_HUMAN),
    rule("R-LEGAL", RuleKind.HUMAN_ONLY),
    rule("R-NATIONALITY", RuleKind.NOT_A_FILTER),
)


def party(organisation: str, interest: Interest = Interest.BIDDER, subject: str = "P1") -> Party:
    return Party(organisation, interest, subject, f"Company {organisation}")


def need(bidders: Iterable[str] = (), **changes: Any) -> RoleNeed:
    """Return the need of a chief engineer for a radar."""
    usual = {
        "subject_id": "P1",
        "role": RoleCode.CE_PROJECT,
        "briefs": RADAR_BRIEF,
        "must": ("array", "radar"),
        "nice": ("sensing",),
        "excluded": (),
        "rules": RULES,
        "selection_date": ON,
        "parties": tuple(party(organisation) for organisation in sorted(bidders)),
    }
    return RoleNeed(**(usual | changes))


def weights(family: RoleFamily = RoleFamily.CHIEF_ENGINEER, fits: float = 0.3, tie: float = 0.01) -> Weights:
    """Return weights that differ from signal to signal and add up to 1."""
    codes = [signal.code for signal in signals_of(family)]
    whole = len(codes) * (len(codes) + 1) / 2
    shares = {code: position / whole for position, code in enumerate(codes, start=1)}
    return Weights("test", shares, fits=fits, good=max(fits, 0.5), strong=max(fits, 0.7), tie=tie)


def gate_result(profile: Profile, wanted: RoleNeed, people: Iterable[Profile]) -> GateResult:
    """Return how one of ``people`` stands, told without the memory of a gatekeeper."""
    policy = GatePolicy()
    return judge_gate(profile, wanted, policy, insiders_of(wanted, people, policy.conflicts))


def network(people: Iterable[Profile]) -> Network:
    return Network.build(reader(), people)


def ranking(people: Iterable[Profile], wanted: RoleNeed | None = None, chosen: Weights | None = None) -> Ranking:
    wanted = wanted or need()
    built = network(people)
    return rank(
        wanted, built, Gatekeeper(built, GatePolicy()), chosen or weights(wanted.role.family if wanted.role else RoleFamily.CHIEF_ENGINEER)
    )


def view(*people: Profile, **changes: Any) -> View:
    return View.of(need(**changes), network(people))
