"""The words of the pages of requests, shortlists and invitations."""

from typing import Any

from matching.explanation import phrases
from models.vocabulary import Language
from models.vocabulary.selection import (
    ChoiceKind,
    FeedbackKind,
    FeedbackReason,
    Finding,
    InvitationState,
    NominationState,
    RefusalReason,
    SelectionState,
    SelectionTrack,
    ShortlistStatus,
)
from service.kit.languages import Bilingual
from service.people.profiles.words import KINDS, VERIFICATIONS

STATES = {
    SelectionState.NEED: Bilingual(en="open, no list signed yet", vi="đang mở, chưa ký danh sách"),
    SelectionState.ANNOUNCED: Bilingual(en="announced", vi="đã công bố"),
    SelectionState.CANDIDATE_POOL: Bilingual(en="nomination or self-nomination", vi="đề cử, ứng cử"),
    SelectionState.SHORTLIST: Bilingual(en="shortlist signed", vi="đã ký danh sách"),
    SelectionState.INVITED: Bilingual(en="invited", vi="đã mời"),
    SelectionState.COUNCIL: Bilingual(en="council heard", vi="đã có ý kiến hội đồng"),
    SelectionState.DECIDED: Bilingual(en="decided", vi="đã có quyết định"),
    SelectionState.CONTRACT: Bilingual(en="contract signed", vi="đã ký hợp đồng"),
    SelectionState.IN_ROLE: Bilingual(en="in the role, yearly evaluation", vi="đang đảm nhận, đánh giá hằng năm"),
    SelectionState.ENDED: Bilingual(en="ended", vi="đã kết thúc"),
    SelectionState.DECLINED: Bilingual(en="declined", vi="đã từ chối"),
    SelectionState.WITHDRAWN: Bilingual(en="withdrawn", vi="đã rút"),
}
TRACKS = {
    SelectionTrack.OPEN_SELECTION: Bilingual(en="open selection", vi="lựa chọn công khai"),
    SelectionTrack.CONCURRENT_APPOINTMENT: Bilingual(en="concurrent appointment", vi="kiêm nhiệm"),
}
STATUSES = {
    ShortlistStatus.DRAFT: Bilingual(en="draft", vi="dự thảo"),
    ShortlistStatus.HALF_SIGNED: Bilingual(en="waits for the second signature", vi="chờ chữ ký thứ hai"),
    ShortlistStatus.SIGNED: Bilingual(en="signed", vi="đã ký"),
}
CHOICES = {
    ChoiceKind.ADD: Bilingual(en="add", vi="thêm"),
    ChoiceKind.MOVE: Bilingual(en="move", vi="chuyển vị trí"),
    ChoiceKind.PIN: Bilingual(en="pin", vi="giữ trong danh sách"),
    ChoiceKind.EXCLUDE: Bilingual(en="exclude", vi="đưa ra khỏi danh sách"),
    ChoiceKind.RESTORE: Bilingual(en="restore", vi="đưa trở lại"),
}
FEEDBACK_KINDS = {
    FeedbackKind.SUITABLE: Bilingual(en="suitable", vi="phù hợp"),
    FeedbackKind.UNSUITABLE: Bilingual(en="not suitable", vi="chưa phù hợp"),
    FeedbackKind.MORE_WANTED: Bilingual(en="more people wanted", vi="cần thêm người"),
    FeedbackKind.DIFFERENT_WANTED: Bilingual(en="different people wanted", vi="cần người khác"),
}
FEEDBACK_REASONS = {
    FeedbackReason.FITTING_EXPERIENCE: Bilingual(en="fitting experience", vi="kinh nghiệm phù hợp"),
    FeedbackReason.OTHER_FIELD: Bilingual(en="another field", vi="khác lĩnh vực"),
    FeedbackReason.CAPABILITY_MISSING: Bilingual(en="a capability is missing", vi="thiếu năng lực"),
    FeedbackReason.TOO_LITTLE_LEADERSHIP: Bilingual(en="too little leadership", vi="ít kinh nghiệm chủ trì"),
    FeedbackReason.TIME_OR_PLACE: Bilingual(en="time or place", vi="thời gian hoặc địa điểm"),
    FeedbackReason.SUSPECTED_CONFLICT: Bilingual(en="a conflict of interest is suspected", vi="nghi có xung đột lợi ích"),
    FeedbackReason.TOO_FEW: Bilingual(en="too few people", vi="quá ít người"),
    FeedbackReason.OTHER: Bilingual(en="other", vi="khác"),
}
_SPEAKS_FOR = (FeedbackReason.FITTING_EXPERIENCE,)
REASONS_FOR = {
    True: (*_SPEAKS_FOR, FeedbackReason.OTHER),
    False: tuple(reason for reason in FeedbackReason if reason not in _SPEAKS_FOR),
}
"""The reasons that go with calling somebody suitable, and with everything else."""
INVITATION_STATES = {
    InvitationState.OPEN: Bilingual(en="waits for an answer", vi="chờ trả lời"),
    InvitationState.ACCEPTED: Bilingual(en="accepted", vi="đã nhận lời"),
    InvitationState.DECLINED: Bilingual(en="declined", vi="đã từ chối"),
    InvitationState.EXPIRED: Bilingual(en="expired", vi="hết hạn"),
    InvitationState.WITHDRAWN: Bilingual(en="withdrawn", vi="đã rút lại"),
}
NOMINATION_STATES = {
    NominationState.OPEN: Bilingual(en="waits for the person's answer", vi="chờ người được đề cử trả lời"),
    NominationState.ACCEPTED: Bilingual(en="accepted", vi="đã nhận lời"),
    NominationState.DECLINED: Bilingual(en="declined", vi="đã từ chối"),
}
REFUSALS = {
    RefusalReason.NO_TIME: Bilingual(en="no time", vi="không có thời gian"),
    RefusalReason.OTHER_DUTY: Bilingual(en="another duty", vi="đang đảm nhận nhiệm vụ khác"),
    RefusalReason.OTHER_FIELD: Bilingual(en="not my field", vi="không đúng lĩnh vực"),
    RefusalReason.CONDITIONS: Bilingual(en="the conditions", vi="điều kiện làm việc"),
    RefusalReason.CONFLICT: Bilingual(en="a conflict of interest", vi="xung đột lợi ích"),
    RefusalReason.PERSONAL: Bilingual(en="personal reasons", vi="lý do cá nhân"),
}
FINDINGS = {
    Finding.MET: Bilingual(en="met", vi="đạt"),
    Finding.NOT_MET: Bilingual(en="not met", vi="không đạt"),
    Finding.MORE_NEEDED: Bilingual(en="more is needed", vi="cần bổ sung"),
}
RULE_RESULTS = {result.value: Bilingual(en=said[Language.EN], vi=said[Language.VI]) for result, said in phrases.RULE_RESULT.items()}
LEVEL_NAMES = {
    "must": Bilingual(en="required", vi="bắt buộc"),
    "nice": Bilingual(en="welcome", vi="ưu tiên"),
    "excluded": Bilingual(en="excluded", vi="loại trừ"),
    "ignored": Bilingual(en="leave out", vi="bỏ qua"),
}
NAMES: dict[str, Any] = {
    "states": STATES,
    "tracks": TRACKS,
    "statuses": STATUSES,
    "choice_names": CHOICES,
    "feedback_kinds": FEEDBACK_KINDS,
    "feedback_reasons": FEEDBACK_REASONS,
    "invitation_states": INVITATION_STATES,
    "refusals": REFUSALS,
    "findings": FINDINGS,
    "rule_results": {**RULE_RESULTS, **{code.value: name for code, name in FINDINGS.items()}},
    "evidence_kinds": KINDS,
    "verification_names": VERIFICATIONS,
}
"""The labels that the templates choose from, by the name under which they get them."""
