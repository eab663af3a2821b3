"""What signals and bands are called: the phrases of the explanations as the API shows them, made once."""

from matching.explanation import phrases
from models.vocabulary import Language
from service.languages import Bilingual
from service.recommendations.schemas import BandView, ConfidenceView
from service.texts import Text


def text(value: Bilingual) -> Text:
    """Return a bilingual text as the API shows it."""
    return Text(vi=value.vi, en=value.en)


def phrase_text(phrase: phrases.Phrase) -> Text:
    """Return a phrase of the explanations as the API shows it."""
    return Text(vi=phrase[Language.VI], en=phrase[Language.EN])


SIGNALS = {code: phrase_text(phrase) for code, phrase in phrases.SIGNAL.items()}
BANDS = {band: BandView(code=band, vi=phrase[Language.VI], en=phrase[Language.EN]) for band, phrase in phrases.BAND.items()}
CONFIDENCES = {
    confidence: ConfidenceView(code=confidence, vi=phrase[Language.VI], en=phrase[Language.EN])
    for confidence, phrase in phrases.CONFIDENCE.items()
}
REFERENCE_ONLY = phrase_text(phrases.REFERENCE_ONLY)
