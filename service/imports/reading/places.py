"""Countries and languages by any of their names: codes, Vietnamese, English, and what offices write."""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from models.search_key import folded, search_words
from models.vocabulary import Language
from service.imports.faults import Unreadable
from service.kit.local_forms import LOCALES

_MORE_COUNTRIES = {
    "VN": ("việt nam", "vietnam", "viet nam", "trong nước", "chxhcn việt nam", "vn"),
    "US": ("mỹ", "hoa kỳ", "usa", "u.s.", "u.s.a.", "united states", "united states of america", "america"),
    "GB": ("anh", "vương quốc anh", "uk", "u.k.", "england", "great britain", "anh quốc", "scotland", "wales"),
    "KR": ("korea, rep.", "rep. of korea", "hàn quốc", "korea", "south korea", "republic of korea", "đại hàn dân quốc", "nam hàn"),
    "KP": ("triều tiên", "north korea"),
    "CN": ("trung quốc", "china", "pr china", "prc"),
    "TW": ("đài loan", "taiwan"),
    "RU": ("nga", "liên bang nga", "russia", "russian federation"),
    "CZ": ("séc", "cộng hòa séc", "czech republic", "czech", "tiệp", "czechia"),
    "AU": ("úc", "australia"),
    "DE": ("đức", "germany", "chlb đức", "cộng hòa liên bang đức"),
    "FR": ("pháp", "france", "cộng hòa pháp"),
    "NL": ("hà lan", "netherlands", "holland", "the netherlands"),
    "CH": ("thụy sĩ", "thuỵ sĩ", "switzerland"),
    "SE": ("thụy điển", "thuỵ điển"),
    "LA": ("lào", "laos"),
    "KH": ("campuchia", "cam-pu-chia", "cambodia"),
    "AE": ("uae", "các tiểu vương quốc ả rập thống nhất"),
    "JP": ("nhật", "nhật bản", "japan"),
    "AT": ("áo", "austria"),
    "IT": ("ý", "italia"),
    "IN": ("ấn độ",),
    "HK": ("hồng kông", "hong kong", "hongkong"),
    "SG": ("singapore", "xin-ga-po"),
}
_MORE_LANGUAGES = {
    "vi": ("vn", "việt", "tiếng việt", "vietnamese", "mẹ đẻ"),
    "en": ("anh", "tiếng anh", "english", "anh ngữ", "anh văn"),
    "fr": ("pháp", "pháp văn", "français"),
    "de": ("đức", "deutsch"),
    "zh": ("trung", "trung quốc", "hoa", "tiếng hoa", "chinese", "mandarin", "trung văn", "hán ngữ"),
    "ja": ("nhật", "nhật bản", "japanese"),
    "ko": ("hàn", "hàn quốc", "korean"),
    "ru": ("nga", "russian", "nga văn"),
    "es": ("tây ban nha", "spanish", "español"),
    "lo": ("lào",),
    "km": ("khmer",),
    "it": ("ý", "italian"),
    "cs": ("séc", "czech"),
}
_LONGEST = 500  # letters of a cell that names countries or languages
_NOTE = re.compile(r"\([^)]*\)|[:=].*|\b(?:ielts|toefl|toeic|jlpt|hsk|topik|delf|n[1-5]|[abc][12])\b.*", re.IGNORECASE)
_LIST = re.compile(r"[;,/|\n+&]|\s+và\s+|\s+and\s+|\s[-–—]\s", re.IGNORECASE)


def country_of(words: str) -> str:
    """Return the code (ISO 3166-1) of a country; raises ``Unreadable`` for one that is not known."""
    ways = () if len(words) > _LONGEST else (words, re.sub(r"\([^)]*\)", "", words), *words.split("/"))
    found = next((code for way in ways if (code := _countries().get(_plain(way)))), None)
    if found is None:
        raise Unreadable(
            f"“{words[:40]}” is no country that is known: write its name or its two letters, such as VN.",
            f"“{words[:40]}” không phải tên nước đã biết: hãy viết tên nước hoặc mã hai chữ, ví dụ VN.",
        )
    return found


def languages_of(words: str) -> list[str]:
    """Return the codes (ISO 639) of the languages in a cell, in their order; raises ``Unreadable`` for one that is not known."""
    if len(words) > _LONGEST:
        raise _no_language(words)
    parts = (_NOTE.sub("", part).strip(" .") for part in _LIST.split(re.sub(r"\([^)]*\)", "", words)))
    return list(dict.fromkeys(_language(part) for part in parts if part))


def _language(words: str) -> str:
    plain = _plain(words)
    found = _languages().get(plain) or _languages().get(plain.removeprefix("tieng "))
    if found is None:
        raise _no_language(words)
    return found


def _no_language(words: str) -> Unreadable:
    return Unreadable(
        f"“{words[:40]}” is no language that is known: write its name or its code, such as vi; en.",
        f"“{words[:40]}” không phải ngôn ngữ đã biết: hãy viết tên hoặc mã, ví dụ vi; en.",
    )


@cache
def _countries() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    found = {_plain(name): code for code, names in _MORE_COUNTRIES.items() for name in names}
    for locale in _locales():
        for code, name in locale.territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"ZZ", "EU", "UN", "EZ", "XA", "XB", "QO"}:
                found.setdefault(_plain(name), code)
                found.setdefault(code.lower(), code)
    for alias, codes in aliases.items():
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and codes[0].lower() in found:
            found.setdefault(alias.lower(), codes[0])
    return found


@cache
def _languages() -> dict[str, str]:
    found = {_plain(name): code for code, names in _MORE_LANGUAGES.items() for name in names}
    for locale in _locales():
        for code, name in locale.languages.items():
            if len(code) in {2, 3} and code.isalpha():
                found.setdefault(_plain(name), code)
                found.setdefault(_plain(name).removeprefix("tieng "), code)
                found.setdefault(code, code)
    return found


def _locales() -> list[Locale]:
    return [LOCALES[language] for language in Language]


def _plain(words: str) -> str:
    return " ".join(folded(word) for word in search_words(words))
