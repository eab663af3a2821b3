"""One entry of a list of works: which words are the title, and what the others tell of it."""

import re

from models.search_key import folded
from models.vocabulary import EvidenceKind, Part, Scale
from service.imports.gathering.citations import cited, published, without_links
from service.imports.gathering.details import GIVEN, YEAR, Told, day_in, detail, details, is_where, names_body
from service.imports.reading.words import code_said, kind_named
from service.imports.reading.work_kinds import kind_in_front, kind_of_work

_BRACKET = re.compile(r"^(.*\S)\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))\s*\.?$", re.DOTALL)
_BRACKET_THEN = re.compile(r"^(.*\S)\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))\s*(?:[,.;]|\s[-–—])\s+([^()\[\]]+)$", re.DOTALL)
_QUOTED = re.compile(r"([^\"“”«»]{0,80}?)\s*[\"“«]([^\"“”«»]{3,})[\"”»]\s*([^\"“”«»]*)", re.DOTALL)
_BEHIND_QUOTES = re.compile(r"$|[,.;–—\-(\[]|(?:do|của|từ|năm|tháng|tại|at|by|in)\s", re.IGNORECASE)
_SPAN = re.compile(r"((?:19|20)\d{2})\s[-–—]\s(?=(?:\d{1,2}[/.])*(?:19|20)\d{2}|nay\b|present\b)")
_PIECES = re.compile(r"(,\s+|\s+[-–—]\s+|\s+/\s+|;\s+|(?:(?<=[\w)][\w)])|(?<=\d))\.\s+)")
_DAYS_IN_FRONT = re.compile(
    r"((?:năm |từ |since |from )?(?:\d{1,2}[/.])?(?:19|20)\d\d\s*[-–—]\s*(?:(?:\d{1,2}[/.])?(?:19|20)\d\d|nay|present)"
    r"|since (?:19|20)\d\d|[^\W\d_]{3,9}\.? (?:19|20)\d\d\s*"
    r"(?:[-–—]|bis|to|đến)\s*(?:[^\W\d_]{3,9}\.? (?:19|20)\d\d|nay|present))[,.:]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(r"([^:\n]{2,60}):\s+(?=\S)")
_PART_IN_FRONT = re.compile(r"([^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,4}?)\s+(?=(?:dự án|đề tài|nhiệm vụ|chương trình)\s)", re.IGNORECASE)
_GIVEN_THEN = re.compile(r"^(.*?\S)(?:\s+năm)?\s+(?:((?:19|20)\d\d)(?:\s+do\s+(.+?)\s+(?:trao tặng|trao|tặng|cấp))?)$")
_YEARS_BEHIND = re.compile(r"^(.*\S)\s+năm\s+((?:19|20)\d\d\s?[-–]\s?(?:(?:19|20)\d\d|nay))$")
_SHORT_KIND = re.compile(r"^CC(?=\s+\S)")  # as "CC Nội soi" in a column of certificates
_OF = re.compile(r"^(.*\S)\s+của\s+(\S.*)$")
_AT = re.compile(r"^(.{3,}?)\s+(?:at|tại|@)\s+(\S.*)$")
_NO_YEAR_YET = re.compile(r"(?:[,;(/]|[-–—] )\s*(2[1-9]\d\d)(?=\s?(?:[-–—]\s?2\d{3})?\s*(?:$|[).,;]|[-–—/] ))")
_NUMBER_IN_FRONT = re.compile(
    r"(?P<number>(?:(?:bằng )?(?:số|no\.?)\s*)?(?:[A-Z]{2}\s?)?\d[\d ,./-]{3,}\d(?:\s?[A-Z]\d)?)\s*"
    r"(?:\((?P<day>(?:19|20)\d\d)\))?\s*(?::|[-–—](?=\s)|,(?=\s\D))\s*(?P<rest>[^\W\d].*)",
    re.DOTALL | re.IGNORECASE,
)
_CODED = re.compile(
    r"(?:[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,4}? )?(?:đề tài|dự án|nhiệm vụ|chương trình|project|grant)(?: cấp [^\W\d_]+(?: [^\W\d_]+)?)?"
    r"(?: mã số| số| no\.?)? (?P<code>[^\W_]\S*\d\S*)",
    re.IGNORECASE,
)
_SIGN_AND_PIECE = 2
_MOST_OF_A_PART, _LONGEST = 30, 1000
_WORDS_OF_A_COMMON_AWARD = 2  # "Bằng khen" alone names none
_LABELS = {
    "part": frozenset({"vai tro", "role", "tham gia voi vai tro"}),
    "day": frozenset({"thoi gian", "nam", "thoi gian thuc hien", "time", "year", "period"}),
}
LABELLED = re.compile(r";\s*(?:vai trò|thời gian|năm|role|time|year|period)[^;:\n]{0,20}:", re.IGNORECASE)


def told_by(entry: str, kind: EvidenceKind | None = None, of_column: str = "") -> Told:
    """Return what an entry tells: day in front, title, and beside it the kind, day, part, who gave it, and where it was.

    ``kind`` is what the works of the column are, and ``of_column`` when they were, where its heading says it; an own day goes first.
    """
    found = cited(entry) if kind in {None, EvidenceKind.PUBLICATION} else None
    if found:
        return found
    if kind is EvidenceKind.PATENT and (match := _NUMBER_IN_FRONT.match(entry)):
        return {**told_by(match["rest"], kind, match["day"] or of_column), "source": match["number"].strip()}
    day, rest = _day_in_front(entry)
    if LABELLED.search(rest):
        return _labelled(rest)
    front, rest = _in_front(rest)
    said = kind_of_work(front.get("kind", "") or rest)
    papers = kind is EvidenceKind.PUBLICATION and said in {None, kind} and not day and not front and not of_column
    kind = said or kind
    quoted = _quoted(rest, kind)
    if papers and not quoted and (found := published(rest)):
        return found
    title, beside = quoted or _apart(rest, kind, dated=bool(day or of_column))
    beside = {**front, **beside}
    day = day or beside.pop("day", "") or of_column or year_of(entry := without_links(entry)) or _mistyped_year(entry)
    return {"title": title, **({"day": day} if day else {}), **beside}


def _mistyped_year(entry: str) -> str:
    """Return what stands where an entry without a year has one and is none yet, such as 2205, so that it is refused and told."""
    match = None if YEAR.search(entry) else _NO_YEAR_YET.search(entry)
    return match[1] if match else ""


def year_of(title: str) -> str:
    """Return the one year that ``title`` names, such as 2021 of "Beamforming, 2021"; empty where it names none or several."""
    years = set(YEAR.findall(title))
    return years.pop() if len(years) == 1 else ""


def _labelled(entry: str) -> Told:
    """Return what an entry tells with labels: "Giống lúa; vai trò: chủ nhiệm; thời gian: 2021-2022"."""
    title, *pieces = (piece.strip() for piece in entry.split(";"))
    found: Told = {"title": title}
    for piece in pieces:
        label, _, value = piece.partition(":")
        field = next((name for name, words in _LABELS.items() if folded(label).strip() in words), None)
        if field and value.strip():
            found[field] = value.strip()
        else:
            found["text"] = "; ".join(filter(None, (found.get("text"), piece)))
    return found


def _day_in_front(entry: str) -> tuple[str, str]:
    """Return the day or span in front, and the rest: "2008: Kỹ sư", "Năm 2004 – 2007: Nghiên cứu", "2016-2017 Nghiên cứu"."""
    before, colon, after = entry.partition(": ")
    if colon and (day := day_in(before)):
        return day, after.strip()
    match = _DAYS_IN_FRONT.match(entry)
    day = day_in(match[1]) if match else ""
    return (day, entry[match.end() :].strip()) if match and day else ("", entry)


def _in_front(entry: str) -> tuple[Told, str]:
    """Return the kind or part that stands in front of a colon, and the rest: "Đề tài cấp Bộ: Giống lúa", "Chủ nhiệm: Giống lúa"."""
    match = _IN_FRONT.match(entry)
    if match is None:
        return {}, entry
    before, rest = match[1].strip(), entry[match.end() :].strip()
    if coded := _CODED.fullmatch(before):
        part, _ = _part_in_front(before)
        return {"kind": EvidenceKind.PROGRAMME.value, "source": coded["code"], **part}, rest
    if found := kind_in_front(before):
        return {"kind": before if kind_named(before) else found.value, **_number_or_level(before)}, rest
    return ({"part": before}, rest) if len(before) <= _MOST_OF_A_PART and code_said(Part, before) else ({}, entry)


def _number_or_level(before: str) -> Told:
    """Return the level that the words in front say, or else the number of a patent, which is where it can be found."""
    level = re.search(r"\bcấp\s+[^\W\d_].*", before)
    if level and code_said(Scale, level[0]):
        return {"scale": level[0]}
    return {"source": before} if any(map(str.isdigit, before)) else {}


def _quoted(entry: str, kind: EvidenceKind | None) -> tuple[str, Told] | None:
    """Return the title in quotes with what stands around it, where in front of it are at most the kind and the part."""
    match = _QUOTED.fullmatch(entry) if len(entry) <= _LONGEST and not entry[:1].isdigit() else None
    if match is None:
        return None
    if match[2][-1] not in ",." and not _BEHIND_QUOTES.match(match[3]):
        return None  # the title goes on behind the quotes
    front, title, behind = match[1].strip(" :,–-"), match[2].strip(" ,."), match[3].strip(" )].")
    named = kind_in_front(front) if front else None
    part = bool(front) and code_said(Part, front) is not None
    if front and not named and not part:
        return None
    behind = _SPAN.sub(r"\1-", behind)
    beside = details(re.split(r",\s+|;\s+|\s+[-–—]\s+|[()\[\]]|\s+(?=(?:do|từ) )", behind), kind)
    own = {**({"part": front} if part else {}), **({"kind": named.value, **_number_or_level(front)} if named and not part else {})}
    return title, {**beside, **own}


def _apart(entry: str, kind: EvidenceKind | None, *, dated: bool) -> tuple[str, Told]:
    """Return the title, and what is told in brackets and behind commas, dashes or full stops at its end; ``dated``: its day is known."""
    part, entry = _part_in_front(entry)
    title, found = _without_bracket(entry, kind, dated=dated)
    if not found:
        title, behind = _without_end(entry, kind, dated=dated)
        title, inside = _without_bracket(title, kind, dated=dated or "day" in behind)
        found = {**inside, **behind}
    else:
        bare, behind = _without_end(title, kind, dated=dated or "day" in found)
        if not ("day" in found and "organisation" in behind):  # in front of brackets with the day it is of the title
            title, found = bare, {**behind, **found}
    if "day" not in found and (match := _YEARS_BEHIND.match(title)):
        title, found = match[1], {**found, "day": match[2]}
    if kind in GIVEN:
        title, found = _as_given(title, found)
    if kind is EvidenceKind.POSITION and "organisation" not in found and (match := _AT.match(title)):
        title, found = match[1], {**found, "organisation": match[2]}
    return title, {**part, **found}


def _part_in_front(entry: str) -> tuple[Told, str]:
    match = _PART_IN_FRONT.match(entry)
    return ({"part": match[1]}, entry[match.end() :]) if match and code_said(Part, match[1]) else ({}, entry)


def _as_given(title: str, found: Told) -> tuple[str, Told]:
    """Return an award or certificate without the year and the giver in its words: "Bằng khen của Bộ Y tế năm 2018"."""
    if "day" not in found and (match := _GIVEN_THEN.match(title)):
        title, found = match[1], {**found, "day": match[2], **({"organisation": match[3]} if match[3] else {})}
    title = _SHORT_KIND.sub("", title).strip()
    if "organisation" not in found and (match := _OF.match(title)) and names_body(match[2]):
        title = match[1] if len(match[1].split()) > _WORDS_OF_A_COMMON_AWARD else title
        found = {**found, "organisation": match[2]}
    return title, found


def _without_bracket(entry: str, kind: EvidenceKind | None, *, dated: bool) -> tuple[str, Told]:
    """Return the entry without the details in brackets at its end; round ones count only with a year, or a part where the day is known."""
    if len(entry) > _LONGEST:
        return entry, {}
    match = _BRACKET.match(entry)
    if match is None and (then := _BRACKET_THEN.match(entry)):
        beside = _behind_bracket(then, kind)
        return (then[1].strip(), beside) if beside else (entry, {})
    inside = (match[2] or match[3] or "") if match else ""
    known = dated or YEAR.search(entry) is not None
    if match is None or not (match[2] is not None or YEAR.search(inside) or (known and _tells_alone(inside, kind))):
        return entry, {}
    return match[1].strip(), details(re.split(r"[,;]", _SPAN.sub(r"\1-", inside)), kind)


def _behind_bracket(match: re.Match[str], kind: EvidenceKind | None) -> Told:
    """Return what is told in brackets and behind them, where all of it is known: "(2014 – 2016), người chủ trì, cấp Bộ"."""
    inside = match[2] or match[3] or ""
    behind = re.split(r"[,;]\s+|\s+[-–—]\s+", _SPAN.sub(r"\1-", match[4]))
    known = match[2] is not None or YEAR.search(inside) or _tells_alone(inside, kind)
    told = known and all(detail(piece, kind) for piece in behind) and (YEAR.search(inside) or YEAR.search(match[4]))
    return details([*re.split(r"[,;]", _SPAN.sub(r"\1-", inside)), *behind], kind) if told else {}


def _tells_alone(inside: str, kind: EvidenceKind | None) -> bool:
    told = detail(inside, kind)
    return "part" in told or (kind in GIVEN and "organisation" in told)


def _is_beside_day(told: Told, pieces: list[str]) -> bool:
    """Return whether the last of ``pieces`` is sure also before the day is found: a part, or an organisation behind the day."""
    return told.keys() != {"organisation"} or day_in(pieces[-_SIGN_AND_PIECE - 1]) != ""


def _without_end(title: str, kind: EvidenceKind | None, *, dated: bool) -> tuple[str, Told]:
    """Return the title without what is told behind it after commas, dashes or full stops, the last first.

    Where it was, in words of which nothing is known, stands behind the same sign as the day. ``dated``: the day stood in front.
    """
    found, where, sign = Told(), "", ""
    pieces = _PIECES.split(_SPAN.sub(r"\1-", title)) if len(title) <= _LONGEST else [title]
    while len(pieces) > _SIGN_AND_PIECE:
        last, before = pieces[-1].strip(), pieces[-_SIGN_AND_PIECE].strip()
        told = detail(last, kind)
        if told and not (told.keys() & found.keys() - {"text"}) and (dated or "day" in found | told or _is_beside_day(told, pieces)):
            sign = before if "day" in told else sign
            where = ", ".join(filter(None, (told.pop("text", ""), where)))
            found |= told
        elif "place" not in found and is_where(last) and (before == sign if "day" in found else day_in(pieces[-_SIGN_AND_PIECE - 1])):
            found["place"] = last
        else:
            break
        pieces = pieces[:-_SIGN_AND_PIECE]
    text = ", ".join(filter(None, (found.pop("place", ""), where)))
    found |= {"text": text} if text else {}
    return ("".join(pieces), found) if dated or "day" in found or YEAR.search(title) else (title, {})
