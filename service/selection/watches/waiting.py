"""The roles that are watched because nobody fitted them, for whoever drafts lists."""

from service.identity.access.policies import Operation
from service.identity.access.waiting import MOST_LINES, PendingTask, PendingTasksQuery, Waiting
from service.kit.calendar import local_day
from service.kit.languages import Bilingual
from service.selection.watches.queries import open_watches

WATCHED = Bilingual(en="Watched roles", vi="Vai trò đang theo dõi")
NOT_WATCHED = Bilingual(
    en="No role is watched: watching is for a role that nobody fits yet.",
    vi="Chưa theo dõi vai trò nào; nên theo dõi vai trò chưa có ai phù hợp.",
)
ALL_WATCHES = Bilingual(en="Who has come to fit them", vi="Xem ai mới phù hợp")


def watches(query: PendingTasksQuery) -> Waiting | None:
    """Return what is watched, the oldest first."""
    if not query.may(Operation.EDIT_DRAFTS):
        return None
    found = open_watches(query.session, query.viewer)
    lines = [PendingTask(subject.name, "/watches", since=local_day(watch.opened_at)) for watch, subject in found[:MOST_LINES]]
    return Waiting(25, WATCHED, lines, NOT_WATCHED, len(found), ("/watches", ALL_WATCHES))
