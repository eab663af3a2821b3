"""What verdicts, decisions and the reasons of a comparison are called, in both languages."""

from models.vocabulary import DuplicateState, IdentityVerdict
from service.kit.languages import Bilingual

VERDICTS = {
    IdentityVerdict.PROPOSED: Bilingual(en="proposed as one person", vi="đề xuất là một người"),
    IdentityVerdict.UNCLEAR: Bilingual(en="unclear", vi="chưa rõ"),
    IdentityVerdict.DIFFERENT: Bilingual(en="hardly one person", vi="khó là một người"),
}
STATES = {
    DuplicateState.OPEN: Bilingual(en="To be decided", vi="Chờ quyết định"),
    DuplicateState.DIFFERENT: Bilingual(en="Different people", vi="Hai người khác nhau"),
    DuplicateState.MERGED: Bilingual(en="Merged", vi="Đã gộp"),
}

REASONS = {
    "same_orcid": Bilingual(en="the same ORCID iD", vi="cùng mã ORCID"),
    "other_orcid": Bilingual(
        en="two ORCID iDs that differ: two people, or one is wrong", vi="hai mã ORCID khác nhau: hai người, hoặc một mã sai"
    ),
    "same_email": Bilingual(en="the same e-mail address", vi="cùng địa chỉ thư điện tử"),
    "same_identifier": Bilingual(en="the same identifier in another register", vi="cùng mã định danh ở hệ thống khác"),
    "same_handle": Bilingual(en="the same name before the @ of two addresses", vi="cùng tên hộp thư ở hai địa chỉ thư điện tử"),
    "name_told": Bilingual(en="names that agree, the more the rarer they are", vi="tên khớp nhau, tên càng hiếm càng có giá trị"),
    "shared_works": Bilingual(en="the same publication or patent", vi="cùng công bố hoặc sáng chế"),
    "shared_employer": Bilingual(en="the same employer", vi="cùng đơn vị công tác"),
    "shared_associates": Bilingual(en="ties to the same people", vi="quan hệ với cùng những người"),
    "alike_items": Bilingual(en="items of evidence that tell of the same work", vi="các minh chứng kể cùng một công việc"),
    "new_family": Bilingual(en="a family name as taken by marriage abroad", vi="họ khác như khi lấy họ chồng hoặc vợ ở nước ngoài"),
    "shared_numbers": Bilingual(en="the same figures in what they tell", vi="cùng những con số trong nội dung"),
    "shared_days": Bilingual(en="the same beginnings and ends", vi="cùng thời điểm bắt đầu, kết thúc"),
    "shared_topics": Bilingual(en="the same fields of work", vi="cùng lĩnh vực công việc"),
    "shared_words": Bilingual(en="the same words in what they tell", vi="cùng cách diễn đạt"),
    "replaced": Bilingual(en="a part of the name is another", vi="một phần của tên khác hẳn"),
    "dropped": Bilingual(en="a part of the name is missing in one", vi="một bên thiếu một phần của tên"),
    "other_accents": Bilingual(en="names that differ in their accents, which is another name", vi="tên khác dấu, tức là tên khác"),
    "mistyped": Bilingual(en="a letter of the name differs", vi="tên khác nhau một chữ cái"),
    "other_country": Bilingual(en="different countries", vi="khác quốc gia"),
    "other_employers": Bilingual(en="no employer in common", vi="không có đơn vị công tác chung"),
    "nothing_alike": Bilingual(en="nothing alike in what they tell", vi="nội dung không có gì giống nhau"),
}
