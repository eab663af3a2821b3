"""Text of the fonts before Unicode: TCVN3 (.VnTime) and VNI look like other letters, and are not Vietnamese to a program."""

import re

# What both fonts put for the commonest Vietnamese words; none of these is written in Unicode text of any language.
# TCVN3: µ ¸ ¶ · ¹ ¨ » ¾ ½ Æ stand for accented letters within words, ® for đ. VNI: a letter followed by a mark such as ø ù û õ ï.
_TCVN3 = re.compile(
    r"[a-zA-Z][\u00b5\u00b6\u00b7\u00b8\u00b9\u00a8\u00bb\u00bc\u00bd\u00be\u00ae\u00d7\u00dc]|\u00ae[a-zA-Z\u00a8\u00aa-\u00bf]"
)
_VNI = re.compile(r"[aAeEoOuUyY][\u00f8\u00d8\u00fb\u00db\u00ef\u00cf\u00f5\u00d5\u00e2\u00c2][a-zA-Z]?|[oOuU]\u00f6|\u00f1[aAoOuUi\u00f6]")
_ENOUGH = 3  # one such sign can be a slip or a name of another language


def legacy_font(text: str) -> str | None:
    """Return the name of the font that ``text`` was written for, or None for Unicode."""
    for name, signs in (("TCVN3 (.VnTime)", _TCVN3), ("VNI", _VNI)):
        if len(signs.findall(text)) >= _ENOUGH:
            return name
    return None
