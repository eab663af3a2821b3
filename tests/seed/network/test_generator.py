"""The same seed and size give the same experts, streaming, and the world has the variety it promises."""

import hashlib
from collections import Counter
from itertools import islice

import pytest

from models.vocabulary import ConsentPurpose, EvidenceKind, Language, RelationStatus
from seed.network.experts import SyntheticExpert
from seed.network.generator import generate
from seed.network.identity import unaccented
from seed.network.truth import truth
from seed.network.world import LARGEST, WORLD_DATE
from tests.seed.network.worlds import SEEDS, SIZE, world


def digest(experts: list[SyntheticExpert]) -> str:
    readable = (repr((expert.identity, expert.themes, expert.consents, expert.willingness, plain(expert))) for expert in experts)
    return hashlib.sha256("\n".join(readable).encode()).hexdigest()


def plain(expert: SyntheticExpert) -> tuple[object, ...]:
    """Return the profile without its one set, whose order a text must not depend on."""
    profile = expert.profile
    return profile.id, profile.items, profile.headlines, profile.biographies, profile.relations, sorted(profile.consents)


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert digest(list(generate(5, 200))) == digest(list(generate(5, 200)))


def test_the_bytes_are_the_same_on_every_machine() -> None:
    fingerprint = digest(list(islice(generate(1, SIZE), 50)))
    assert fingerprint == "e1e26e66cb6c1a9fb0164403208d6890a4d150046ba5fa7a3cfff3c7ab5dcccf"


def test_another_seed_gives_another_world() -> None:
    assert digest(list(generate(5, 200))) != digest(list(generate(6, 200)))


def test_generation_streams() -> None:
    first = list(islice(generate(5, LARGEST), 20))
    assert [expert.profile.id for expert in first[:2]] == ["E000001", "E000002"]
    assert digest(first) == digest(list(islice(generate(5, LARGEST), 20)))


@pytest.mark.parametrize("size", [0, 199, 200_001])
def test_other_sizes_are_refused(size: int) -> None:
    with pytest.raises(ValueError, match=f"between 200 and 200000, not {size}"):
        generate(1, size)
    with pytest.raises(ValueError, match="size must be"):
        truth(1, size)


def test_ids_are_positions_and_items_are_numbered() -> None:
    for position, profile in enumerate(world(SEEDS[0]).profiles, 1):
        assert profile.id == f"E{position:06d}"
        assert [item.id for item in profile.items] == [f"{profile.id}-{number:02d}" for number in range(1, len(profile.items) + 1)]
        assert 1 <= len(profile.items) <= 22


def test_nothing_happens_after_the_day_of_the_world() -> None:
    for profile in world(SEEDS[0]).profiles:
        for item in profile.items:
            assert item.starts is not None
            assert item.starts <= (item.ends or WORLD_DATE) <= WORLD_DATE


def test_people_of_the_plan_stand_at_positions_that_say_nothing() -> None:
    answers = world(SEEDS[0]).truth
    planted = sorted(int(person[1:]) for graded in answers.grades.values() for person in graded)
    quarters = Counter(position * 4 // (SIZE + 1) for position in planted)
    assert min(quarters.values()) > len(planted) / 6


def test_countries_languages_and_name_orders_vary() -> None:
    experts = list(world(SEEDS[0]).experts.values())
    assert len({expert.profile.country for expert in experts}) == 22
    written = Counter(frozenset(item.language for item in expert.profile.items) for expert in experts)
    assert min(written[frozenset({Language.VI})], written[frozenset({Language.EN})], written[frozenset(Language)]) > 250
    assert set(EvidenceKind) == {item.kind for expert in experts for item in expert.profile.items}
    assert {"semiconductors", "quantum", "security", "uav"} == {theme for expert in experts for theme in expert.themes}
    assert {"germany", "australia", "japan", "korea", "europe", "taiwan", "usa"} < {expert.profile.sub_network for expert in experts}


def test_some_are_stale_thin_unavailable_unwilling_without_consent_or_tied() -> None:
    profiles = world(SEEDS[0]).profiles
    share = {
        "stale": sum(profile.refreshed_on is not None and (WORLD_DATE - profile.refreshed_on).days > 1_000 for profile in profiles),
        "thin": sum(len(profile.items) <= 3 for profile in profiles),
        "unavailable": sum(profile.available_until is not None and profile.available_until < WORLD_DATE for profile in profiles),
        "unwilling": sum(not word for profile in profiles for _, word in profile.willing),
        "no consent": sum(ConsentPurpose.MATCHING not in profile.consents for profile in profiles),
        "tied": sum(bool(profile.relations) for profile in profiles),
        "dismissed": sum(tie.status is RelationStatus.DISMISSED for profile in profiles for tie in profile.relations),
        "incomplete": sum(not profile.record_complete for profile in profiles),
    }
    assert all(count > 20 for count in share.values()), share


def test_some_people_were_entered_twice() -> None:
    experts = list(world(SEEDS[0]).experts.values())
    by_parts: dict[tuple[str, str], list[SyntheticExpert]] = {}
    for expert in experts:
        by_parts.setdefault((unaccented(expert.identity.family_name), unaccented(expert.identity.given_name)), []).append(expert)
    texts = [[{item.words for item in expert.profile.items} for expert in namesakes] for namesakes in by_parts.values()]
    twice = [pair for pair in texts if len(pair) > 1 and any(pair[-1] <= other for other in pair[:-1])]
    assert 8 < len(twice) < 60
