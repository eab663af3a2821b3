"""What a letter is about: its body, without the greeting above and the signature below."""

import re

_GREETING = re.compile(
    r"^\s*(?:dear|hello|hi|good (?:morning|afternoon|evening)|to whom it may concern|kính gửi|kính thưa|kính chào|thân gửi"
    r"|xin chào|chào|thưa"
    r"|kinh gui|kinh thua|xin chao|chao)\b[^.;:!?]{0,80}[,:!.]?\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\s*(?:(?:with )?(?:best|kind|warm|kindest|warmest)(?: regards| wishes)?|regards|yours(?: \w+)?"
    r"|(?:yours )?(?:sincerely|faithfully)(?: yours)?"
    r"|respectfully(?: yours)?|many thanks|thanks(?: in advance)?|thank you(?: in advance| very much)?|cheers"
    r"|trân trọng(?: cảm ơn| kính chào)?"
    r"|xin (?:trân trọng|chân thành) cảm ơn|xin cảm ơn|kính thư|kính chào|thân mến|thân ái|tran trong(?: cam on)?|kinh thu|than men)"
    r"(?:[,.!]?|, .{0,30})\s*$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"^.{0,60}?(?:[\w.+-]+@[\w-]+\.\w+|\b(?:tel|phone|mobile|fax|đt|điện thoại|di động|hotline|e-?mail)\b\s*[:.]).{0,60}$", re.IGNORECASE
)
_MOST_LINES_OF_A_SIGNATURE, _MOST_WORDS_OF_ITS_LINES = 10, 14


def body_of(text: str) -> str:
    """Return ``text`` without lines that greet, the signature after a closing line, and lines that only say how to reach its writer."""
    lines = [line for line in text.splitlines() if not _GREETING.match(line)]
    for place, line in enumerate(lines):
        if _CLOSING.match(line) and _is_signature(lines[place + 1 :]):
            lines = lines[:place]
            break
    return "\n".join(line for line in lines if not _CONTACT.match(line))


def _is_signature(lines: list[str]) -> bool:
    written = [line for line in lines if line.strip()]
    return len(written) <= _MOST_LINES_OF_A_SIGNATURE and all(len(line.split()) <= _MOST_WORDS_OF_ITS_LINES for line in written)
