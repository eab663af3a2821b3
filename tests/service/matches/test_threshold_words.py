"""The threshold is the lower edge of the lowest band that fits, so readers are told of it in the words of that band."""

import pytest

from matching.explanation import phrases
from matching.plan.diagnosis import Gate
from matching.ranking.weights import Band
from models.vocabulary import Language
from service.kit.languages import Bilingual
from service.kit.words import catalogue_in
from service.matches.coverage import sentences as coverage
from service.matches.plans.sentences import GATES
from service.matches.recommendations.recommending import SOMEBODY_FITS
from service.matches.search import words as search

SENTENCES = (
    Bilingual(**phrases.NOBODY),
    Bilingual(**phrases.BELOW),
    SOMEBODY_FITS,
    GATES[Gate.FITTING],
    coverage.FIT,
    coverage.NONE_FITS,
    coverage.BELOW,
    coverage.FITS,
    search.SOMEBODY_NEAR,
    search.NOBODY_NEAR,
)
LABELS = {("matches", "fitting"), ("matches/recommendations", "also_close"), ("matches/search", "find_fitting")}
OTHER_NAMES = {Language.VI: ("ngưỡng phù hợp", "đạt ngưỡng"), Language.EN: ("threshold for a fit", "the threshold")}


@pytest.mark.parametrize("language", Language)
def test_sentences_about_the_threshold_say_the_band(language: Language) -> None:
    band = phrases.BAND[Band.POSSIBLE][language.value]
    assert [getattr(one, language.value) for one in SENTENCES if band not in getattr(one, language.value)] == []


@pytest.mark.parametrize("language", Language)
def test_words_of_pages_call_the_threshold_by_the_band_alone(language: Language) -> None:
    band = phrases.BAND[Band.POSSIBLE][language.value]
    words = {(entry.context or "", str(entry.id)): str(entry.string) for entry in catalogue_in(language) if entry.id}
    assert all(band in words[label] for label in LABELS)
    assert [word for word in words.values() if any(name in word for name in OTHER_NAMES[language])] == []
