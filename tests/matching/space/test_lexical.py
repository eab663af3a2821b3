import numpy as np
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS as THEIRS
from sklearn.feature_extraction.text import TfidfVectorizer

from matching.space.lexical import LexicalBlock
from matching.text.stop_words import ENGLISH_STOP_WORDS
from matching.text.tokens import terms

TEXTS = [
    "Phased array radar, radar signal processing and radar antennas for ships.",
    "Thiết kế ăng-ten mảng pha cho ra đa hàng hải; xử lý tín hiệu ra đa.",
    "Battery cells, battery packs and the recycling of battery materials since 2019.",
    "Giống lúa chịu mặn và chọn tạo giống lúa cho đồng bằng sông Cửu Long.",
    "",
    "zzz qqq",
]


def theirs(vocabulary=None):
    return TfidfVectorizer(analyzer=terms, sublinear_tf=True, dtype=np.float32, vocabulary=vocabulary)


def same_bytes(one, other):
    return all(getattr(one, part).tobytes() == getattr(other, part).tobytes() for part in ("data", "indices", "indptr"))


def test_rows_are_those_of_the_vectorizer_that_the_readers_were_learnt_with():
    vectorizer = theirs().fit(TEXTS)
    block = LexicalBlock.fit(TEXTS)
    assert block.vocabulary == vectorizer.vocabulary_
    assert block.idf.tobytes() == vectorizer.idf_.tobytes()
    unseen = [*TEXTS, " ".join(TEXTS), "radar " * 40]
    assert same_bytes(block.transform(unseen), vectorizer.transform(unseen))


def test_weights_of_a_sealed_block_are_in_double_precision():
    first = LexicalBlock.fit(TEXTS)
    vectorizer = theirs(first.vocabulary)
    vectorizer.idf_ = first.idf.astype(np.float64)
    assert same_bytes(LexicalBlock(first.vocabulary, first.idf.astype(np.float64)).transform(TEXTS), vectorizer.transform(TEXTS))


def test_the_stop_words_are_those_of_the_list_that_they_come_from():
    assert ENGLISH_STOP_WORDS == THEIRS


def test_a_text_of_unknown_words_is_a_row_of_zeros():
    rows = LexicalBlock.fit(TEXTS[:1]).transform(["zzz qqq", "radar"])
    assert rows.sum(axis=1).tolist() == [0.0, 1.0]


def test_no_texts_give_no_rows():
    block = LexicalBlock.fit(TEXTS)
    assert block.transform([]).shape == (0, len(block.vocabulary))
    assert block.transform([]).dtype == np.float32


def test_a_corpus_without_a_term_compares_nothing():
    assert LexicalBlock.fit(["", " . "]).transform(["radar"]).nnz == 0
