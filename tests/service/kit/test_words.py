"""The catalogues against the templates: nothing missing, nothing unused, both languages alike, and no page with another room's word."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.catalog import Message
from jinja2 import DictLoader, Environment, StrictUndefined

from models.vocabulary import Language
from service.kit.rendering import SERVICE
from service.kit.words import WordsOfTheRoom, catalogue_in, lenders, words_in

Key = tuple[str, str]


def entries(language: Language) -> dict[Key, Message]:
    """Return the entries of a catalogue by context and name."""
    found = [entry for entry in catalogue_in(language) if entry.id]
    by_key = {(entry.context or "", entry.id if isinstance(entry.id, str) else entry.id[0]): entry for entry in found}
    assert len(by_key) == len(found)
    return by_key


def texts(entry: Message) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)


def said() -> Iterator[tuple[str, str, str]]:
    """Yield room, name and what follows of every word that a template says."""
    for file in SERVICE.rglob("templates/*.html"):
        room = file.parents[1].relative_to(SERVICE).as_posix()
        for name, following in re.findall(r"(?<![.\w])w\.(\w+)(.?)", file.read_text()):
            yield room, name, following


def said_by_commands() -> set[Key]:
    """Return the entries that commands say: each names its room once."""
    found = set()
    for file in SERVICE.rglob("*.py"):
        if room := re.search(r'^ROOM = "([\w/]+)"$', text := file.read_text(), re.MULTILINE):
            found |= {(room[1], name) for name in re.findall(r"""["'](\w+)["']""", text)} & entries_vi.keys()
    return found


def lent(room: str, name: str) -> Key | None:
    return next(((one, name) for one in lenders(room) if (one, name) in entries_vi), None)


entries_vi = entries(Language.VI)
entries_en = entries(Language.EN)


def test_both_languages_have_the_same_entries_and_every_text() -> None:
    assert entries_vi.keys() == entries_en.keys()
    assert [key for found in (entries_vi, entries_en) for key, entry in found.items() if not all(texts(entry)) or entry.fuzzy] == []


def test_every_entry_has_a_room_as_context() -> None:
    assert {context for context, _ in entries_vi if not (SERVICE / context).is_dir()} == set()


def test_no_word_is_missing_and_none_is_unused() -> None:
    assert [(room, name) for room, name, _ in said() if lent(room, name) is None] == []
    assert {lent(room, name) for room, name, _ in said()} | said_by_commands() == entries_vi.keys()


def test_a_word_of_a_room_never_stands_before_one_that_only_its_neighbour_says() -> None:
    """A word lies in the narrowest room: that of all templates that say it."""
    rooms: dict[Key, set[str]] = {}
    for room, name, _ in said():
        key = lent(room, name)
        assert key
        rooms.setdefault(key, set()).add(room)
    assert {key: found for key, found in rooms.items() if key[0] == "kit" and len({room.split("/")[0] for room in found}) == 1} == {}


def test_placeholders_and_plurals_are_equal_in_both_languages() -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for key, entry in entries_vi.items():
        other = entries_en[key]
        assert entry.pluralizable == other.pluralizable, key
        assert len({frozenset(names(text)) for text in (*texts(entry), *texts(other))}) == 1, key
        assert bool(names(texts(entry)[0])) == entry.pluralizable, key


def test_what_stands_with_a_number_is_said_with_it() -> None:
    wrong = [
        (room, name) for room, name, following in said() if entries_vi[lent(room, name) or ("", "")].pluralizable != (following == "(")
    ]
    assert wrong == []


def test_the_vietnamese_catalogue_shows_its_translator_the_english() -> None:
    assert [key for key, entry in entries_vi.items() if entry.auto_comments != [texts(entries_en[key])[-1]]] == []


def test_one_is_not_said_like_many() -> None:
    people = {(number, language): words_in(language).find("matches", "people") for number in (1, 2, 1200) for language in Language}
    assert {key: word(key[0]) for key, word in people.items() if callable(word)} == {
        (1, Language.EN): "1 person",
        (2, Language.EN): "2 people",
        (1200, Language.EN): "1,200 people",
        (1, Language.VI): "1 người",
        (2, Language.VI): "2 người",
        (1200, Language.VI): "1.200 người",
    }


def test_a_room_says_its_own_word_before_that_of_all_and_never_a_neighbours() -> None:
    assert lenders("people/evidence") == ["people/evidence", "people", "kit"]
    vi = words_in(Language.VI)
    assert (vi.find("front", "search"), vi.find("matches/search", "find")) == ("Tìm", "Tìm người")
    with pytest.raises(KeyError, match="people/evidence has no word find"):
        vi.find("people/evidence", "find")


def test_an_imported_template_keeps_the_words_of_its_own_room() -> None:
    templates = {
        "a/page.html": '{% import "b/parts.html" as parts with context %}{{ w.one }} {{ parts.said() }} {{ deep.w }}',
        "b/parts.html": "{% macro said() %}{{ w.one }}{% endmacro %}",
    }
    environment = Environment(loader=DictLoader(templates), extensions=[WordsOfTheRoom], undefined=StrictUndefined, autoescape=True)
    words = {"a": {"one": "of a"}, "b": {"one": "of b"}}
    assert environment.get_template("a/page.html").render(w=words, deep={"w": "left alone"}) == "of a of b left alone"


def test_a_word_is_looked_up_once() -> None:
    words = words_in(Language.EN)
    words.find("matches/search", "find_explain")
    asked: list[str] = []
    spoken = words.spoken.pgettext
    words.spoken.pgettext = lambda context, name: asked.append(name) or spoken(context, name)  # type: ignore[method-assign, func-returns-value]
    try:
        assert words["matches/search"].find_explain == "Why?"
    finally:
        del words.spoken.pgettext
    assert asked == []
