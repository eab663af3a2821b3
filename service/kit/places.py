"""What countries (ISO 3166), sub-networks and languages (ISO 639) are called; a code that is not here is shown as it is."""

from collections.abc import Mapping

from service.kit.languages import Bilingual

COUNTRIES: Mapping[str, Bilingual] = {
    "AU": Bilingual(en="Australia", vi="Úc"),
    "BE": Bilingual(en="Belgium", vi="Bỉ"),
    "CA": Bilingual(en="Canada", vi="Canada"),
    "CH": Bilingual(en="Switzerland", vi="Thụy Sĩ"),
    "CN": Bilingual(en="China", vi="Trung Quốc"),
    "CZ": Bilingual(en="Czechia", vi="Séc"),
    "DE": Bilingual(en="Germany", vi="Đức"),
    "FR": Bilingual(en="France", vi="Pháp"),
    "GB": Bilingual(en="United Kingdom", vi="Vương quốc Anh"),
    "IN": Bilingual(en="India", vi="Ấn Độ"),
    "JP": Bilingual(en="Japan", vi="Nhật Bản"),
    "KR": Bilingual(en="Korea", vi="Hàn Quốc"),
    "MY": Bilingual(en="Malaysia", vi="Malaysia"),
    "NL": Bilingual(en="Netherlands", vi="Hà Lan"),
    "NZ": Bilingual(en="New Zealand", vi="New Zealand"),
    "PL": Bilingual(en="Poland", vi="Ba Lan"),
    "SE": Bilingual(en="Sweden", vi="Thụy Điển"),
    "SG": Bilingual(en="Singapore", vi="Singapore"),
    "TH": Bilingual(en="Thailand", vi="Thái Lan"),
    "TW": Bilingual(en="Taiwan", vi="Đài Loan"),
    "US": Bilingual(en="United States", vi="Hoa Kỳ"),
    "VN": Bilingual(en="Viet Nam", vi="Việt Nam"),
}
SUB_NETWORKS: Mapping[str, Bilingual] = {
    "australia": Bilingual(en="Australia network", vi="Mạng lưới tại Úc"),
    "east-asia": Bilingual(en="East Asia", vi="Đông Á"),
    "europe": Bilingual(en="Europe network", vi="Mạng lưới châu Âu"),
    "germany": Bilingual(en="Germany network", vi="Mạng lưới tại Đức"),
    "japan": Bilingual(en="Japan network", vi="Mạng lưới tại Nhật Bản"),
    "korea": Bilingual(en="Korea network", vi="Mạng lưới tại Hàn Quốc"),
    "north-america": Bilingual(en="North America", vi="Bắc Mỹ"),
    "oceania": Bilingual(en="Oceania", vi="Châu Đại Dương"),
    "south-asia": Bilingual(en="South Asia", vi="Nam Á"),
    "southeast-asia": Bilingual(en="South-East Asia", vi="Đông Nam Á"),
    "taiwan": Bilingual(en="Taiwan network", vi="Mạng lưới tại Đài Loan"),
    "usa": Bilingual(en="USA network", vi="Mạng lưới tại Hoa Kỳ"),
    "vietnam": Bilingual(en="In Viet Nam", vi="Trong nước"),
}
LANGUAGES: Mapping[str, Bilingual] = {
    "cs": Bilingual(en="Czech", vi="Tiếng Séc"),
    "de": Bilingual(en="German", vi="Tiếng Đức"),
    "en": Bilingual(en="English", vi="Tiếng Anh"),
    "fr": Bilingual(en="French", vi="Tiếng Pháp"),
    "hi": Bilingual(en="Hindi", vi="Tiếng Hindi"),
    "ja": Bilingual(en="Japanese", vi="Tiếng Nhật"),
    "ko": Bilingual(en="Korean", vi="Tiếng Hàn"),
    "ms": Bilingual(en="Malay", vi="Tiếng Mã Lai"),
    "nl": Bilingual(en="Dutch", vi="Tiếng Hà Lan"),
    "pl": Bilingual(en="Polish", vi="Tiếng Ba Lan"),
    "sv": Bilingual(en="Swedish", vi="Tiếng Thụy Điển"),
    "th": Bilingual(en="Thai", vi="Tiếng Thái"),
    "vi": Bilingual(en="Vietnamese", vi="Tiếng Việt"),
    "zh": Bilingual(en="Chinese", vi="Tiếng Trung"),
}
NAMES: Mapping[str, Mapping[str, Bilingual]] = {"country": COUNTRIES, "sub_network": SUB_NETWORKS, "language": LANGUAGES}
NOT_STATED = Bilingual(en="not stated", vi="chưa khai")


def named(dimension: str, code: str) -> Bilingual:
    """Return what ``code`` of ``dimension``, a key of ``NAMES``, is called."""
    return NAMES[dimension].get(code, Bilingual(code, code)) if code else NOT_STATED
