"""The editable tables are complete and consistent."""

import pytest

from models.vocabulary import EvidenceKind, Language
from seed.network.tables import countries, fields, forms, phrases, products, role_sentences
from seed.network.world import Contribution, Level

FORMS = [
    "headline",
    "biography",
    "further",
    *(f"position_{level}" for level in Level),
    *(kind for kind in EvidenceKind if kind is not EvidenceKind.POSITION),
]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("contribution", Contribution)
def test_every_contribution_is_told_in_a_dozen_ways(contribution: Contribution, language: Language) -> None:
    sentences = role_sentences(language, contribution)
    assert len(set(sentences)) == len(sentences) >= 12
    assert not any("{" in sentence or "“" in sentence for sentence in sentences)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_exists_in_both_languages(form: str, language: Language) -> None:
    assert forms(language, form)


def test_every_product_has_its_phrases_in_both_languages() -> None:
    for product in products():
        bank = phrases(product)
        assert {key: len(texts) for key, texts in bank.items()} == {
            (language, part): count for language in Language for part, count in (("title", 16), ("sentence", 26))
        }


def test_no_phrase_belongs_to_two_products() -> None:
    everything = [text for product in products() for texts in phrases(product).values() for text in texts]
    assert len(everything) == len(set(everything))


def test_neighbours_are_other_products_and_sectors_suffice_for_three() -> None:
    for field in fields().values():
        assert set(field.neighbours) <= set(products()) - {field.product}
        assert len(set(field.sectors)) == len(field.sectors) >= 3


def test_there_are_twenty_two_countries() -> None:
    assert len({country.code for country in countries()}) == 22
    assert all(len(country.code) == 2 and set(country.names) == set(Language) for country in countries())
