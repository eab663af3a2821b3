"""Citations as authors write them: who wrote it, the year, the title, where it appeared, the DOI."""

import re
from collections.abc import Callable

from service.imports.reading.person_names import names_somebody

Told = dict[str, str]
_LONGEST, _SHORTEST_TITLE, _MOST_WORDS_OF_A_VENUE = 1200, 8, 14
_WHERE_AND_WHEN = re.compile(r"(?P<where>[^;]*?[^\W\d_][^;]*?)[,.]?\s+\(?(?P<day>(?:19|20|2[1-9])\d\d)\)?[ .,;:]*")
_DAY = r"(?P<day>(?:19|20)\d\d)"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_BRACKETS = re.compile(rf"(?P<authors>[^()]{{3,600}}?),?\s*\({_DAY}[a-z]?(?:,[^()]{{1,20}})?\)\s*[.,:]?\s+(?P<rest>.+)", re.DOTALL)
_IN_QUOTES = re.compile(r"(?P<authors>[^\"“”«»]{3,600}?)[,.:]?\s*[\"“«](?P<title>[^\"“”«»]+)[\"”»][,.]?\s+(?P<venue>.+)", re.DOTALL)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(10\.\d{4,9}/[^\s,;]+[^\s,;.)])[.)]?", re.IGNORECASE)
_LINK = re.compile(r"[,.;]?\s*(?:(?:available(?: at)?|truy cập|url):?\s*)?https?://\S+", re.IGNORECASE)
_APPEARED = re.compile(
    r",\s+(?=(?:tạp chí|tc|kỷ yếu|kỉ yếu|hội nghị|hội thảo|nxb|nhà xuất bản"
    r"|journal|proc|proceedings|international|ieee|acm|conference|trans)\b)",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*;\s*|,?\s+(?:&|and|và|with)\s+")
_OTHERS = re.compile(r",?\s*(?:\bet al\b|\b(?:và )?(?:cộng sự|cs|ctv)\b|\bothers\b|…|\.\.\.)[.\s]*$", re.IGNORECASE)
_EDITOR = re.compile(r"\s*\((?:eds?\.?|chủ biên|editors?)\)", re.IGNORECASE)
_CAPITAL = "[" + "".join(letter for letter in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if letter.isupper()) + "]"
_SENTENCE = re.compile(rf"(?<=[^\W\d_]{{2}})[.?!]\s+(?=[\W\d]*{_CAPITAL})|(?<=[\d)])\.\s+(?={_CAPITAL})|(?<=\d[A-Z])\.\s+(?={_CAPITAL})")
_INITIAL = rf"(?:Th|Ph|Ng|Kh|Tr|Ch|Nh|Qu|Gi|{_CAPITAL})(?![^\W\d_]*[a-z])\.?"
_INITIALS = rf"{_INITIAL}(?:[\s-]?{_INITIAL}){{0,3}}"
_WORD = rf"{_CAPITAL}[\w'’-]+"
_SURNAME = rf"(?:{_WORD}|van|von|de|der)(?:[\s-](?:{_WORD}|van|von|de|der)){{0,2}}"
_WITH_INITIALS = re.compile(rf"{_SURNAME}\s+{_INITIALS}|{_INITIALS}(?:\s|(?<=\.))\s?{_SURNAME}")
_WHOLE_NAME = re.compile(rf"{_CAPITAL}[\w'’-]*(?:\s{_CAPITAL}[\w'’-]*){{1,5}}")
_WITH_A_COMMA = re.compile(rf"({_SURNAME}),\s*({_INITIALS})(?=,|$)")
_GOES_ON = re.compile(rf"{_INITIAL}(?<=[.])|{_INITIAL}(?:[,;]|$)")
_ENDS = re.compile(r"\.:?\s+(?=[^\W\d_])")


def cited(entry: str) -> Told | None:
    """Return what a citation tells: title, day, the DOI as source, as text where it appeared, then the authors; None for other words."""
    if len(entry) > _LONGEST or not _YEAR.search(entry):
        return None
    doi = _DOI.search(entry)
    bare = without_links(entry)
    found = next((told for way in _WAYS if (told := way(bare))), None)
    if found is None or len(found["title"]) < _SHORTEST_TITLE:
        return None
    return {**found, "kind": "publication", **({"source": f"doi:{doi[1].lower()}"} if doi else {})}


def published(entry: str) -> Told | None:
    """Return what "Title. Journal, 2014. DOI" tells, which has no authors in front; None for words without a year at the end."""
    title, venue = _title_and_venue(without_links(entry)) if len(entry) <= _LONGEST else ("", "")
    match = _WHERE_AND_WHEN.fullmatch(venue)
    if match is None or len(title) < _SHORTEST_TITLE or _YEAR.search(title) or len(match["where"].split()) > _MOST_WORDS_OF_A_VENUE:
        return None
    doi = _DOI.search(entry)
    found = {"title": title.strip(' .,;"“”'), "day": match["day"], "text": match["where"].strip(" .,;")}
    return {**found, **({"source": f"doi:{doi[1].lower()}"} if doi else {})}


def without_links(entry: str) -> str:
    """Return ``entry`` without its DOI and other addresses, whose digits say nothing."""
    bare = _LINK.sub("", _DOI.sub("", entry)) if "10." in entry or "http" in entry.lower() else entry
    return " ".join(bare.split()).strip(" ,;")


def names_authors(words: str) -> bool:
    """Return whether ``words`` are names of authors and nothing else, with initials or whole, such as "Tran, V. A., & Le, B."."""
    bare = _EDITOR.sub("", words).strip(" ,")
    said = _OTHERS.sub("", bare).strip(" ,;&")
    each = [_WITH_A_COMMA.sub(r"\1 \2", part.strip(" ,")) for part in _APART.split(said)]
    names = [name.strip() for part in each for name in part.split(",") if name.strip(" .")]
    if len(names) == 1 and not _WITH_INITIALS.fullmatch(names[0]):
        return names_somebody(names[0]) or (said != bare and re.fullmatch(_SURNAME, names[0]) is not None)
    return bool(names) and all(_WITH_INITIALS.fullmatch(name) or _WHOLE_NAME.fullmatch(name.rstrip(".")) for name in names)


def _year_behind_authors(entry: str) -> Told | None:
    """Read "Nguyễn V.A., Trần T.B. (2021). Title. Journal 12(3), 45-60"."""
    match = _IN_BRACKETS.fullmatch(entry)
    if match is None or not names_authors(match["authors"]):
        return None
    title, venue = _title_and_venue(match["rest"])
    return _told(title, match["day"], venue, match["authors"])


def _title_in_quotes(entry: str) -> Told | None:
    """Read "A. Tran and B. Le, "Title," in Proc. X, 2019, pp. 3-9"."""
    match = _IN_QUOTES.fullmatch(entry)
    years = _YEAR.findall(match["venue"]) if match else []
    if match is None or not years or not names_authors(match["authors"]):
        return None
    return _told(match["title"], years[-1], match["venue"], match["authors"])


def _authors_in_a_sentence(entry: str) -> Told | None:
    """Read "Nguyen VA, Tran TB. Title. Journal. 2021;12(3):45-60"; the names have initials, or are several."""
    for match in _ENDS.finditer(entry[:600]):
        authors, rest = entry[: match.start() + 1], entry[match.end() :]
        if _GOES_ON.match(rest) or not _are_several(authors) or not names_authors(authors):
            continue
        title, venue = _title_and_venue(rest)
        years = _YEAR.findall(venue)
        return _told(title, years[0], venue, authors) if years else None
    return None


_WAYS: tuple[Callable[[str], Told | None], ...] = (_year_behind_authors, _title_in_quotes, _authors_in_a_sentence)


def _are_several(authors: str) -> bool:
    return any(sign in authors for sign in (",", ";", " and ", " và ", "&", " et al")) and ":" not in authors


def _title_and_venue(rest: str) -> tuple[str, str]:
    """Return the first sentence, or what is in quotes at the beginning, and what is behind it."""
    quoted = re.match(r"[\"“«]([^\"“”«»]+)[\"”»][,.]?\s*(.*)", rest, re.DOTALL)
    if quoted:
        return quoted[1], quoted[2]
    title, *venue = _SENTENCE.split(rest, maxsplit=1)
    if not venue:
        title, *venue = _APPEARED.split(rest, maxsplit=1)
    return title, venue[0] if venue else ""


def _told(title: str, day: str, venue: str, authors: str) -> Told:
    said = re.sub(r"^(?:in|trong|doi)\b:?\s*", "", venue.strip(" .,;"), flags=re.IGNORECASE)
    text = "\n".join(filter(None, (said.strip(" .,;"), authors.strip(" ,;"))))
    return {"title": title.strip(' .,;"“”'), "day": day, "text": text}
