"""Every word of the page "My profile", in both languages."""

from models.vocabulary import ConsentPurpose, EvidenceKind, Outcome, Part, ProcessingStop, Scale, Verification
from service.kit.languages import Bilingual

PURPOSES = {
    ConsentPurpose.MEMBERSHIP: Bilingual(en="Membership of the network", vi="Tham gia mạng lưới"),
    ConsentPurpose.MATCHING: Bilingual(en="Being matched with products and projects", vi="Được đối sánh với sản phẩm và dự án"),
    ConsentPurpose.SHARING: Bilingual(en="Sharing with a named agency", vi="Chia sẻ với cơ quan được nêu tên"),
}
STOPS = {
    ProcessingStop.OBJECTION: Bilingual(en="Objection to automated processing", vi="Phản đối xử lý tự động"),
    ProcessingStop.RESTRICTION: Bilingual(en="Restriction of processing", vi="Hạn chế xử lý dữ liệu"),
}
KINDS = {
    EvidenceKind.POSITION: Bilingual(en="position", vi="vị trí công tác"),
    EvidenceKind.PROGRAMME: Bilingual(en="programme or task", vi="chương trình, nhiệm vụ"),
    EvidenceKind.PRODUCT: Bilingual(en="product", vi="sản phẩm"),
    EvidenceKind.PATENT: Bilingual(en="patent", vi="sáng chế"),
    EvidenceKind.PUBLICATION: Bilingual(en="publication", vi="công bố khoa học"),
    EvidenceKind.STANDARD: Bilingual(en="standard", vi="tiêu chuẩn"),
    EvidenceKind.AWARD: Bilingual(en="award", vi="giải thưởng"),
    EvidenceKind.DEGREE: Bilingual(en="degree", vi="văn bằng"),
    EvidenceKind.CERTIFICATE: Bilingual(en="certificate", vi="chứng chỉ"),
    EvidenceKind.POLICY: Bilingual(en="policy work", vi="xây dựng chính sách"),
    EvidenceKind.NETWORK: Bilingual(en="network", vi="mạng lưới"),
}
PARTS = {
    Part.LED: Bilingual(en="led it", vi="chủ trì"),
    Part.MAIN: Bilingual(en="main part", vi="thành viên chính"),
    Part.CONTRIBUTOR: Bilingual(en="contributed", vi="tham gia"),
}
OUTCOMES = {
    Outcome.REPORTED: Bilingual(en="reported", vi="đã báo cáo"),
    Outcome.APPLIED: Bilingual(en="applied", vi="đã ứng dụng"),
    Outcome.TRANSFERRED: Bilingual(en="transferred", vi="đã chuyển giao"),
    Outcome.COMMERCIALISED: Bilingual(en="commercialised", vi="đã thương mại hóa"),
}
SCALES = {
    Scale.UNIT: Bilingual(en="one unit", vi="cấp đơn vị"),
    Scale.LOCAL: Bilingual(en="local", vi="địa phương"),
    Scale.NATIONAL: Bilingual(en="national", vi="quốc gia"),
    Scale.INTERNATIONAL: Bilingual(en="international", vi="quốc tế"),
}
VERIFICATIONS = {
    Verification.DECLARED: Bilingual(en="declared", vi="tự khai"),
    Verification.DOCUMENTED: Bilingual(en="documented", vi="có tài liệu"),
    Verification.VERIFIED: Bilingual(en="verified", vi="đã xác minh"),
}
