"""Answers about one search: what was read, a page of the list, all of it, or the explanation of one person."""

from collections.abc import Iterable

from sqlmodel import Session

from matching.explanation.explanation import explain
from matching.free_needs import NamedCapability, briefs_of
from matching.pasted_briefs import PastedBrief
from matching.ranking.ranking import Ranking
from matching.readers.reading import RecordReader
from matching.space.thesaurus import Thesaurus
from models.vocabulary import NeedLevel
from service.catalogue.products.schemas import CapabilityReference
from service.kit.languages import Bilingual
from service.kit.pagination import Paging, slice_page
from service.kit.problems import NotFound
from service.kit.stages import stage
from service.kit.texts import REFERENCE_ONLY, Text, text
from service.matches.recommendations import schemas as shown
from service.matches.recommendations.explanation_views import explanation_body
from service.matches.recommendations.recommending import SOME, Recommender
from service.matches.recommendations.views import card, entry_views
from service.matches.search.queries import WITHOUT_EVIDENCE, Search, read_pasted, read_snapshot, says_nothing
from service.matches.search.schemas import BriefView, NamedView, SearchExplanation, SearchHead, SearchList
from service.matches.search.words import CALIBRATION, NO_EVIDENCE, TOO_LITTLE

READABLE = Bilingual(en="The text can be searched by.", vi="Có thể tìm theo văn bản này.")


def brief_view(session: Session, recommender: Recommender, written: str) -> BriefView:
    """Return what is read in a text, with the levels that are proposed."""
    space = read_snapshot(session, recommender).network.reader
    brief = read_pasted(recommender, written, space.thesaurus)
    briefs = briefs_of([brief.text])
    return BriefView(
        languages=[language for language, _ in briefs],
        capabilities=named_views(brief.named, space.thesaurus, brief.must, brief.excluded),
        must=list(brief.must),
        nice=list(brief.nice),
        excluded=list(brief.excluded),
        verdict=_verdict(brief, recommender, space),
    )


def _verdict(brief: PastedBrief, recommender: Recommender, reader: RecordReader) -> shown.Verdict:
    """Return whether the text can be searched by, and if not, what to add."""
    if brief.says_too_little:
        return shown.Verdict(code=WITHOUT_EVIDENCE, reason=text(TOO_LITTLE))
    with recommender.reading_texts.entered(), stage("matching"):
        readable = not says_nothing(briefs_of([brief.text]), reader)
    return shown.Verdict(code=SOME if readable else WITHOUT_EVIDENCE, reason=text(READABLE if readable else NO_EVIDENCE))


def search_page(found: Search, paging: Paging, *, everybody: bool) -> SearchList:
    """Return one page of the people who reach the threshold, or of everybody who may be shown; nobody where nothing was said."""
    order = found.ranking.order if everybody else found.ranking.fitting
    places = slice_page(range(len(order) if found.verdict != WITHOUT_EVIDENCE else 0), paging)
    first = places.rows[0] if places.rows else 0
    with stage("matching"):
        entries = found.ranking.entries(first, first + len(places.rows), everybody=everybody) if places.rows else []
    paging.link(places.next)
    with stage("answer"):
        return SearchList(**dict(search_head(found)), items=entry_views(found.ranking, entries), total=places.total, next=places.next)


def whole_search(found: Search, *, everybody: bool) -> list[shown.EntryView]:
    """Return every entry of the list."""
    if found.verdict == WITHOUT_EVIDENCE:
        return []
    return entry_views(found.ranking, found.ranking.entries(everybody=everybody))


def search_explanation(found: Search, expert_id: str) -> SearchExplanation:
    """Explain one person's place; raises ``NotFound`` for somebody who is not in the network."""
    if expert_id not in found.ranking.network.position:
        raise NotFound.of(en="expert", vi="chuyên gia", identifier=expert_id)
    with stage("matching"):
        explained = explain(found.ranking, expert_id)
    with stage("answer"):
        return SearchExplanation(**dict(search_head(found)), **dict(explanation_body(found.ranking, explained)))


def search_head(found: Search) -> SearchHead:
    """Return what every answer about ``found`` begins with."""
    need, ranking = found.ranking.need, found.ranking
    thesaurus = ranking.network.reader.thesaurus
    return SearchHead(
        role=shown.AskedRole(code=need.role, **text(found.role_name).model_dump()) if found.role_name else None,
        must=_references(ranking, need.must),
        nice=_references(ranking, need.nice),
        excluded=_references(ranking, need.excluded),
        named=named_views(found.named, thesaurus, need.must, need.excluded),
        examples=[card(profile) for profile in found.examples],
        model=shown.ModelVersions(
            text_space=found.text_space,
            weights=ranking.weights.version,
            rule_set=found.rule_set,
            selection_date=need.selection_date,
        ),
        verdict=shown.Verdict(code=found.verdict, reason=text(found.verdict_reason)),
        calibration=text(CALIBRATION),
        counts=shown.Counts(**found.counts),
        reference_only=REFERENCE_ONLY,
    )


def named_views(named: Iterable[NamedCapability], thesaurus: Thesaurus, must: Iterable[str], excluded: Iterable[str]) -> list[NamedView]:
    """Return what was read, each capability with the level that it has."""
    levels = dict.fromkeys(must, NeedLevel.MUST) | dict.fromkeys(excluded, NeedLevel.EXCLUDED)
    return [
        NamedView(
            id=one.capability,
            label=_label(thesaurus, one.capability),
            words=list(one.words),
            times=one.times,
            level=levels.get(one.capability, NeedLevel.NICE),
        )
        for one in named
    ]


def _references(ranking: Ranking, capabilities: Iterable[str]) -> list[CapabilityReference]:
    thesaurus = ranking.network.reader.thesaurus
    return [CapabilityReference(id=capability, label=_label(thesaurus, capability)) for capability in capabilities]


def _label(thesaurus: Thesaurus, capability: str) -> Text:
    concept = thesaurus.by_id[capability]
    return Text(vi=concept.label_vi, en=concept.label_en)
