"""Turns a ranking and its explanations into what the API shows; numbers are rounded here and nowhere before."""

from matching.explanation import phrases
from matching.profiles import Profile
from matching.ranking.ranking import Entry, Ranking
from models.vocabulary import Language
from service.catalogue.schemas import CapabilityReference
from service.languages import Bilingual
from service.recommendations import schemas
from service.recommendations.reasons import Reason, Reasons
from service.recommendations.recommending import Recommendation
from service.recommendations.rounding import DECIMALS, rounded, rounded_parts
from service.texts import Text


def text(value: Bilingual) -> Text:
    """Return a bilingual text as the API shows it."""
    return Text(vi=value.vi, en=value.en)


def phrase_text(phrase: phrases.Phrase) -> Text:
    """Return a phrase of the explanations as the API shows it."""
    return Text(vi=phrase[Language.VI], en=phrase[Language.EN])


SIGNAL_LABELS = {code: phrase_text(phrase) for code, phrase in phrases.SIGNAL.items()}
BANDS = {band: schemas.BandView(code=band, vi=phrase[Language.VI], en=phrase[Language.EN]) for band, phrase in phrases.BAND.items()}
REFERENCE_ONLY = phrase_text(phrases.REFERENCE_ONLY)


def head(found: Recommendation) -> schemas.RecommendationHead:
    """Return what every answer about ``found`` begins with."""
    subject, need, role_name = found.inputs.subject, found.inputs.need, found.inputs.role_name
    return schemas.RecommendationHead(
        subject=schemas.SubjectView(
            kind=subject.kind, id=subject.id, asked_for=subject.asked_for, name=text(subject.name), synthetic=subject.synthetic
        ),
        role=schemas.AskedRole(code=need.role, vi=role_name.vi, en=role_name.en),
        model=schemas.ModelVersions(
            text_space=found.text_space,
            weights=found.inputs.weights.version,
            rule_set=found.inputs.rule_set,
            selection_date=need.selection_date,
        ),
        verdict=schemas.Verdict(code=found.verdict, reason=text(found.verdict_reason)),
        counts=schemas.Counts(**found.counts),
        reference_only=REFERENCE_ONLY,
    )


class EntryViews:
    """Shows entries of one ranking; what the people of a page share is prepared once."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self.reasons = Reasons(ranking)
        self.capabilities = {capability: _capability(ranking, capability) for capability in ranking.need.must}

    def show(self, entry: Entry) -> schemas.EntryView:
        """Return one entry with its reason."""
        position = self.ranking.network.position[entry.profile_id]
        return schemas.EntryView(
            rank=entry.rank,
            tie_group=entry.tie_group,
            expert=card(self.ranking.network.profiles[position]),
            band=BANDS[entry.band],
            tier=entry.tier,
            score=rounded(entry.score),
            parts=_parts(entry),
            covered=[self.capabilities[capability] for capability in entry.covered],
            missing=[self.capabilities[capability] for capability in entry.missing],
            x=len(entry.covered),
            y=len(entry.covered) + len(entry.missing),
            reason=_reason(self.reasons.strongest(entry)),
        )


def card(profile: Profile) -> schemas.ExpertCard:
    """Return who ``profile`` is."""
    headlines = dict(profile.headlines)
    return schemas.ExpertCard(
        id=profile.id,
        display_name=profile.name,
        country=profile.country,
        sub_network=profile.sub_network,
        headline=Text(vi=headlines.get(Language.VI, ""), en=headlines.get(Language.EN, "")),
        synthetic=profile.synthetic,
    )


def _parts(entry: Entry) -> list[schemas.PartView]:
    contributions = rounded_parts([part.contribution for part in entry.parts], entry.score)
    return [
        schemas.PartView(part.signal, SIGNAL_LABELS[part.signal], round(part.value, DECIMALS), round(part.weight, DECIMALS), contribution)
        for part, contribution in zip(entry.parts, contributions, strict=True)
    ]


def _reason(reason: Reason) -> schemas.ReasonView:
    label = SIGNAL_LABELS[reason.signal]
    return schemas.ReasonView(
        vi=reason.text.vi, en=reason.text.en, signal=reason.signal, label=label, evidence=reason.evidence, citation=reason.citation
    )


def _capability(ranking: Ranking, capability: str) -> CapabilityReference:
    concept = ranking.network.space.thesaurus.by_id.get(capability)
    if concept is None:  # younger than the text space, which holds the labels
        return CapabilityReference(id=capability, label=Text(vi=capability, en=capability))
    return CapabilityReference(id=capability, label=Text(vi=concept.label_vi, en=concept.label_en))
