"""What the form of a person sends and shows: its fields as they are typed, and the record that they make."""

from collections.abc import Mapping
from typing import Annotated, Any

from starlette.datastructures import FormData

from models.experts import Expert
from models.vocabulary import Language, NameOrder
from service.kit.forms import Fields, both_languages, filled, submitted
from service.kit.languages import Bilingual
from service.kit.local_forms import language_name
from service.kit.places import SUB_NETWORKS, countries_in

PersonForm = Annotated[FormData, submitted("languages")]
PLAIN = ("display_name", "family_name", "given_name", "name_order", "country")
MAY_BE_NOTHING = ("sub_network", "orcid", "available_from", "available_until", "hours_per_week")
TEXTS = ("headline", "biography")
OFFERED_LANGUAGES = ("vi", "en", "fr", "de", "ja", "ko", "zh", "ru", "nl", "cs", "pl", "es", "it", "sv", "th", "lo", "km")
NAME_ORDERS: Mapping[str, Bilingual] = {
    NameOrder.FAMILY_FIRST.value: Bilingual(en="family name first (Nguyễn Văn An)", vi="họ trước, tên sau (Nguyễn Văn An)"),
    NameOrder.GIVEN_FIRST.value: Bilingual(en="given name first (Anna Schmidt)", vi="tên trước, họ sau (Anna Schmidt)"),
}


def typed_in(form: FormData) -> Fields:
    """Return the fields of the form that hold something."""
    return filled(form, "languages")


def record_in(typed: Fields) -> dict[str, Any]:
    """Return the record that was typed; an emptied field says nothing. The address is kept as it is where none is typed."""
    names = {name: typed.get(name, "") for name in PLAIN}
    family, given = str(names["family_name"]), str(names["given_name"])
    shown = f"{given} {family}" if names["name_order"] == NameOrder.GIVEN_FIRST.value else f"{family} {given}"
    said: dict[str, Any] = {
        **names,
        "display_name": names["display_name"] or shown.strip(),
        **{name: typed.get(name) for name in MAY_BE_NOTHING},
        **{name: {"vi": "", "en": "", **both_languages(typed, name)} for name in TEXTS},
        "languages": typed.get("languages", []),
        "record_complete": "record_complete" in typed,
    }
    return said | ({"email": typed["email"]} if "email" in typed else {})


def stored_of(expert: Expert) -> dict[str, Any]:
    """Return what the form shows of ``expert``; the address is never shown."""
    plain = {name: getattr(expert, name) for name in (*PLAIN, *MAY_BE_NOTHING)}
    texts = {f"{name}_{language}": getattr(expert, f"{name}_{language}") for name in TEXTS for language in ("vi", "en")}
    return {
        **{name: "" if value is None else getattr(value, "value", value) for name, value in plain.items()},
        **texts,
        "languages": list(expert.languages),
        **({"record_complete": "true"} if expert.record_complete else {}),
    }


def choices_in(language: Language, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the form offers, each list in the order of the reader's alphabet; what is ``chosen`` is always among it."""
    offered = dict.fromkeys([*OFFERED_LANGUAGES, *chosen.get("languages", [])])
    return {
        "countries": countries_in(language),
        "sub_networks": list(SUB_NETWORKS.items()),
        "language_choices": [(code, language_name(code)) for code in offered],
        "name_orders": NAME_ORDERS,
    }
