import pytest

from service.imports.reading.legacy_fonts import legacy_font

FRENCH = "Où sont passés les ingénieurs français? Ils ont créé à côté de l'hôtel un système très élégant; même aîné, fêté dès Noël."
GERMAN = (
    "Für die Prüfung müssen Ärzte größere Übungen führen; schöne Grüße an Herrn Müller, Frau Jäger, die Behörde und das Büro in Zürich."
)
SPANISH = "El señor Núñez enseñó mañana en España: año, niño, música, café, corazón, también será más fácil según él."
VIETNAMESE = "Ông và bà là cán bộ nghiên cứu của Viện Hàn lâm Khoa học và Công nghệ Việt Nam, có nhiều công trình về vi mạch."
LATIN_ONLY = "và là có ông bà cô chú em à hè bê tê xê mô tô hôn bú chú tú sú nó tò mò"  # words that need no letter beyond Latin-1
TCVN3 = "NguyÔn V¨n An, ViÖn Hµn l©m Khoa häc vµ C«ng nghÖ ViÖt Nam, Tr­ëng phßng nghiªn cøu ph¸t triÓn"
VNI = "Nguyeãn Vaên An, Vieän Haøn laâm Khoa hoïc vaø Coâng ngheä Vieät Nam, tröôûng phoøng nghieân cöùu"


@pytest.mark.parametrize(
    "text", [FRENCH, GERMAN, SPANISH, VIETNAMESE, LATIN_ONLY, "", "plain English", "Đặng Thị Ngọc Ánh, Zürich, Genève"]
)
def test_unicode_text_of_any_language_is_left_alone(text: str) -> None:
    assert legacy_font(text) is None
    assert legacy_font(text.upper()) is None


@pytest.mark.parametrize(("text", "font"), [(TCVN3, "TCVN3 (.VnTime)"), (VNI, "VNI")])
def test_text_of_a_font_before_unicode_is_known(text: str, font: str) -> None:
    assert legacy_font(text) == font
    assert legacy_font(f"Họ và tên, Đơn vị, Địa chỉ, Chức vụ, Tổ chức {text}") == font


def test_some_names_of_other_languages_in_vietnamese_text_are_no_font() -> None:
    assert legacy_font(f"{VIETNAMESE} Müller, Gérard, Señor, Ångström, Brontë, Citroën, Noël, Zoë, Façade, Béla") is None
