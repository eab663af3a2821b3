"""What signals and bands are called: the phrases of the explanations as the API shows them, made once."""

from matching.explanation import phrases
from models.vocabulary import Language
from service.kit.texts import phrase_text
from service.matches.recommendations.schemas import BandView, ConfidenceView

SIGNALS = {code: phrase_text(phrase) for code, phrase in phrases.SIGNAL.items()}
BANDS = {band: BandView(code=band, vi=phrase[Language.VI], en=phrase[Language.EN]) for band, phrase in phrases.BAND.items()}
CONFIDENCES = {
    confidence: ConfidenceView(code=confidence, vi=phrase[Language.VI], en=phrase[Language.EN])
    for confidence, phrase in phrases.CONFIDENCE.items()
}
