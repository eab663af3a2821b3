"""The letters to people who came from a file, in Vietnamese and English."""

from models.vocabulary import Language
from service.selection.messages.texts import Template

NOTICE = {
    Language.VI: Template(
        "Thông báo về hồ sơ của Anh/Chị trong Mạng lưới Đổi mới sáng tạo Việt Nam",
        "Kính gửi {name},\n\n"
        "Một cơ quan đã gửi cho chúng tôi thông tin nghề nghiệp của Anh/Chị (nguồn: {source}, nhập ngày {imported_on}). "
        "Thông tin này chưa được dùng vào việc gì: Anh/Chị chưa có tên trong danh sách, thống kê hay kết quả đối sánh nào.\n\n"
        "Nếu đồng ý tham gia mạng lưới, mời Anh/Chị xem, sửa hồ sơ và cho biết ý kiến tại {link}, "
        "hoặc trả lời thư này để được hướng dẫn.\n\n"
        "Nếu chúng tôi không nhận được sự đồng ý, hồ sơ sẽ bị xóa sau ngày {erase_after}. "
        "Anh/Chị cũng có thể yêu cầu xóa ngay mà không cần nêu lý do.\n\n{rights}\n",
    ),
    Language.EN: Template(
        "Your record in the Vietnam Innovation Network",
        "Dear {name},\n\n"
        "A body sent us information on your professional life (source: {source}, brought in on {imported_on}). "
        "Nothing was done with it: you are on no list, in no figure and in no match.\n\n"
        "If you want to join the network, please look at your record, correct it and tell us at {link}, "
        "or answer this letter and we will help.\n\n"
        "Without your consent the record is erased after {erase_after}. "
        "You may also ask for its erasure at once, without giving a reason.\n\n{rights}\n",
    ),
}
WARNING = {
    Language.VI: Template(
        "Nhắc lại: hồ sơ của Anh/Chị sẽ bị xóa sau ngày {erase_after}",
        "Kính gửi {name},\n\n"
        "Chúng tôi đã thông báo về hồ sơ của Anh/Chị (nguồn: {source}) và chưa nhận được ý kiến. "
        "Hồ sơ sẽ bị xóa sau ngày {erase_after}.\n\n"
        "Nếu muốn tham gia mạng lưới, mời Anh/Chị cho biết chậm nhất trong ngày đó tại {link} hoặc bằng cách trả lời thư này. "
        "Nếu không, Anh/Chị không cần làm gì.\n",
    ),
    Language.EN: Template(
        "Reminder: your record is erased after {erase_after}",
        "Dear {name},\n\n"
        "We told you of your record (source: {source}) and have not heard from you. It is erased after {erase_after}.\n\n"
        "If you want to join the network, please tell us by the end of that day at {link} or by answering this letter. "
        "If not, you need do nothing.\n",
    ),
}
