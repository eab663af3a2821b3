"""What the search says itself, in both languages."""

from service.kit.languages import Bilingual

NO_EVIDENCE = Bilingual(
    en="No evidence to search by: the text names nothing that the network knows in Vietnamese or English. Describe the work in a few "
    "sentences, or choose capabilities. Nobody is listed, because any order would be chance.",
    vi="Không có căn cứ để tìm: văn bản không nêu điều gì mà mạng lưới biết bằng tiếng Việt hoặc tiếng Anh. Hãy mô tả công việc trong "
    "vài câu hoặc chọn năng lực. Không liệt kê ai, vì mọi thứ tự khi đó đều là ngẫu nhiên.",
)
TOO_LITTLE = Bilingual(
    en="The text says too little to search by: its words stand in every wish for people. Add what is to be built or mastered, with which "
    "technology or standard, at what scale, and what the person must have done. Nobody is listed, because any order would be chance.",
    vi="Không có căn cứ để tìm vì văn bản nói quá ít: lời nào cũng có trong mọi thông báo tìm người. Hãy nêu cần xây dựng hoặc làm chủ "
    "cái gì, bằng công nghệ hay tiêu chuẩn nào, ở quy mô nào, và người đó phải từng làm được việc gì. Không liệt kê ai, vì "
    "mọi thứ tự khi đó "
    "đều là ngẫu nhiên.",
)
SOMEBODY_NEAR = Bilingual(
    en="Of {considered} people considered, {open} may be shown; {fitting} of them are a possible fit or better.",
    vi="Trong {considered} người được xét, {open} người có thể được hiển thị; {fitting} người ở mức có thể phù hợp trở lên.",
)
NOBODY_NEAR = Bilingual(
    en="Nobody is even a possible fit: of {considered} people considered, {open} may be shown.",
    vi="Chưa có ai đạt mức có thể phù hợp: trong {considered} người được xét, {open} người có thể được hiển thị.",
)
CALIBRATION = Bilingual(
    en="The bands of a role were learnt on products of the catalogue, those of a search without a role on pasted texts. "
    "For examples without a role they were set by how many of those listed work on a product of the example.",
    vi="Các mức phù hợp của một vai trò được học trên sản phẩm của danh mục; khi tìm không theo vai trò, trên các văn bản dán vào. "
    "Với người mẫu mà không chọn vai trò, các mức được đặt theo số người trong danh sách có làm cùng sản phẩm với người mẫu.",
)
