"""Reading a record for roles: a statement speaks for the dimension it is nearest to, a label or a helping hand for none."""

from functools import cache

import numpy as np
import pytest

from matching.roles.reading import DIMENSIONS, CueReader, StatementReader, reader_of
from matching.roles.statements import OF_DIMENSION, OF_NONE
from matching.space.encoded import EncodedBlock
from matching.space.latent import LatentBlock
from matching.space.lexical import LexicalBlock
from models.vocabulary import Language, RoleDimension
from tests.matching.examples import DOCUMENTS
from tests.service.matches.encoders.examples import WordEncoder

# The encoder of the tests knows words and no meaning: one statement of each kind is enough.
STATEMENTS = [(dimension, OF_DIMENSION[dimension][language][0]) for dimension in DIMENSIONS for language in Language]


@cache
def block() -> EncodedBlock:
    return EncodedBlock.fit(WordEncoder(), DOCUMENTS, DOCUMENTS)


@cache
def reader() -> StatementReader:
    return StatementReader(block())


@pytest.mark.parametrize(("dimension", "statement"), STATEMENTS)
def test_a_statement_speaks_for_its_dimension(dimension: RoleDimension, statement: str) -> None:
    said = reader().read([statement])[0]
    assert DIMENSIONS[int(said.argmax())] is dimension
    assert said.max() > 0.5


@pytest.mark.parametrize("statement", [statement for language in Language for statement in OF_NONE[language]])
def test_a_helping_hand_speaks_for_none(statement: str) -> None:
    assert reader().read([statement]).max() == 0.0


@pytest.mark.parametrize("label", ["", "Programme", "Sản phẩm", "Designed architecture", "\U0001f600"])
def test_a_label_tells_nothing(label: str) -> None:
    assert reader().read([label]).tolist() == [[0.0] * len(DIMENSIONS)]


def test_a_text_is_read_the_same_alone_and_among_others() -> None:
    texts = [statement for _, statement in STATEMENTS[:5]]
    assert reader().read(texts)[2].tobytes() == reader().read(texts[2:3])[0].tobytes()


def test_without_an_encoder_cue_words_are_read() -> None:
    cues = reader_of(LatentBlock.fit(LexicalBlock.fit(DOCUMENTS).transform(DOCUMENTS)))
    assert isinstance(cues, CueReader)
    said = cues.read(["Chủ trì ban kỹ thuật tiêu chuẩn", "Cooked rice"])
    assert said[0, DIMENSIONS.index(RoleDimension.TECHNICAL_STANDARDS)] == 1.0
    assert not np.any(said[1])
