"""The one way from a subject and a role to a ranking: lists, explanations, exports, pages and the command line all take it."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.explanation import phrases
from matching.ranking.ranking import Ranking, rank
from models.rules import Role
from models.vocabulary import Language, RoleCode
from service.languages import Bilingual
from service.network.live import LiveNetwork, gate_policy
from service.network.needs import read_need
from service.network.rules import rule_set_in_force
from service.network.subjects import SubjectKind
from service.recommendations.subjects import NamedSubject, find_subject
from service.recommendations.weights import current_weights
from service.settings import Clock, Settings, utc_now

SOME, NOBODY = "some", "nobody"
SOMEBODY_FITS = Bilingual(
    en="Of {considered} people considered, {eligible} meet the mandatory rules; {fitting} reach the threshold for a fit.",
    vi="Trong {considered} người được xét, {eligible} người đạt các điều kiện bắt buộc; {fitting} người đạt ngưỡng phù hợp.",
)


@dataclass(frozen=True)
class Recommendation:
    """A ranking with everything that is said about it; ``text_space`` and ``rule_set`` are the versions it rests on."""

    subject: NamedSubject
    role: RoleCode
    role_name: Bilingual
    ranking: Ranking
    text_space: str
    rule_set: str

    @property
    def verdict(self) -> str:
        """Return whether somebody fits or nobody."""
        return NOBODY if self.ranking.nobody_fits else SOME

    @property
    def counts(self) -> dict[str, int]:
        """Return how many people were considered and how many of them stand where."""
        return {"considered": len(self.ranking.network.profiles), **self.ranking.counts()}

    @property
    def verdict_reason(self) -> Bilingual:
        """Return the verdict in words."""
        if not self.ranking.nobody_fits:
            return Bilingual(*(text.format(**self.counts) for text in SOMEBODY_FITS))
        nobody = {language: text.format(**self.counts) for language, text in phrases.NOBODY.items()}
        return Bilingual(en=nobody[Language.EN], vi=nobody[Language.VI])


class Recommender:
    """One per process: holds the network and recommends from it."""

    def __init__(self, settings: Settings, clock: Clock = utc_now) -> None:
        self.settings = settings
        self.clock = clock
        self.live = LiveNetwork(gate_policy(settings))

    def recommend(self, session: Session, kind: SubjectKind, identifier: str, role: RoleCode) -> Recommendation:
        """Rank everybody for ``role``.

        Raises ``NotFound`` or ``NotOnListInForce`` for the id, ``Invalid`` for a role that does not belong to it, and ``Unavailable``
        while rules, weights or the text space are missing.
        """
        subject = find_subject(session, kind, identifier)
        day = self.settings.selection_day(self.clock)
        need = read_need(session, kind, subject.id, role, day)
        weights = current_weights(session, role.family)
        snapshot = self.live.snapshot(session)
        ranking = rank(need, snapshot.network, snapshot.gatekeeper, weights)
        rule_set = rule_set_in_force(session, day).version
        return Recommendation(subject, role, _role_name(session, role), ranking, snapshot.space_version, rule_set)


def _role_name(session: Session, role: RoleCode) -> Bilingual:
    return Bilingual(*session.execute(sa.select(col(Role.name_en), col(Role.name_vi)).where(col(Role.code) == role)).one())
