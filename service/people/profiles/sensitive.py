"""Words in free text that may be sensitive data (Law 91/2025/QH15; Regulation (EU) 2016/679, Article 9): a hint, never a refusal.

The words speak of a person's own life. Words of a field of work, such as cancer or vaccines, are none of them.
"""

import re
import unicodedata
from collections.abc import Mapping

from service.kit.languages import Bilingual

_WORDS: Mapping[Bilingual, str] = {
    Bilingual(en="health", vi="sức khỏe"): (
        "tình trạng sức khỏe|tình trạng sức khoẻ|tiền sử bệnh|mắc bệnh|bị bệnh|bệnh nền|khuyết tật|mang thai|nhiễm hiv"
        "|my health|state of health|suffers? from|suffered from|diagnosed with|pregnan(?:t|cy)|disabled|my disability|hiv[- ]positive"
    ),
    Bilingual(en="religion", vi="tôn giáo"): (
        "tôn giáo|công giáo|thiên chúa giáo|phật giáo|phật tử|tin lành|hồi giáo|theo đạo|religio(?:n|us)"
        "|catholic|protestant|buddhist|muslim|christian|jewish|hindu"
    ),
    Bilingual(en="politics", vi="chính trị"): (
        "đảng viên|vào đảng|đảng cộng sản|quan điểm chính trị|chính kiến|party member|member of the party|communist party"
        "|political (?:views?|opinions?|party)"
    ),
    Bilingual(en="ethnicity", vi="dân tộc"): (
        "dân tộc (?:kinh|tày|thái|mường|khmer|hoa|nùng|dao|h'mông|gia rai|ê đê|ba na|chăm)|dân tộc\\s*:|dân tộc thiểu số"
        "|ethnic(?:ity| minority| origin| group)|racial origin"
    ),
    Bilingual(en="sexual life", vi="đời sống tình dục"): "xu hướng tính dục|đồng tính|chuyển giới|sexual orientation|homosexual",
    Bilingual(en="criminal record", vi="án tích"): "tiền án|tiền sự|án tích|criminal record|convicted of",
    Bilingual(en="identity papers", vi="giấy tờ tùy thân"): (
        "căn cước công dân|số căn cước|cccd|cmnd|chứng minh nhân dân|số hộ chiếu|passport (?:number|no)|identity card"
    ),
}
_FINDS = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for kind, words in _WORDS.items()}


def sensitive_in(*texts: str | None) -> list[Bilingual]:
    """Return the kinds of sensitive data that words of ``texts`` may speak of, in a fixed order; nothing for most texts."""
    read = unicodedata.normalize("NFC", "\n".join(text for text in texts if text)).casefold()
    return [kind for kind, finds in _FINDS.items() if finds.search(read)]
