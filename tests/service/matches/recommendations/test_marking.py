from models.vocabulary import Language
from service.matches.recommendations.marking import pieces
from service.matches.recommendations.schemas import CitationView


def cited(words: str, *marks: tuple[int, int]) -> CitationView:
    return CitationView(evidence="E1-1", language=Language.EN, words=words, marks=list(marks), shows=[], parts={})


def test_marked_and_plain_pieces_give_the_words_again() -> None:
    found = list(pieces(cited("A battery cell test.", (2, 14))))
    assert found == [("A ", False), ("battery cell", True), (" test.", False)]


def test_words_without_marks_stay_whole() -> None:
    assert list(pieces(cited("Plain."))) == [("Plain.", False)]
