"""Terms that experts of a field read closely name what they mean in the shipped catalogue, and nothing beside it."""

import pytest

from seed.readers.catalogue import shipped_thesaurus

THESAURUS = shipped_thesaurus()


@pytest.mark.parametrize(
    ("term", "meant"),
    [
        ("a 1,000 MW PWR", "pressurised-water-reactors"),
        ("light-water reactors", "pressurised-water-reactors"),
        ("iPWR", "integral-pressurised-water-reactors"),
        ("IAEA SSR-2/1", "nuclear-safety-analysis"),
        ("pre-licensing", "nuclear-licensing"),
        ("hồ sơ cấp phép", "nuclear-licensing"),
        ("kept the calendar of the tape-out", "chip-tape-out"),
        ("MPW", "chip-tape-out"),
        ("ASIC", "application-specific-integrated-circuits"),
        ("vi mạch chuyên dụng", "application-specific-integrated-circuits"),
        ("OSAT", "semiconductor-packaging-and-testing"),
        ("đi-ốt quang điện tử", None),
        ("tàu bay không người lái", "uav-system-design"),
        ("thiết bị bay không người lái", "uav-system-design"),
        ("rail expansion joint", "rail-expansion-joints"),
        ("cầu cạn", "railway-bridge-engineering"),
        ("nền đất yếu", "soft-ground-improvement"),
        ("lún sau xây dựng", "post-construction-settlement-control"),
        ("5G quality of service", "5g-quality-of-service"),
        ("mạch siêu cao tần", "microwave-engineering"),
        ("thông tin lượng tử", "quantum-information-theory"),
        ("user-plane packet processing", "5g-core-network"),
        ("bất hoạt gen cảm ứng bạc lá", "gene-editing"),
    ],
)
def test_a_term_names_what_it_means(term: str, meant: str | None) -> None:
    assert THESAURUS.named(term) == ({meant} if meant else set())


def test_a_reactor_of_any_size_is_no_small_modular_one_and_a_prototype_no_kit_of_the_foundry() -> None:
    shown = THESAURUS.credits("Shift clerk at a 1,000 MW PWR; kept the calendar of the tape-out of an ASIC.")
    assert not shown.keys() & {"small-modular-reactors", "process-design-kits", "domain-specific-accelerators"}
