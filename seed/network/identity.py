"""Who a person is: an invented name in one of two orders, a country, languages and an address that leads nowhere."""

import unicodedata
from dataclasses import dataclass, replace
from random import Random

from models.vocabulary import Language, NameOrder
from seed.network.tables import Country, countries, names

FAMILY_FIRST_ABROAD_PERCENT = 30
UNACCENTED_ABROAD_PERCENT = 60
ORCID_PERCENT = 35
EAST_ASIAN = frozenset({"japanese", "korean", "chinese"})


@dataclass(frozen=True, slots=True)
class Identity:
    """A person without a career; ``writes`` holds the languages that items are written in, one drawn for each item."""

    family_name: str
    given_name: str
    name_order: NameOrder
    aliases: tuple[str, ...]
    country: Country
    languages: tuple[str, ...]
    writes: tuple[Language, ...]
    email: str
    orcid: str | None

    @property
    def display_name(self) -> str:
        """Return the name in the order that its owner uses."""
        return full_name(self.family_name, self.given_name, self.name_order)


def full_name(family: str, given: str, order: NameOrder) -> str:
    """Return family and given name in one order."""
    return f"{family} {given}" if order is NameOrder.FAMILY_FIRST else f"{given} {family}"


def folded(name: str) -> str:
    """Return ``name`` without marks and in lower case; đ becomes d before the marks go."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def unaccented(name: str) -> str:
    """Return ``name`` without marks, capitals kept."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def draw_identity(rng: Random, position: int) -> Identity:
    """Return an invented person; ``position`` makes email address and identifier unique."""
    country = rng.choices(countries(), [entry.weight for entry in countries()])[0]
    vietnamese = rng.randrange(100) < country.vietnamese_percent
    culture = "vietnamese" if vietnamese else rng.choice(country.cultures)
    family, given, order = _name(rng, culture, country.code)
    return Identity(
        family_name=family,
        given_name=given,
        name_order=order,
        aliases=_aliases(rng, family, given, order),
        country=country,
        languages=_languages(rng, country, vietnamese),
        writes=_writes(rng, country, vietnamese),
        email=f"{folded(given)}.{folded(family)}.{position + 1}@mail.example".replace(" ", ""),
        orcid=orcid(position) if rng.randrange(100) < ORCID_PERCENT else None,
    )


def respelled(identity: Identity, position: int, *, same_identifier: bool) -> Identity:
    """Return the same person entered once more: other order, no accents, another address."""
    order = NameOrder.GIVEN_FIRST if identity.name_order is NameOrder.FAMILY_FIRST else NameOrder.FAMILY_FIRST
    family, given = unaccented(identity.family_name), unaccented(identity.given_name)
    address = f"{folded(family)}.{position + 1}@post.example".replace(" ", "")
    return replace(
        identity,
        family_name=family,
        given_name=given,
        name_order=order,
        aliases=(),
        email=address,
        orcid=identity.orcid if same_identifier else None,
    )


def orcid(position: int) -> str:
    """Return an identifier with a right check digit (ISO 7064 MOD 11-2) from a block that is never given out."""
    digits = f"{position + 1:015d}"
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    whole = digits + "0123456789X"[check]
    return "-".join(whole[start : start + 4] for start in range(0, 16, 4))


def _name(rng: Random, culture: str, country: str) -> tuple[str, str, NameOrder]:
    family, given = rng.choice(names()[culture, "family"]), rng.choice(names()[culture, "given"])
    if culture != "vietnamese":
        first = culture in EAST_ASIAN and rng.random() < 0.5
        return family, given, NameOrder.FAMILY_FIRST if first else NameOrder.GIVEN_FIRST
    given = f"{rng.choice([middle for middle in names()[culture, 'middle'] if middle != given])} {given}"
    if country == "VN":
        return family, given, NameOrder.FAMILY_FIRST
    if rng.randrange(100) < UNACCENTED_ABROAD_PERCENT:
        family, given = unaccented(family), unaccented(given)
    family_first = rng.randrange(100) < FAMILY_FIRST_ABROAD_PERCENT
    return family, given, NameOrder.FAMILY_FIRST if family_first else NameOrder.GIVEN_FIRST


def _aliases(rng: Random, family: str, given: str, order: NameOrder) -> tuple[str, ...]:
    shown = full_name(family, given, order)
    other = NameOrder.GIVEN_FIRST if order is NameOrder.FAMILY_FIRST else NameOrder.FAMILY_FIRST
    initials = " ".join(f"{part[0]}." for part in given.split())
    possible = [unaccented(shown), full_name(family, given, other), f"{initials} {unaccented(family)}"]
    chosen = [alias for alias in possible if alias != shown and rng.random() < 0.5]
    return tuple(dict.fromkeys(chosen))


def _languages(rng: Random, country: Country, vietnamese: bool) -> tuple[str, ...]:
    spoken = ["vi"] if vietnamese else []
    if country.code != "VN" or not vietnamese:
        spoken += [country.spoken, "en"]
    elif rng.random() < 0.8:
        spoken.append("en")
    return tuple(dict.fromkeys(spoken))


def _writes(rng: Random, country: Country, vietnamese: bool) -> tuple[Language, ...]:
    only_vi, only_en, mixed = (Language.VI,), (Language.EN,), (Language.VI, Language.EN)
    if not vietnamese:
        return only_en
    weights = (50, 10, 40) if country.code == "VN" else (12, 45, 43)
    chosen: tuple[Language, ...] = rng.choices((only_vi, only_en, mixed), weights)[0]
    return chosen
