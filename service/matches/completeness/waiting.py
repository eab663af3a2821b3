"""How many records lack something, with the way to whom to ask."""

from service.identity.access.policies import Operation
from service.identity.access.waiting import PendingTask, PendingTasksQuery, Waiting
from service.kit.languages import Bilingual
from service.kit.problems import Unavailable
from service.kit.texts import worded
from service.matches.completeness.queries import completeness, lacking
from service.matches.completeness.words import LACKS
from service.matches.recommendations.services import matching_of

MOST = 3
RECORDS = Bilingual(en="Records that lack something", vi="Hồ sơ còn thiếu")
COMPLETE = Bilingual(en="No record lacks anything.", vi="Không hồ sơ nào còn thiếu.")
WHOM_TO_ASK = Bilingual(en="Whom to ask for what", vi="Nên hỏi ai, về điều gì")


def incomplete(query: PendingTasksQuery) -> Waiting | None:
    """Return what most records lack."""
    if not query.may(Operation.READ_DRAFTS):
        return None
    try:
        view = completeness(lacking(query.session, matching_of(query.request).recommender))
    except Unavailable:
        return None  # nobody is read yet: nothing can be said of anybody
    lines = [
        PendingTask(_said(LACKS[one.lack], one.people), f"/completeness?lack={one.lack}") for one in view.lacking[:MOST] if not one.rule
    ]
    return Waiting(60, RECORDS, lines, COMPLETE, view.people - view.complete, ("/completeness", WHOM_TO_ASK))


def _said(lack: Bilingual, people: int) -> Bilingual:
    return worded(Bilingual(en=f"{lack.en}: {{people}}", vi=f"{lack.vi}: {{people}}"), people=people)
