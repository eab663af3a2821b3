"""Words alone and years alone do not find the planted answers."""

import csv
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from matching.profiles import Profile
from models.vocabulary import Language
from seed.network.tables import phrases
from tests.seed.network.careful_reader import continuous_years
from tests.seed.network.worlds import SEEDS, World, world

SENTENCES_PER_QUERY = 12


@pytest.fixture(scope="module", params=SEEDS)
def chosen(request: pytest.FixtureRequest) -> World:
    return world(request.param)


def product_names() -> dict[str, str]:
    with (Path(__file__).parent / "product_names.csv").open(encoding="utf-8", newline="") as lines:
        return {row["product"]: f"{row['name_vi']} {row['name_en']}" for row in csv.DictReader(lines)}


def whole_text(profile: Profile) -> str:
    about = [text for _, text in (*profile.headlines, *profile.biographies)]
    return " ".join(about + [item.words for item in profile.items])


def ndcg(ranked: list[int], graded: list[int]) -> float:
    """Return nDCG@10 of the grades in the order of a ranking, the ideal being the sorted grades of the cell."""

    def gain(grades: list[int]) -> float:
        return sum((2**grade - 1) / float(np.log2(place + 2)) for place, grade in enumerate(grades[:10]))

    return gain(ranked) / gain(sorted(graded, reverse=True))


def mean_ndcg(chosen: World, scores: dict[str, np.ndarray]) -> float:
    """Return the mean over the filled cells; ``scores`` gives each product a score per profile, gated people are left out."""
    profiles, results = chosen.profiles, []
    for (product, role), graded in chosen.truth.grades.items():
        if graded:
            order = np.argsort(-scores[product], kind="stable")
            open_to_it = (profiles[index].id for index in order if not chosen.gated(profiles[index], product, role))
            results.append(ndcg([graded.get(person, 0) for person in islice(open_to_it, 10)], list(graded.values())))
    return float(np.mean(results))


def test_words_alone_are_not_enough(chosen: World) -> None:
    vectorizer = TfidfVectorizer(sublinear_tf=True)
    texts = vectorizer.fit_transform([whole_text(profile) for profile in chosen.profiles])
    rng = Random(chosen.seed)
    scores = {}
    for product, name in product_names().items():
        bank = [sentence for language in Language for sentence in phrases(product)[language, "sentence"]]
        query = vectorizer.transform([" ".join([name, *rng.sample(bank, SENTENCES_PER_QUERY)])])
        scores[product] = (texts @ query.T).toarray().ravel()
    assert 0.05 < mean_ndcg(chosen, scores) < 0.75


def test_years_alone_are_not_enough(chosen: World) -> None:
    years = np.array([continuous_years(profile) for profile in chosen.profiles])
    assert mean_ndcg(chosen, dict.fromkeys(product_names(), years)) < 0.50
