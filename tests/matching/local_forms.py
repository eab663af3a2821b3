"""Days and numbers as the service writes them, for tests that read whole sentences."""

from matching.explanation.lines import Line
from matching.explanation.sentences import Sentence
from models.vocabulary import Language
from service.kit.texts import FORMS


def english(line: Line | Sentence) -> str:
    """Return what a reader of English sees."""
    return _worded(line, Language.EN)


def vietnamese(line: Line | Sentence) -> str:
    """Return what a reader of Vietnamese sees."""
    return _worded(line, Language.VI)


def _worded(line: Line | Sentence, language: Language) -> str:
    sentence = line.said if isinstance(line, Line) else line
    return sentence.in_language(language, FORMS)
