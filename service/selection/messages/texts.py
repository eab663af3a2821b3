"""The words of messages to people, in Vietnamese and English."""

from dataclasses import dataclass

from models.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Template:
    """Subject and body of a message; the names in braces are filled in."""

    subject: str
    body: str


INVITATION = {
    Language.VI: Template(
        "Thư mời tham gia: {role}, {subject}",
        "Kính gửi {name},\n\n"
        "Mạng lưới Đổi mới sáng tạo Việt Nam trân trọng mời Anh/Chị xem xét đảm nhận vai trò {role} cho {subject}.\n\n"
        "Anh/Chị có thể nhận lời, từ chối kèm lý do, hoặc hỏi thêm tại địa chỉ sau, không cần đăng nhập:\n{link}\n\n"
        "Trả lời chậm nhất ngày {answer_by}.\n\n"
        "Thư mời này không phải là quyết định bổ nhiệm: cơ quan có thẩm quyền quyết định. "
        "Từ chối không ảnh hưởng đến cách hệ thống đánh giá hồ sơ của Anh/Chị.\n",
    ),
    Language.EN: Template(
        "Invitation: {role}, {subject}",
        "Dear {name},\n\n"
        "The Vietnam Innovation Network invites you to consider the role of {role} for {subject}.\n\n"
        "You can accept, decline with a reason, or ask a question here, without signing in:\n{link}\n\n"
        "Please answer by {answer_by}.\n\n"
        "This invitation is not an appointment: the competent authority decides. "
        "Declining does not change how your profile is assessed.\n",
    ),
}
EVIDENCE_ASKED = {
    Language.VI: Template(
        "Đề nghị bổ sung minh chứng: {rule}",
        "Kính gửi {name},\n\n"
        "Hồ sơ của Anh/Chị đang được xem xét cho vai trò {role}, {subject}. Hồ sơ chưa có minh chứng cho điều kiện sau:\n"
        "{rule} ({clause})\n\n"
        "Chưa có minh chứng không có nghĩa là không đạt. Mời Anh/Chị bổ sung tại {link}.\n",
    ),
    Language.EN: Template(
        "Evidence asked for: {rule}",
        "Dear {name},\n\n"
        "Your profile is being considered for the role of {role}, {subject}. It does not show evidence for this condition yet:\n"
        "{rule} ({clause})\n\n"
        "Not shown does not mean not met. Please add the evidence at {link}.\n",
    ),
}
