"""What the things are called that somebody can be asked for."""

from matching.gate.asking import Lack
from service.kit.languages import Bilingual

LACKS = {
    Lack.CONSENT: Bilingual(en="consent to matching", vi="đồng ý cho đối sánh hồ sơ"),
    Lack.EVIDENCE: Bilingual(en="more evidence: the record is too thin", vi="thêm minh chứng: hồ sơ còn quá ít"),
    Lack.RULE: Bilingual(en="evidence for a condition", vi="minh chứng cho một điều kiện"),
    Lack.DATES: Bilingual(en="dates of positions", vi="thời gian của các vị trí công tác"),
    Lack.ROLES: Bilingual(en="which roles they would take", vi="sẵn sàng nhận vai trò nào"),
    Lack.HOURS: Bilingual(en="hours a week", vi="số giờ mỗi tuần"),
    Lack.FRESHNESS: Bilingual(en="a review of a record older than a year", vi="rà soát hồ sơ đã quá một năm"),
}
