"""What is to be done next for somebody who came from a file."""

from service.kit.languages import Bilingual
from service.privacy.notices.queries import NoticeState

STATES = {
    NoticeState.TO_TELL: Bilingual(en="to be told", vi="cần thông báo"),
    NoticeState.TOLD: Bilingual(en="told, no answer yet", vi="đã thông báo, chưa trả lời"),
    NoticeState.TO_WARN: Bilingual(en="to be warned", vi="cần nhắc lại"),
    NoticeState.WARNED: Bilingual(en="warned", vi="đã nhắc lại"),
    NoticeState.DUE: Bilingual(en="to be erased today", vi="sẽ bị xóa trong ngày"),
}
