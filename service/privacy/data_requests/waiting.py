"""The legal clocks that run: requests about people's data, and breaches that are not notified."""

from models.data_requests import DataRequest
from service.identity.access.naming import people_named
from service.identity.access.policies import Operation, may_with_all
from service.identity.access.visibility import visible_requests
from service.identity.access.waiting import MOST_LINES, PendingTask, PendingTasksQuery, Waiting
from service.kit.calendar import local_day
from service.kit.languages import Bilingual
from service.privacy.data_requests.queries import is_overdue, open_visible_requests
from service.privacy.data_requests.words import WISHES
from service.privacy.incidents.operations import open_incidents

CLOCKS = Bilingual(en="Deadlines set by law", vi="Thời hạn theo luật")
NO_CLOCKS = Bilingual(
    en="No deadline is running: nobody waits for an answer about their data.",
    vi="Không có thời hạn nào đang tính.",
)
MINE = Bilingual(en="Your requests about your data", vi="Yêu cầu của bạn về dữ liệu cá nhân")
NONE_OF_MINE = Bilingual(en="You have asked for nothing.", vi="Bạn chưa có yêu cầu nào.")
BREACH = Bilingual(en="Breach to be notified", vi="Sự cố dữ liệu phải thông báo")


def clocks(query: PendingTasksQuery) -> Waiting | None:
    """Return the open requests, the one due first first, after the breaches that are to be notified."""
    if may_with_all(query.viewer, Operation.READ_DUTIES) is not True:
        return None
    found = open_visible_requests(query.session, visible_requests(query.viewer))
    breaches = open_incidents(query.session)
    lines = [PendingTask(BREACH, due=(day := local_day(one.notify_by)), late=day < query.today) for one in breaches]
    names = people_named(query.session, query.viewer, [one.expert_id for one in found])
    lines += [_line(one, query, names.get(one.expert_id or "")) for one in found]
    late = sum(line.late for line in lines)
    overdue = Bilingual(en="overdue", vi="đã quá hạn")
    return Waiting(30, CLOCKS, lines[:MOST_LINES], NO_CLOCKS, len(lines), figures=[(overdue, late)] if late else [])


def my_requests(query: PendingTasksQuery) -> Waiting | None:
    """Return the open requests of the viewer about their own data."""
    if query.viewer.expert_id is None or may_with_all(query.viewer, Operation.READ_REQUESTS) is True:
        return None
    found = open_visible_requests(query.session, visible_requests(query.viewer))
    return Waiting(50, MINE, [_line(one, query) for one in found], NONE_OF_MINE, len(found))


def _line(one: DataRequest, query: PendingTasksQuery, name: str | None = None) -> PendingTask:
    what = WISHES[one.kind]
    who = f"{name} " if name else ""
    path = f"/data-requests/{one.id}" if may_with_all(query.viewer, Operation.READ_REQUESTS) is True else f"/profile/requests#{one.id}"
    return PendingTask(Bilingual(en=f"{who}{what.en}", vi=f"{who}{what.vi}"), path, due=one.due_on, late=is_overdue(one, query.today))
