"""The words that every page says, in both languages; ``front.rooms`` adds those of the rooms when the application is made."""

from collections import Counter
from collections.abc import Mapping
from types import SimpleNamespace

from models.vocabulary import Language, RuleResult
from service.kit.languages import Bilingual

OWN: dict[str, Bilingual] = {
    "site": Bilingual(en="VIN match", vi="VIN match"),
    "tagline": Bilingual(
        en="Chief engineers and chief architects for Viet Nam's strategic technology products",
        vi="Tổng công trình sư và kiến trúc sư trưởng cho sản phẩm công nghệ chiến lược của Việt Nam",
    ),
    "skip": Bilingual(en="Skip to the content", vi="Chuyển đến nội dung"),
    "you_typed": Bilingual(en="What you typed", vi="Nội dung bạn đã nhập"),
    "you_typed_note": Bilingual(
        en="Nothing of it was saved. Go back in your browser to correct it, or copy it from here.",
        vi="Chưa có gì được lưu. Hãy quay lại trang trước trên trình duyệt để sửa, hoặc sao chép từ đây.",
    ),
    "all_products": Bilingual(en="All products", vi="Tất cả sản phẩm"),
    "api_reference": Bilingual(en="API reference", vi="Tài liệu API"),
    "reference_only": Bilingual(en="For reference only; people decide.", vi="Chỉ để tham khảo; con người quyết định."),
    "synthetic": Bilingual(en="synthetic", vi="dữ liệu tổng hợp"),
    "overview": Bilingual(en="Proposed people for every product", vi="Người được đề xuất cho từng sản phẩm"),
    "overview_intro": Bilingual(
        en="For each product and role: the three people who fit best, and how many of the required capabilities their evidence names.",
        vi="Với mỗi sản phẩm và vai trò: ba người phù hợp nhất, kèm số năng lực bắt buộc mà minh chứng của họ nêu rõ.",
    ),
    "catalogue": Bilingual(en="Product list", vi="Danh mục"),
    "in_force": Bilingual(en="in force", vi="đang có hiệu lực"),
    "product": Bilingual(en="Product", vi="Sản phẩm"),
    "group": Bilingual(en="Technology group", vi="Nhóm công nghệ"),
    "project": Bilingual(en="Project", vi="Dự án"),
    "priority": Bilingual(en="priority", vi="ưu tiên"),
    "nobody": Bilingual(en="No suitable candidate", vi="Chưa có ứng viên phù hợp"),
    "shortlist": Bilingual(en="Shortlist", vi="Danh sách đề xuất"),
    "required_shown": Bilingual(
        en="required groups of capabilities named in the evidence", vi="nhóm năng lực bắt buộc được nêu trong minh chứng"
    ),
    "stands_in": Bilingual(en="answered as", vi="trả lời theo"),
    "rank": Bilingual(en="Rank", vi="Hạng"),
    "tie_group": Bilingual(en="tie group", vi="nhóm ngang nhau"),
    "name": Bilingual(en="Name", vi="Họ tên"),
    "fit": Bilingual(en="Fit", vi="Mức phù hợp"),
    "capabilities": Bilingual(en="Capabilities", vi="Năng lực"),
    "parts": Bilingual(en="What the score is made of", vi="Các phần của điểm"),
    "among_first": Bilingual(en="among the first five under small changes of the weights:", vi="thuộc năm người đầu khi trọng số đổi nhẹ:"),
    "sureness_of_place": Bilingual(en="How sure this place is", vi="Mức chắc chắn của thứ hạng"),
    "reason": Bilingual(en="Strongest reason", vi="Lý do chính"),
    "score": Bilingual(en="score", vi="điểm"),
    "evidence_missing": Bilingual(en="evidence for a mandatory rule missing", vi="chưa đủ minh chứng cho điều kiện bắt buộc"),
    "also_close": Bilingual(
        en="These people reach the threshold but have not shown evidence for every mandatory rule:",
        vi="Những người sau đạt ngưỡng nhưng chưa có đủ minh chứng cho mọi điều kiện bắt buộc:",
    ),
    "next_page": Bilingual(en="Next page", vi="Trang sau"),
    "first_page": Bilingual(en="First page", vi="Trang đầu"),
    "as_csv": Bilingual(en="Whole list as CSV", vi="Toàn bộ danh sách dạng CSV"),
    "everybody": Bilingual(en="Show everybody who may be proposed", vi="Hiện mọi người có thể được đề xuất"),
    "only_fitting": Bilingual(en="Show only who fits", vi="Chỉ hiện người phù hợp"),
    "not_proposed": Bilingual(en="Who is not proposed, and why", vi="Những người không được đề xuất và lý do"),
    "not_proposed_note": Bilingual(en="One person can have several reasons.", vi="Một người có thể có nhiều lý do."),
    "people": Bilingual(en="people", vi="người"),
    "counts": Bilingual(en="How many people stand where", vi="Số người theo từng tình trạng"),
    "considered": Bilingual(en="considered", vi="được xét"),
    "eligible": Bilingual(en="meet every mandatory rule", vi="đạt mọi điều kiện bắt buộc"),
    "gated": Bilingual(en="not proposed", vi="không được đề xuất"),
    "fitting": Bilingual(en="reach the threshold for a fit", vi="đạt ngưỡng phù hợp"),
    "basis": Bilingual(en="What this answer rests on", vi="Căn cứ của kết quả"),
    "selection_date": Bilingual(en="Selection date", vi="Ngày lựa chọn"),
    "text_space": Bilingual(en="Text-space version", vi="Phiên bản không gian văn bản"),
    "weights": Bilingual(en="Weights", vi="Bộ trọng số"),
    "rule_set": Bilingual(en="Rule set", vi="Bộ quy tắc"),
    "gate": Bilingual(en="Not proposed", vi="Không được đề xuất"),
    "why": Bilingual(en="Why", vi="Vì sao"),
    "why_not": Bilingual(en="What speaks against it", vi="Điểm còn yếu"),
    "conditions": Bilingual(en="Conditions", vi="Điều kiện"),
    "condition": Bilingual(en="Condition", vi="Điều kiện"),
    "result": Bilingual(en="Result", vi="Kết quả"),
    "clause": Bilingual(en="Basis", vi="Căn cứ"),
    "required": Bilingual(en="required", vi="yêu cầu"),
    "gap": Bilingual(en="gap", vi="khoảng trống"),
    "conflict": Bilingual(en="Conflicts of interest", vi="Xung đột lợi ích"),
    "change": Bilingual(en="What would change it", vi="Điều gì sẽ làm thay đổi"),
    "evidence": Bilingual(en="Evidence the score rests on", vi="Minh chứng làm nên điểm"),
    "brief": Bilingual(en="Brief", vi="Mô tả"),
    "needs": Bilingual(en="What the roles need", vi="Yêu cầu của từng vai trò"),
    "any_one_of": Bilingual(en="any one of", vi="chỉ cần một trong"),
    "must": Bilingual(en="required", vi="bắt buộc"),
    "nice": Bilingual(en="welcome", vi="ưu tiên"),
    "excluded": Bilingual(en="excluded", vi="loại trừ"),
    "programmes": Bilingual(en="Programmes", vi="Chương trình"),
    "tasks": Bilingual(en="Tasks named in public", vi="Nhiệm vụ đã công bố"),
    "projects": Bilingual(en="Projects", vi="Dự án"),
    "products": Bilingual(en="Products", vi="Sản phẩm"),
    "host": Bilingual(en="Host", vi="Đơn vị chủ trì"),
    "participants": Bilingual(en="Participants", vi="Đơn vị tham gia"),
    "period": Bilingual(en="Period", vi="Thời gian"),
    "source": Bilingual(en="Source", vi="Nguồn"),
    "sureness": Bilingual(en="How sure", vi="Mức chắc chắn"),
    "status": Bilingual(en="Status", vi="Tình trạng"),
    "scope": Bilingual(en="Scope", vi="Phạm vi"),
    "to": Bilingual(en="to", vi="đến"),
    "now": Bilingual(en="now", vi="nay"),
    "back": Bilingual(en="Back to all products", vi="Về danh sách sản phẩm"),
}


def together(*domains: Mapping[str, Bilingual]) -> dict[str, Bilingual]:
    """Return the words of all domains; raises ``ValueError`` for names that two of them have, of which one would hide the other."""
    times = Counter(name for domain in domains for name in domain)
    doubles = sorted(name for name, count in times.items() if count > 1)
    if doubles:
        raise ValueError(f"more than one domain has a word of this name: {', '.join(doubles)}")
    return {name: text for domain in domains for name, text in domain.items()}


WORDS = dict(OWN)
LANGUAGE_NAMES = {Language.VI: "Tiếng Việt", Language.EN: "English"}
# A sign beside the word: colour alone says nothing to many readers.
RESULT_SIGNS = {RuleResult.MET: "✓", RuleResult.NOT_MET: "✗", RuleResult.NOT_SHOWN: "?", RuleResult.FOR_PEOPLE: "–"}


def words_in(language: Language) -> SimpleNamespace:
    """Return every word in one language, by its name."""
    return SimpleNamespace(**{name: text.in_language(language) for name, text in WORDS.items()})


def add_words(*rooms: Mapping[str, Bilingual]) -> None:
    """Let the pages say the words of ``rooms`` as well; raises what ``together`` raises."""
    WORDS.update(together(OWN, *rooms))
