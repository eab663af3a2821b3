"""The sentences of a recruiting brief, in both languages."""

from models.vocabulary import RuleKind
from service.kit.languages import Bilingual

TITLE = Bilingual(en="Recruiting brief", vi="Phiếu tìm chuyên gia")
FOR_CAPABILITY = Bilingual(en="Capability sought: {capability}", vi="Năng lực cần tìm: {capability}")
AS_OF = Bilingual(
    en="As of {date}; rules of {rules}; weights for {role}. {reference}",
    vi="Tính đến {date}; bộ quy tắc theo {rules}; bộ trọng số dành cho {role}. {reference}",
)

NOBODY = Bilingual(
    en="Nobody in the network can be named for this role today.", vi="Hiện chưa có ai trong mạng lưới có thể được đề xuất cho vai trò này."
)
ONE = Bilingual(
    en="One person alone can be named today; without them the role would be empty.",
    vi="Hiện chỉ một người có thể được đề xuất; nếu thiếu người này, vai trò sẽ bỏ trống.",
)
SEVERAL = Bilingual(en="{ready} people can be named today.", vi="Hiện có {ready} người có thể được đề xuất.")
FUNNEL = Bilingual(
    en="Of {consenting} people who consent to matching, {available} are available for the role; {eligible} of them meet every mandatory "
    "rule and have no conflict of interest.",
    vi="Trong {consenting} người đồng ý cho đối sánh hồ sơ, {available} người có thể tham gia và không từ chối vai trò này; trong số đó "
    "{eligible} người đạt mọi điều kiện bắt buộc và không có xung đột lợi ích.",
)
FIT = Bilingual(en="A possible fit or better: {fitting}.", vi="{fitting} người ở mức có thể phù hợp trở lên.")
NONE_FITS = Bilingual(en="None is even a possible fit.", vi="Chưa ai đạt mức có thể phù hợp.")
UNPROVEN = Bilingual(
    en="Of these, {unproven} have not yet shown evidence for every mandatory rule.",
    vi="Trong đó {unproven} người chưa đủ minh chứng cho mọi điều kiện bắt buộc.",
)
SHOWN_BY_THEM = Bilingual(
    en="The evidence of {ready} of them names the capability sought.", vi="Minh chứng của {ready} người trong số đó nêu năng lực cần tìm."
)
NOT_BY_THEM = Bilingual(
    en="The evidence of none of them names the capability sought.", vi="Minh chứng của những người này chưa nêu năng lực cần tìm."
)
SHOWN_IN_ALL = Bilingual(
    en="Of all people who meet every mandatory rule, {eligible} name it.",
    vi="Tính trên mọi người đạt các điều kiện bắt buộc, {eligible} người có minh chứng nêu năng lực này.",
)
NOT_IN_ALL = Bilingual(
    en="Nobody at all who meets every mandatory rule names it.",
    vi="Tính trên mọi người đạt các điều kiện bắt buộc, chưa ai có minh chứng nêu năng lực này.",
)

WANTED = Bilingual(en="Capabilities to look for", vi="Năng lực cần tìm")
WANTED_HEAD = Bilingual(
    en="| Required capability | People who meet every mandatory rule and name it | Of them, can be named for this role today |",
    vi="| Năng lực bắt buộc | Số người đạt mọi điều kiện bắt buộc và có nêu | Trong đó có thể được đề xuất cho vai trò này |",
)
WANTED_NOTE = Bilingual(
    en="Counted are people whose evidence names the capability or a narrower one. Somebody may have it without having named it: ask them "
    "before looking further.",
    vi="Chỉ tính người có minh chứng nêu đúng năng lực này hoặc một năng lực hẹp hơn. Có thể có người có năng lực mà hồ sơ chưa nêu: nên "
    "hỏi họ trước khi tìm thêm bên ngoài.",
)
RULES = Bilingual(en="Evidence to ask for", vi="Minh chứng cần thu thập")
RULE = Bilingual(en="- **{label}** ({kind}): {test}. Evidence: {evidence}.", vi="- **{label}** ({kind}): {test}. Minh chứng: {evidence}.")
RULE_FOR_PEOPLE = Bilingual(en="- **{label}**: {test}. {evidence}.", vi="- **{label}**: {test}. {evidence}.")
NO_RULE = Bilingual(en="- **{label}** ({kind}): {test}.", vi="- **{label}** ({kind}): {test}.")
BASIS = Bilingual(en="Basis: {clause}. How sure: {sureness}.", vi="Căn cứ: {clause}. Mức chắc chắn: {sureness}.")
KINDS = {
    RuleKind.HARD: Bilingual(en="mandatory", vi="bắt buộc"),
    RuleKind.EVIDENCE_HUMAN: Bilingual(en="people judge the evidence", vi="con người xem xét minh chứng"),
    RuleKind.DECLARED: Bilingual(en="the person declares it", vi="cá nhân tự khai"),
    RuleKind.HUMAN_ONLY: Bilingual(en="for people alone", vi="chỉ con người xem xét"),
    RuleKind.NOT_A_FILTER: Bilingual(en="not a condition", vi="không phải điều kiện"),
}
WHERE = Bilingual(en="Where the nearest people are", vi="Những người gần đáp ứng nhất đang ở đâu")
POOL = Bilingual(
    en="Counted are the {pool} people with the best scores who may be proposed and do not close the gap yet. Numbers below {smallest}, and "
    "others that would give them away, are not shown.",
    vi="Tính trên {pool} người có điểm cao nhất trong số những người có thể được xem xét nhưng chưa đáp ứng. Số dưới {smallest} người, và "
    "các số có thể làm lộ số đó, không được hiển thị.",
)
NO_POOL = Bilingual(en="Nobody else in the network may be proposed.", vi="Trong mạng lưới không còn ai khác có thể được xem xét.")
BY_SUB_NETWORK = Bilingual(en="By sub-network", vi="Theo mạng lưới thành viên")
BY_COUNTRY = Bilingual(en="By country", vi="Theo quốc gia")
FEW = Bilingual(en="not shown", vi="không hiển thị")
ONE_OF_THEM = Bilingual(en="1 person", vi="1 người")
PEOPLE = Bilingual(en="{number} people", vi="{number} người")
NEAREST = Bilingual(en="The nearest people and what each lacks", vi="Những người gần đáp ứng nhất và điều còn thiếu")
BELOW = Bilingual(en="score {score}, possible fit from {fits}", vi="điểm {score}, có thể phù hợp từ {fits}")
FITS = Bilingual(en="a possible fit or better", vi="có thể phù hợp trở lên")
LACKS_RULE = Bilingual(en="evidence missing: {label}{measure} ({clause})", vi="thiếu minh chứng: {label}{measure} ({clause})")
MEASURE = Bilingual(en=", {found} of {minimum} found", vi=", mới thấy {found} trên {minimum}")
LACKS_CAPABILITIES = Bilingual(en="does not name: {capabilities}", vi="hồ sơ chưa nêu: {capabilities}")
LACKS_HOURS = Bilingual(en="offers {offered} of {wanted} hours a week", vi="dành được {offered} trên {wanted} giờ mỗi tuần")
NO_HOURS = Bilingual(en="hours not declared", vi="chưa khai số giờ có thể dành")
