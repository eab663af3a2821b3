"""How the API shows a row of the catalogue: every text in both languages, with its source and how sure it is."""

from datetime import date
from typing import Any, Self

from pydantic import BaseModel, Field
from sqlmodel import SQLModel

from matching.explanation import phrases
from matching.explanation.sentences import Sentence
from models.vocabulary import Language
from service.kit.languages import Bilingual
from service.kit.local_forms import day_in, number_in, percent_in


class Text(BaseModel):
    """A text in both languages."""

    vi: str
    en: str

    @classmethod
    def of(cls, row: SQLModel, name: str) -> Self | None:
        """Return the text that ``row`` keeps in ``name_vi`` and ``name_en``, or None when both are empty."""
        vi, en = getattr(row, f"{name}_vi"), getattr(row, f"{name}_en")
        return cls(vi=vi, en=en) if vi or en else None


class RowView(BaseModel):
    """What is shown of one row of a table."""

    @classmethod
    def of(cls, row: SQLModel, **more: Any) -> Self:
        """Return the view of ``row``: texts from their two columns, other fields by their name, and ``more`` for what is not its own."""
        fields = {name: field for name, field in cls.model_fields.items() if name not in more}
        own = {name: field.annotation for name, field in fields.items() if field.is_required() or hasattr(row, name)}
        shown = {name: Text.of(row, name) if kind in (Text, Text | None) else getattr(row, name) for name, kind in own.items()}
        return cls(**shown, **more)


class Sourced(RowView):
    """A row with its provenance; nothing of it is legal advice."""

    source: Text = Field(examples=[{"vi": "Quyết định 21/2026/QĐ-TTg", "en": "Decision 21/2026/QD-TTg"}])
    sureness: Text = Field(examples=[{"vi": "theo báo chí", "en": "press"}])


# Briefs and the capability thesaurus explain the official lists; they are not part of any decision.
WRITTEN_FOR_THIS_SERVICE = Text(
    vi="biên soạn riêng cho dịch vụ này, không phải văn bản của quyết định", en="written for this service, not a text of the decision"
)
OWN_WORDING = Text(vi="cách diễn đạt riêng, người có chuyên môn có thể sửa", en="own wording, which a specialist can correct")


def text(value: Bilingual) -> Text:
    """Return a bilingual text as the API shows it."""
    return Text(vi=value.vi, en=value.en)


def phrase_text(phrase: phrases.Phrase) -> Text:
    """Return a phrase of the explanations as the API shows it."""
    return Text(vi=phrase[Language.VI], en=phrase[Language.EN])


class _LocalForms:
    """Days and numbers as each language writes them."""

    def day(self, language: Language, day: date) -> str:
        return day_in(language, day)

    def number(self, language: Language, number: float, places: int | None, *, signed: bool) -> str:
        return number_in(language, number, places, signed=signed)

    def share(self, language: Language, share: float, places: int) -> str:
        return percent_in(language, share, places)


FORMS = _LocalForms()


def worded(phrase: phrases.Phrase | Bilingual, **values: object) -> Bilingual:
    """Return a phrase filled with ``values`` in both languages, with days and numbers as each writes them."""
    said = {Language.EN: phrase.en, Language.VI: phrase.vi} if isinstance(phrase, Bilingual) else phrase
    filled = Sentence((said,), values).worded(FORMS)
    return Bilingual(en=filled[Language.EN], vi=filled[Language.VI])


def sentence_text(sentence: Sentence) -> Text:
    """Return a sentence of the matcher in both languages, with days and numbers as each writes them."""
    return phrase_text(sentence.worded(FORMS))


REFERENCE_ONLY = phrase_text(phrases.REFERENCE_ONLY)
