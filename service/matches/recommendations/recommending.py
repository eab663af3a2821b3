"""The one way from a subject and a role to a ranking: lists, explanations, exports, pages and the command line all take it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from sqlmodel import Session

from matching.explanation import phrases
from matching.needs import RoleNeed
from matching.ranking.chosen import only_fitting, rank_chosen
from matching.ranking.ranking import Ranking, rank
from matching.ranking.weights import Weights
from matching.retrieval.engines import InMemory
from models.vocabulary import RoleCode
from service.catalogue.rules.policy import gate_policy
from service.catalogue.subjects.contents import SubjectKind
from service.kit.dear_work import Gate
from service.kit.languages import Bilingual
from service.kit.settings import Clock, Settings, utc_now
from service.kit.stages import stage
from service.kit.texts import worded
from service.matches.network.kept import folder_of
from service.matches.network.live import LiveNetwork, Snapshot, read_stored
from service.matches.recommendations.inputs import Inputs, InputStore
from service.matches.retrieval.asking import retrieval_of

SOME, NOBODY = "some", "nobody"
SOMEBODY_FITS = Bilingual(
    en="Of {considered} people considered, {eligible} meet the mandatory rules and {fitting} are a possible fit or better.",
    vi="Trong {considered} người được xét, {eligible} người đạt các điều kiện bắt buộc; {fitting} người ở mức có thể phù hợp trở lên.",
)
MOST_KEPT = 250
"""Lists of who fits that are kept with one network, each for its own need."""
Wording = Callable[[RoleNeed], RoleNeed]


def as_catalogued(need: RoleNeed) -> RoleNeed:
    """Return the need as the catalogue has it."""
    return need


@dataclass
class Written:
    """The JSON of a list's ``head`` and of its first ``entries`` by place, each from when it is first asked for."""

    head: str = ""
    entries: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Recommendation:
    """A ranking with what was asked; ``text_space`` is the version of readers and catalogue that it rests on.

    A list that is kept holds what of it was ``written``.
    """

    inputs: Inputs
    ranking: Ranking
    text_space: str
    written: Written | None = None

    @property
    def verdict(self) -> str:
        """Return whether somebody fits or nobody."""
        return NOBODY if self.ranking.nobody_fits else SOME

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many people were considered and how many of them stand where."""
        return self.ranking.counts()

    @cached_property
    def verdict_reason(self) -> Bilingual:
        """Return the verdict in words."""
        return worded(phrases.NOBODY if self.ranking.nobody_fits else SOMEBODY_FITS, **self.counts)


class Recommender:
    """One per process: holds the network and recommends from it."""

    def __init__(self, settings: Settings, clock: Clock = utc_now) -> None:
        self.settings = settings
        self.clock = clock
        self.live = LiveNetwork(gate_policy(settings), settings.encoder, folder_of(settings))
        self.inputs = InputStore()
        self.reading_texts = Gate(at_once=2, patient=4, patience=15.0)

    def recommend(self, session: Session, kind: SubjectKind, identifier: str, role: RoleCode) -> Recommendation:
        """Rank everybody for ``role``; raises what ``recommend_each`` raises."""
        (found,) = self.recommend_each(session, kind, identifier, (role,))
        return found

    def list_fitting(self, session: Session, kind: SubjectKind, identifier: str, role: RoleCode) -> Recommendation:
        """Rank whom the engine of the settings chooses for ``role``: for lists of who fits; raises what ``recommend_each`` raises."""
        stored, day = read_stored(session), self.settings.selection_day(self.clock)
        inputs = self.inputs.find(session, stored, kind, identifier, role, day)
        snapshot = self.live.snapshot(session, stored)
        retrieval = retrieval_of(self.settings, session, stored, snapshot)
        _judge(inputs.need, snapshot)
        with stage("matching"):
            if isinstance(retrieval, InMemory):
                return who_fits(inputs, snapshot)
            ranking = rank_chosen(inputs.need, snapshot.network, snapshot.gatekeeper, inputs.weights, retrieval)
        return Recommendation(inputs, ranking, snapshot.space_version)

    def explain_from(self, session: Session, kind: SubjectKind, identifier: str, role: RoleCode, expert_id: str) -> Recommendation:
        """Return what an explanation of ``expert_id`` is read from: the kept list that they stand on, or else a ranking of everybody.

        Both say the same of them. Raises what ``recommend_each`` raises.
        """
        stored, day = read_stored(session), self.settings.selection_day(self.clock)
        inputs, snapshot = self.inputs.find(session, stored, kind, identifier, role, day), self.live.snapshot(session, stored)
        kept = kept_list(inputs, snapshot)
        return kept if kept and expert_id in kept.ranking.network.position else _ranked(inputs, snapshot)

    def needs(self, session: Session, kind: SubjectKind, identifier: str, roles: Sequence[RoleCode]) -> dict[RoleCode, RoleNeed]:
        """Return what the catalogue asks of each of ``roles``; raises what ``recommend_each`` raises for a subject or a role."""
        stored, day = read_stored(session), self.settings.selection_day(self.clock)
        return {role: self.inputs.find(session, stored, kind, identifier, role, day).need for role in roles}

    def recommend_each(
        self,
        session: Session,
        kind: SubjectKind,
        identifier: str,
        roles: Sequence[RoleCode],
        worded: Wording = as_catalogued,
        *,
        fitting: bool = False,
    ) -> list[Recommendation]:
        """Rank everybody for each of ``roles``, all in one snapshot of the network; ``worded`` may word the catalogue's needs anew.

        Where ``fitting`` people alone are asked about, a kept list of them does, as long as the need is worded as in the catalogue.

        Raises ``NotFound`` or ``NotOnListInForce`` for the id, ``Invalid`` for a role that does not belong to it, and ``Unavailable``
        while rules or weights are missing or nobody is read.
        """
        stored, day = read_stored(session), self.settings.selection_day(self.clock)
        asked = [self.inputs.find(session, stored, kind, identifier, role, day) for role in roles]
        asked = [inputs if (need := worded(inputs.need)) == inputs.need else replace(inputs, need=need) for inputs in asked]
        snapshot = self.live.snapshot(session, stored)
        return [(kept_list(inputs, snapshot) if fitting else None) or _ranked(inputs, snapshot) for inputs in asked]


def _ranked(inputs: Inputs, snapshot: Snapshot) -> Recommendation:
    return Recommendation(inputs, ranked(inputs.need, snapshot, inputs.weights), snapshot.space_version)


def kept_list(inputs: Inputs, snapshot: Snapshot) -> Recommendation | None:
    """Return those who fit as they are kept with ``snapshot`` under the same ``inputs``, None where nobody asked for the list."""
    kept = snapshot.made.get(_name(inputs))
    return kept if isinstance(kept, Recommendation) and kept.inputs is inputs else None


def _name(inputs: Inputs) -> tuple[SubjectKind, str, RoleCode]:
    return inputs.subject.kind, inputs.subject.asked_for, inputs.need.role


def who_fits(inputs: Inputs, snapshot: Snapshot) -> Recommendation:
    """Return those who fit of everybody in ``snapshot``, with which they are kept: the same ``inputs`` are ranked once."""
    if kept := kept_list(inputs, snapshot):
        return kept
    ranking = only_fitting(rank(inputs.need, snapshot.network, snapshot.gatekeeper, inputs.weights))
    if len(snapshot.made) >= MOST_KEPT:
        snapshot.made.clear()
    snapshot.made[_name(inputs)] = found = Recommendation(inputs, ranking, snapshot.space_version, written=Written())
    return found


def ranked(need: RoleNeed, snapshot: Snapshot, weights: Weights) -> Ranking:
    """Rank everybody in ``snapshot`` for ``need``; gate and matching are stages of the request."""
    _judge(need, snapshot)
    with stage("matching"):
        return rank(need, snapshot.network, snapshot.gatekeeper, weights)


def _judge(need: RoleNeed, snapshot: Snapshot) -> None:
    """Judge everybody for ``need``: the gatekeeper remembers it for the ranking, which is then measured without it."""
    with stage("gate"):
        snapshot.gatekeeper.tiers(need)
