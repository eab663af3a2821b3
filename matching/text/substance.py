"""What a wish says beyond the words that stand in every wish: "looking for a good engineer" leaves nothing to search by."""

import re

from matching.text.normalise import composed
from matching.text.tokens import STOP_WORDS, form, words

# Words of every call for people, in both languages; Vietnamese by syllable, with and without accents.
# Of these one syllable alone says something: a bridge, water, a house.
_PHRASES = re.compile(r"\b(?:yêu cầu|đất nước|nhà nước|nhà khoa học|yeu cau|dat nuoc|nha khoa hoc)\b", re.IGNORECASE)
_WORDS = (
    "ai it artificial intelligence tech technology technologies technological hi high digital transformation innovation "
    "innovative science scientific research "
    "development engineering engineer engineers architect architects chief expert experts expertise specialist specialists scientist "
    "scientists professional professionals person people somebody someone anybody candidate candidates leader leaders leadership lead "
    "head manager management talent talents team teams project projects programme programmes program product products company work job "
    "look looking search searching seek seeking find need needs needed want wanted wish wishes require required hire hiring recruit "
    "recruiting help please good great best excellent outstanding strong senior top smart experienced experience experiences skill "
    "skills skilled qualified knowledge field fields area areas domain system systems solution solutions new modern advanced future "
    "strategic strategy national country vietnam vietnamese viet nam world class urgent urgently hello hi dear thanks thank sir madam "
    "công nghệ cao kỹ thuật kĩ khoa học số chuyển đổi đổi mới sáng tạo nghiên cứu phát triển trí tuệ nhân tạo tổng công trình sư kiến "
    "trúc trưởng kỹ sư chuyên gia người ứng viên nhân lực tài giỏi tốt nhất xuất sắc dự án chương trình sản phẩm công ty công việc "
    "cần tìm kiếm tuyển muốn giúp xin vui lòng kính gửi thưa chào cảm ơn trân trọng anh chị em tôi chúng mình bên có kinh "
    "nghiệm kỹ năng năng lực trình độ lĩnh vực ngành hệ thống giải pháp mới hiện đại tiên tiến tương lai chiến lược quốc gia việt nam "
    "gấp lãnh đạo quản lý đứng đầu phụ trách làm một vài thật hãy nào ai đó "
    "cong nghe ky thuat khoa hoc chuyen doi sang tao nghien cuu phat trien tri tue nhan tong trinh su kien truc truong gia nguoi ung "
    "vien luc tai gioi tot nhat xuat sac chuong san pham ty viec tim kiem tuyen muon giup kinh nghiem linh vuc nganh he giai "
    "phap moi chien luoc quoc dung dau phu trach lam"
)
_EVERY_WISH = frozenset(form(word) for word in _WORDS.split())


def substance(text: str) -> str:
    """Return the words of ``text`` that do not stand in every wish, in order, separated by spaces; empty where it says too little."""
    return " ".join(word.written for word in words(_PHRASES.sub(" ", composed(text))) if _says_something(word.form))


def _says_something(word: str) -> bool:
    return word not in _EVERY_WISH and word not in STOP_WORDS and len(word) > 1 and not word.isdigit()
