"""Which of the two languages a text is written in, by its letters alone."""

import re

from matching.text.normalise import composed
from models.vocabulary import Language

_VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SHARE_OF_MARKED_WORDS = 0.15


def is_marked(text: str) -> bool:
    """Return whether a letter of ``text`` (NFC) is one that Vietnamese has and English has not."""
    return _VIETNAMESE.search(text) is not None


def language_of(text: str) -> Language:
    """Return Vietnamese for a text in which at least 15% of the words carry Vietnamese letters, else English.

    Some two thirds of Vietnamese syllables do; a Vietnamese name in an English sentence does not reach the share.
    """
    text = composed(text)
    if not is_marked(text):
        return Language.EN
    written = _WORD.findall(text)
    marked = sum(1 for word in written if is_marked(word))
    return Language.VI if written and marked >= _SHARE_OF_MARKED_WORDS * len(written) else Language.EN
