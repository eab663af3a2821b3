"""Checks that every name in the thesaurus means one capability and would not be found by accident."""

from collections.abc import Iterator

from matching.text.normalise import normalise
from matching.text.tokens import words
from seed.catalogue.records import Reader, Record

NAME_COLUMNS = ("label_vi", "label_en", "aliases_vi", "aliases_en")
# Words of every curriculum vitae: alone they say nothing of a field.
COMMON_WORDS = frozenset(
    "analysis algorithm application architecture battery camera chip cloud component control data design device engineering environment "
    "equipment factory framework hardware integration interface laboratory machine management manufacturing material method model network "
    "operation optimisation optimization performance planning platform process product production programme project quality research risk "
    "robot safety security sensor service simulation software solution standard strategy system technology test testing tool training "
    "validation vehicle verification "
    "an_toàn bảo_mật cảm_biến công_nghệ công_trình dịch_vụ dự_án dữ_liệu đào_tạo giải_pháp hệ_thống kiểm_thử kiến_trúc kỹ_thuật linh_kiện "
    "mạng mô_hình mô_phỏng nền_tảng nghiên_cứu phần_cứng phần_mềm phân_tích phương_pháp quản_lý quy_trình rủi_ro sản_phẩm sản_xuất tàu "
    "thiết_bị thiết_kế thuật_toán tiêu_chuẩn tối_ưu ứng_dụng vận_hành vật_liệu xe".replace("_", " ").split(" ")
)
