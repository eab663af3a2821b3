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
        "{agency}\n\nV/v: mời tham gia, {role}, {subject}\n\nKính gửi {name},\n\n"
        "Chúng tôi trân trọng mời Anh/Chị xem xét đảm nhận vai trò {role} của “{subject}”.\n"
        "Nhiệm vụ: {duty}\nThời gian dự kiến: {hours}\nBắt đầu: {starts}\n\n"
        "Anh/Chị có thể nhận lời, từ chối kèm lý do, hoặc hỏi thêm tại địa chỉ sau, {signing_in}:\n{link}\n\n"
        "Trả lời chậm nhất ngày {answer_by}, hết ngày theo giờ Việt Nam.\n\n"
        "Thư mời này không phải là quyết định bổ nhiệm: cơ quan có thẩm quyền quyết định. "
        "Từ chối không ảnh hưởng đến cách hệ thống đánh giá hồ sơ của Anh/Chị.\n\n{rights}\n\n"
        "Liên hệ: {contact}\n\nTrân trọng,\n{agency}\n",
    ),
    Language.EN: Template(
        "Invitation: {role}, {subject}",
        "{agency}\n\nSubject: invitation, {role}, {subject}\n\nDear {name},\n\n"
        "We invite you to consider the role of {role} for “{subject}”.\n"
        "Duty: {duty}\nExpected time: {hours}\nStart: {starts}\n\n"
        "You can accept, decline with a reason, or ask a question here, {signing_in}:\n{link}\n\n"
        "Please answer by {answer_by}, until the end of that day in Viet Nam.\n\n"
        "This invitation is not an appointment: the competent authority decides. "
        "Declining does not change how your profile is assessed.\n\n{rights}\n\n"
        "Contact: {contact}\n\nYours sincerely,\n{agency}\n",
    ),
}
SIGNING_IN = {
    Language.VI: ("không cần đăng nhập", "sau khi đăng nhập tài khoản của mình"),
    Language.EN: ("without signing in", "once you have signed in to your own account"),
}
"""How an invitation is answered: by its link alone, and where the settings ask for the person's own account."""
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
RIGHTS = {
    Language.VI: "Nếu không đồng ý với cách xử lý dữ liệu hoặc đánh giá hồ sơ, Anh/Chị có thể yêu cầu sửa, yêu cầu con người đánh giá lại, "
    "hoặc khiếu nại tại {address}. Quyền yêu cầu bồi thường thiệt hại theo quy định của pháp luật không bị ảnh hưởng.",
    Language.EN: "If you do not agree with how your data are processed or your profile is assessed, you may have it corrected, have a "
    "person evaluate you again, or complain at {address}. Your right to claim compensation for damage under the law is not touched.",
}
"""What a letter says of complaint and compensation; where else to appeal is a setting, because the texts at hand do not say it."""
HOURS = {
    Language.VI: ("{hours} giờ mỗi tuần", "sẽ thống nhất với Anh/Chị"),
    Language.EN: ("{hours} hours a week", "to be agreed with you"),
}
"""How much time is asked for: where the request says it, and where it does not."""
