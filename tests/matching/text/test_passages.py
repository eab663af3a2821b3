from matching.text.passages import LONGEST_WORDS, MOST_PASSAGES, passages


def test_a_paragraph_is_one_passage() -> None:
    assert passages("He built a radar. It stands by the sea.") == ("He built a radar. It stands by the sea.",)


def test_nothing_has_no_passage() -> None:
    assert passages("") == passages(" \n ") == ()


def test_a_long_text_is_cut_at_sentence_ends() -> None:
    found = passages(" ".join(f"Sentence number {number} tells of one more radar." for number in range(60)))
    assert len(found) > 1
    assert all(passage.startswith("Sentence") and passage.endswith("radar.") for passage in found)
    assert all(len(passage.split()) <= LONGEST_WORDS for passage in found)


def test_an_endless_sentence_and_an_endless_word_are_cut() -> None:
    assert max(len(passage.split()) for passage in passages("word " * 1000)) <= LONGEST_WORDS
    assert len(passages("x" * 5000)[0]) == 100


def test_of_very_long_texts_passages_are_spread_evenly() -> None:
    found = passages("\n".join(f"{number} " + "word " * 149 for number in range(100)))
    assert len(found) == MOST_PASSAGES
    assert found[0].startswith("0 ")
    assert found[-1].split()[0] >= "90"
