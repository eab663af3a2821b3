"""The way from a text or from examples to a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from matching.free_needs import (
    LIKENESS,
    NamedCapability,
    briefs_of,
    named_capabilities,
    shared_capabilities,
    weights_for,
    without_words,
)
from matching.needs import RoleNeed, Texts
from matching.pasted_briefs import PastedBrief, read_brief, within_catalogue
from matching.profiles import Profile
from matching.ranking.ranking import Ranking
from matching.ranking.weights import Weights
from matching.readers.reading import RecordReader
from matching.space.thesaurus import Thesaurus
from models.vocabulary import RoleCode
from service.catalogue.rules.in_force import read_rules, rule_set_in_force
from service.kit.languages import Bilingual
from service.kit.problems import Invalid
from service.kit.stages import stage
from service.kit.texts import worded
from service.matches.network.live import Snapshot, read_stored
from service.matches.recommendations.inputs import role_name
from service.matches.recommendations.recommending import NOBODY, SOME, Recommender, ranked
from service.matches.recommendations.weights import current_weights
from service.matches.search.schemas import Levels, PeopleInput, SimilarInput
from service.matches.search.words import NO_EVIDENCE, NOBODY_NEAR, SOMEBODY_NEAR, TOO_LITTLE

WITHOUT_EVIDENCE = "no_evidence"
_SUBJECT = ""


@dataclass(frozen=True)
class Search:
    """A ranking with what was read and asked; ``role_name`` is None without a role."""

    ranking: Ranking
    named: tuple[NamedCapability, ...]
    examples: tuple[Profile, ...]
    role_name: Bilingual | None
    rule_set: str
    text_space: str
    says_too_little: bool

    @property
    def verdict(self) -> str:
        """Return whether somebody fits, nobody, or whether there was nothing to search by."""
        if self.says_too_little or says_nothing(self.ranking.need.briefs, self.ranking.network.reader):
            return WITHOUT_EVIDENCE
        return SOME if len(self.ranking.fitting) else NOBODY

    @property
    def counts(self) -> dict[str, int]:
        """Return how many people were considered and how many of them stand where; none fit what says nothing."""
        counts = self.ranking.counts()
        return counts | {"fitting": 0} if self.verdict == WITHOUT_EVIDENCE else counts

    @property
    def verdict_reason(self) -> Bilingual:
        """Return the verdict in words."""
        counts = self.counts
        nothing = TOO_LITTLE if self.says_too_little else NO_EVIDENCE
        told = {WITHOUT_EVIDENCE: nothing, SOME: SOMEBODY_NEAR, NOBODY: NOBODY_NEAR}[self.verdict]
        more = {**counts, "open": counts["considered"] - counts["gated"]}
        return worded(told, **more)


def read_snapshot(session: Session, recommender: Recommender) -> Snapshot:
    """Return the network as it is now; raises ``Unavailable`` while nobody is read."""
    return recommender.live.snapshot(session, read_stored(session))


def read_pasted(recommender: Recommender, pasted: str, thesaurus: Thesaurus) -> PastedBrief:
    """Return what a text asks for; raises ``Unavailable`` while many are being read: the first of a process is slow to read."""
    with recommender.reading_texts.entered(), stage("matching"):
        return read_brief(pasted, thesaurus)


def search_text(session: Session, recommender: Recommender, asked: PeopleInput) -> Search:
    """Rank everybody by a text; raises ``Invalid`` for an unknown capability, ``Unavailable`` without rules, weights or readings."""
    snapshot = read_snapshot(session, recommender)
    thesaurus = snapshot.network.reader.thesaurus
    read = read_pasted(recommender, asked.text, thesaurus)
    wanted = {*(asked.must or ()), *(asked.nice or ())}
    excluded = tuple(one for one in read.excluded if one not in wanted) if asked.excluded is None else tuple(asked.excluded)
    text = without_words(read.text, set(excluded), thesaurus)
    basis = _Basis([text], read.named, read.must, read.nice, excluded, says_too_little=read.says_too_little)
    return _search(session, recommender, snapshot, asked, basis)


def search_similar(session: Session, recommender: Recommender, asked: SimilarInput) -> Search:
    """Rank everybody by the evidence of examples; raises ``Invalid`` for an example who is unknown or did not consent to matching."""
    snapshot = read_snapshot(session, recommender)
    thesaurus = snapshot.network.reader.thesaurus
    examples = tuple(_example(snapshot, identifier) for identifier in dict.fromkeys(asked.experts))
    excluded = tuple(asked.excluded or ())
    texts = [without_words(item.words, set(excluded), thesaurus) for profile in examples for item in profile.items]
    basis = _Basis(texts, named_capabilities(texts, thesaurus), (), shared_capabilities(examples, thesaurus), excluded, examples)
    return _search(session, recommender, snapshot, asked, basis)


def says_nothing(briefs: Texts, reader: RecordReader) -> bool:
    """Return whether no word of ``briefs`` is known: then any order would be chance."""
    return not briefs or not reader.text([text for _, text in briefs]).vector.any()


@dataclass(frozen=True, slots=True)
class _Basis:
    """What is compared, what was read in it, and the levels that are proposed."""

    texts: list[str]
    named: tuple[NamedCapability, ...]
    must: tuple[str, ...]
    nice: tuple[str, ...]
    excluded: tuple[str, ...]
    examples: tuple[Profile, ...] = ()
    says_too_little: bool = False


def _search(session: Session, recommender: Recommender, snapshot: Snapshot, asked: Levels, basis: _Basis) -> Search:
    day = recommender.settings.selection_day(recommender.clock)
    network = snapshot.network
    need = RoleNeed(
        subject_id=_SUBJECT,
        role=asked.role or RoleCode.CE_PROJECT,
        briefs=(),
        must=basis.must if asked.must is None else tuple(asked.must),
        nice=basis.nice if asked.nice is None else tuple(asked.nice),
        excluded=basis.excluded,
        rules=read_rules(session, asked.role, day) if asked.role else (),
        selection_date=day,
        text_only=asked.role is None,
    )
    need = _with_briefs(_settled(need, network.reader.thesaurus), basis.texts, network.reader.thesaurus)
    with recommender.reading_texts.entered():
        if need.text_only and asked.must is None and asked.nice is None and not basis.examples:
            need = within_catalogue(need, network.reader)
        weights = weights_for(need, _weights(session, need, network.reader, basis))
        ranking = ranked(need, snapshot, weights)
    name = role_name(session, asked.role) if asked.role else None
    too_little = basis.says_too_little and not (need.must or need.nice)
    return Search(ranking, basis.named, basis.examples, name, rule_set_in_force(session, day).version, snapshot.space_version, too_little)


def _weights(session: Session, need: RoleNeed, reader: RecordReader, basis: _Basis) -> Weights:
    if not need.text_only:
        return current_weights(session, need.role.family)
    return LIKENESS if basis.examples else reader.text_weights


def _settled(need: RoleNeed, thesaurus: Thesaurus) -> RoleNeed:
    """Return ``need`` with every capability on one level, excluded before required before welcome; raises ``Invalid`` for an unknown."""
    for field in ("must", "nice", "excluded"):
        unknown = sorted(set(getattr(need, field)) - set(thesaurus.ids))
        if unknown:
            raise Invalid.field(
                field, en=f"names no known capability: {', '.join(unknown)}", vi=f"có năng lực chưa biết: {', '.join(unknown)}"
            )
    excluded = tuple(dict.fromkeys(need.excluded))
    must = tuple(one for one in dict.fromkeys(need.must) if one not in excluded)
    nice = tuple(one for one in dict.fromkeys(need.nice) if one not in excluded and one not in must)
    return replace(need, must=must, nice=nice, excluded=excluded)


def _with_briefs(need: RoleNeed, texts: Sequence[str], thesaurus: Thesaurus) -> RoleNeed:
    """Return ``need`` with the texts as its briefs; without any words the names of its capabilities take their place."""
    briefs = briefs_of(texts)
    if briefs:
        return replace(need, briefs=briefs)
    concepts = [thesaurus.by_id[capability] for capability in (*need.must, *need.nice)]
    return replace(need, briefs=briefs_of([label for concept in concepts for label in (concept.label_vi, concept.label_en)]))


def _example(snapshot: Snapshot, identifier: str) -> Profile:
    position = snapshot.network.position.get(identifier)
    if position is None:
        raise Invalid.field("experts", en=f"names nobody in the network: {identifier}", vi=f"không có ai trong mạng lưới: {identifier}")
    profile = snapshot.network.profiles[position]
    if not profile.may_be_matched:
        raise Invalid.field(
            "experts",
            en=f"names somebody who has not consented to matching, or has stopped it: {identifier}",
            vi=f"có người chưa đồng ý hoặc đã dừng đối sánh: {identifier}",
        )
    return profile
