"""Every word that the pages of administrators say themselves, in both languages."""

from models.catalogue_changes import EntryKind
from models.vocabulary import RoleFamily, RuleKind, Sensitivity
from service.kit.languages import Bilingual

FAMILIES = {
    RoleFamily.CHIEF_ENGINEER: Bilingual(en="Chief engineers", vi="Tổng công trình sư"),
    RoleFamily.CHIEF_ARCHITECT: Bilingual(en="Chief architects", vi="Kiến trúc sư trưởng"),
}
KINDS = {
    RuleKind.HARD: Bilingual(en="by the record", vi="theo hồ sơ"),
    RuleKind.DECLARED: Bilingual(en="by the person's word", vi="theo lời khai của người đó"),
    RuleKind.EVIDENCE_HUMAN: Bilingual(en="by people, with evidence", vi="do người xét, kèm minh chứng"),
    RuleKind.HUMAN_ONLY: Bilingual(en="by people alone", vi="chỉ do người xét"),
    RuleKind.NOT_A_FILTER: Bilingual(en="not a filter", vi="không dùng để lọc"),
}
SENSITIVITIES = {
    Sensitivity.OPEN: Bilingual(en="everybody", vi="mọi người"),
    Sensitivity.RESTRICTED: Bilingual(en="people with clearance", vi="người được cấp phép"),
}
ENTRIES = {
    EntryKind.WEIGHTS: Bilingual(en="version of weights", vi="phiên bản trọng số"),
    EntryKind.CURRENT_WEIGHTS: Bilingual(en="weights in use", vi="trọng số đang dùng"),
    EntryKind.RULES: Bilingual(en="version of rules", vi="phiên bản quy tắc"),
    EntryKind.PRODUCT: Bilingual(en="product", vi="sản phẩm"),
    EntryKind.PROJECT: Bilingual(en="project", vi="dự án"),
    EntryKind.CAPABILITY: Bilingual(en="capability", vi="năng lực"),
}
