"""The passages of a text, in which its statements keep their context: what a sentence encoder compares whole texts by.

A sentence out of a paragraph loses what the paragraph is about ("He won it twice."); the mean of such sentences finds 5 to 10 of 100 texts
fewer than the paragraph as one piece does (``docs/benchmarks.md``). So a text is encoded as a whole, a long one in windows of whole
sentences.
"""

import re

from matching.text.cleaning import cleaned

LONGEST_WORDS = 150
MOST_PASSAGES = 16
# More than any encoder reads of one passage, and longer than any word: encoders take long for endless ones.
_LONGEST_CHARACTERS = 2_500
_ENDLESS_WORD = re.compile(r"(\S{100})\S+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")


def passages(text: str) -> tuple[str, ...]:
    """Return the passages of ``text``, cleaned: one for a text of up to twice ``LONGEST_WORDS``, none for an empty one.

    Of more than ``MOST_PASSAGES`` only so many are kept, spread evenly.
    """
    written = _ENDLESS_WORD.sub(r"\1", cleaned(text)).strip()
    found = [written] if len(written.split()) <= 2 * LONGEST_WORDS else _windows(written)
    if len(found) > MOST_PASSAGES:
        found = [found[place * len(found) // MOST_PASSAGES] for place in range(MOST_PASSAGES)]
    return tuple(passage[:_LONGEST_CHARACTERS] for passage in found if passage)


def _windows(written: str) -> list[str]:
    """Cut a long text at sentence ends into windows of about ``LONGEST_WORDS``; an endless sentence is cut between words."""
    windows: list[list[str]] = [[]]
    for sentence in _SENTENCE_END.split(written):
        words = sentence.split()
        for start in range(0, len(words), LONGEST_WORDS):
            part = words[start : start + LONGEST_WORDS]
            if windows[-1] and len(windows[-1]) + len(part) > LONGEST_WORDS:
                windows.append([])
            windows[-1].extend(part)
    return [" ".join(window) for window in windows]
