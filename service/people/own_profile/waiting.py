"""What of one's own profile waits for an expert: questions to answer, and what the profile still lacks."""

from models.experts import Expert
from service.identity.access.waiting import PendingTask, PendingTasksQuery, Waiting
from service.kit.calendar import local_day
from service.kit.languages import Bilingual
from service.people.hooks import questions_to
from service.people.profiles.completeness import STEPS, completeness_of

ASKED = Bilingual(en="Asked of you", vi="Đề nghị bạn bổ sung")
NOT_ASKED = Bilingual(en="Nobody waits for evidence from you.", vi="Không có đề nghị bổ sung minh chứng nào.")
ANSWER = Bilingual(en="Show an item of evidence, or say why there is none", vi="Bổ sung minh chứng hoặc nêu lý do chưa có")
CONDITION = Bilingual(en="a condition of the role", vi="một điều kiện của vai trò")
PROFILE = Bilingual(en="Your profile", vi="Hồ sơ của bạn")
COMPLETE = Bilingual(en="Your profile says everything that is asked.", vi="Hồ sơ của bạn đã đủ các nội dung cần khai.")
OPEN_PROFILE = Bilingual(en="Open my profile", vi="Mở hồ sơ của tôi")
DONE, OF = Bilingual(en="steps done", vi="nội dung đã có"), Bilingual(en="steps in all", vi="tổng số nội dung")


def questions(query: PendingTasksQuery) -> Waiting | None:
    """Return the open questions to the viewer's own profile."""
    if query.viewer.expert_id is None:
        return None
    found = [one for several in questions_to(query.session, query.viewer.expert_id) for one in several if one.task.done_at is None]
    lines = [
        PendingTask(
            Bilingual(en=(one.rule or CONDITION).en, vi=(one.rule or CONDITION).vi),
            f"/profile#task-{one.task.id}",
            ANSWER,
            since=local_day(one.task.asked_at),
        )
        for one in found
    ]
    return Waiting(15, ASKED, lines, NOT_ASKED, len(lines))


def what_is_missing(query: PendingTasksQuery) -> Waiting | None:
    """Return what the viewer's own profile lacks."""
    expert = query.session.get(Expert, query.viewer.expert_id) if query.viewer.expert_id else None
    if expert is None:
        return None
    found = completeness_of(query.session, expert)
    lines = [PendingTask(STEPS[key], "/profile") for key in found.missing]
    return Waiting(20, PROFILE, lines, COMPLETE, None, ("/profile", OPEN_PROFILE), [(DONE, len(found.done)), (OF, len(STEPS))])
