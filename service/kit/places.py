"""What countries (ISO 3166), sub-networks, sectors and languages (ISO 639) are called; an unknown code is shown as it is."""

from collections.abc import Callable, Mapping

from models.vocabulary import Language
from service.kit.alphabet import vietnamese_order
from service.kit.languages import Bilingual
from service.kit.local_forms import LOCALES, country_name, language_name

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
SECTORS: Mapping[str, Bilingual] = {
    "agriculture": Bilingual(en="agriculture", vi="nông nghiệp"),
    "construction": Bilingual(en="construction", vi="xây dựng"),
    "defence": Bilingual(en="defence", vi="quốc phòng"),
    "digital": Bilingual(en="digital technology", vi="công nghệ số"),
    "education": Bilingual(en="education", vi="giáo dục"),
    "energy": Bilingual(en="energy", vi="năng lượng"),
    "environment": Bilingual(en="environment", vi="môi trường"),
    "finance": Bilingual(en="finance", vi="tài chính"),
    "health": Bilingual(en="health", vi="y tế"),
    "industry": Bilingual(en="industry", vi="công nghiệp"),
    "telecom": Bilingual(en="telecommunications", vi="viễn thông"),
    "transport": Bilingual(en="transport", vi="giao thông vận tải"),
}
THEMES: Mapping[str, Bilingual] = {
    "quantum": Bilingual(en="quantum technology", vi="công nghệ lượng tử"),
    "security": Bilingual(en="security", vi="an ninh, an toàn"),
    "semiconductors": Bilingual(en="semiconductors", vi="bán dẫn"),
    "uav": Bilingual(en="unmanned aircraft", vi="phương tiện bay không người lái"),
}
_UNREAL = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
NOT_STATED = Bilingual(en="not stated", vi="chưa khai")


NAMES: dict[str, Callable[[str], Bilingual]] = {
    "country": country_name,
    "language": language_name,
    "sector": lambda code: SECTORS.get(code, Bilingual(code, code)),
    "theme": lambda code: THEMES.get(code, Bilingual(code.replace("_", " ").replace("-", " "), code.replace("_", " ").replace("-", " "))),
    "sub_network": lambda code: SUB_NETWORKS.get(code, Bilingual(code, code)),
}


def named(dimension: str, code: str) -> Bilingual:
    """Return what ``code`` of ``dimension``, a key of ``NAMES``, is called."""
    return NAMES[dimension](code) if code else NOT_STATED


def countries_in(language: Language) -> list[tuple[str, Bilingual]]:
    """Return code and name of every country, in the order of the reader's alphabet."""
    codes = [str(code) for code in LOCALES[language].territories]
    countries = [(code, country_name(code)) for code in codes if len(code) == len("VN") and code.isalpha() and code not in _UNREAL]
    return sorted(countries, key=lambda one: vietnamese_order(one[1].in_language(language)))
