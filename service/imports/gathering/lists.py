"""A cell that lists several titles: lines with a bullet or a number in front, or lines that are each a title."""

import re

_MARK = re.compile(r"^\s*(?:[-–—•*+●▪◦‣·➢✓]|\(?\d{1,2}[.)](?!\d))\s*")
_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
_COUNT = re.compile(r"\d+(?:[.,]\d+)?\+?\s*(?:năm|nam|years?|bài|papers?|đề tài)?", re.IGNORECASE)
_LINES = re.compile(r"\n+|\s*;\s*(?=\S)|(?<=[.\w)])\s+(?=[•●▪➢])")


def listed(words: str) -> list[str]:
    """Return the titles that ``words`` list. Where a line has a mark, one without goes on with the line above.

    A number alone, or one of years, counts things and names none.
    """
    if _COUNT.fullmatch(words.strip()):
        return []
    lines = [line for line in _LINES.split(words) if line.strip()]
    marked = any(_MARK.match(line) for line in lines)
    found: list[str] = []
    for line in lines:
        bare = " ".join(_MARK.sub("", line).split()) or line.strip()
        if found and marked and not _MARK.match(line):
            found[-1] += f" {bare}"
        else:
            found.append(bare)
    return found


def year_of(title: str) -> str:
    """Return the one year that ``title`` names, such as 2021 of "Beamforming, 2021"; empty where it names none or several."""
    years = set(_YEAR.findall(title))
    return years.pop() if len(years) == 1 else ""
