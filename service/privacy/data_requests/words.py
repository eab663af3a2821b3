"""What kinds and states of requests are called, in both languages."""

from collections.abc import Mapping

from models.vocabulary import DataRequestKind, DataRequestState
from service.kit.languages import Bilingual

KIND_NAMES: Mapping[DataRequestKind, Bilingual] = {
    DataRequestKind.CORRECTION: Bilingual(en="Correct my data", vi="Sửa dữ liệu của tôi"),
    DataRequestKind.COMPLAINT: Bilingual(en="Complain", vi="Khiếu nại"),
    DataRequestKind.REEVALUATION: Bilingual(en="Have a person evaluate me again", vi="Đề nghị con người đánh giá lại"),
    DataRequestKind.ACCESS: Bilingual(en="See my data", vi="Xem dữ liệu của tôi"),
    DataRequestKind.RESTRICTION: Bilingual(en="Restrict the processing, at once", vi="Hạn chế xử lý, có hiệu lực ngay"),
    DataRequestKind.OBJECTION: Bilingual(en="Object to automated processing, at once", vi="Phản đối xử lý tự động, có hiệu lực ngay"),
    DataRequestKind.WITHDRAWAL: Bilingual(en="Withdraw my consent to matching, at once", vi="Rút đồng ý đối sánh, có hiệu lực ngay"),
    DataRequestKind.ERASURE: Bilingual(en="Erase my data", vi="Xóa dữ liệu của tôi"),
}
WISHES: Mapping[DataRequestKind, Bilingual] = {
    DataRequestKind.ACCESS: Bilingual(en="wants to see the data", vi="yêu cầu xem dữ liệu"),
    DataRequestKind.CORRECTION: Bilingual(en="wants a correction", vi="yêu cầu sửa dữ liệu"),
    DataRequestKind.ERASURE: Bilingual(en="wants to be erased", vi="yêu cầu xóa dữ liệu"),
    DataRequestKind.WITHDRAWAL: Bilingual(en="withdraws consent", vi="rút lại sự đồng ý"),
    DataRequestKind.RESTRICTION: Bilingual(en="wants processing restricted", vi="yêu cầu hạn chế xử lý"),
    DataRequestKind.OBJECTION: Bilingual(en="objects to automated processing", vi="phản đối xử lý tự động"),
    DataRequestKind.REEVALUATION: Bilingual(en="wants to be evaluated by a person", vi="yêu cầu con người đánh giá lại"),
    DataRequestKind.COMPLAINT: Bilingual(en="complains", vi="khiếu nại"),
}
"""What a person asks for, as others say it."""
STATE_NAMES: Mapping[DataRequestState, Bilingual] = {
    DataRequestState.RECEIVED: Bilingual(en="received", vi="đã nhận"),
    DataRequestState.ACKNOWLEDGED: Bilingual(en="acknowledged", vi="đã xác nhận"),
    DataRequestState.IN_PROGRESS: Bilingual(en="in progress", vi="đang xử lý"),
    DataRequestState.EXTENDED: Bilingual(en="extended", vi="đã gia hạn"),
    DataRequestState.DONE: Bilingual(en="done", vi="đã xong"),
    DataRequestState.REFUSED: Bilingual(en="refused", vi="đã từ chối"),
}
STEP_NAMES: Mapping[DataRequestState, Bilingual] = {
    DataRequestState.ACKNOWLEDGED: Bilingual(en="acknowledge that it was received", vi="xác nhận với người yêu cầu là đã nhận"),
    DataRequestState.IN_PROGRESS: Bilingual(en="take it on: I answer for it", vi="nhận xử lý: tôi phụ trách"),
    DataRequestState.EXTENDED: Bilingual(en="extend the term", vi="gia hạn"),
    DataRequestState.DONE: Bilingual(en="close it: what was asked is done", vi="kết thúc: đã làm điều được yêu cầu"),
    DataRequestState.REFUSED: Bilingual(en="refuse it", vi="từ chối"),
}
"""What each step is called before whoever takes it."""
