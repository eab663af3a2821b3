from service.kit.alphabet import vietnamese_order


def in_order(names: list[str]) -> list[str]:
    return sorted(sorted(names), key=vietnamese_order)


def test_names_stand_in_the_order_of_a_vietnamese_dictionary() -> None:
    ordered = ["An", "Ăn", "Ân", "Bình", "Dũng", "Đào", "Em", "Êm", "Long", "Ô", "Ơn", "Tú", "Tư", "Vũ"]
    assert in_order(ordered) == ordered


def test_tones_count_only_where_all_letters_are_the_same() -> None:
    ordered = ["ma", "mà", "mả", "mã", "má", "mạ", "Má An", "mẫn"]
    assert in_order(ordered) == ordered


def test_the_way_a_letter_is_encoded_does_not_move_it() -> None:
    composed, apart = "Đặng Ế", "Đặng Ế"
    assert vietnamese_order(composed)[:2] == vietnamese_order(apart)[:2]
