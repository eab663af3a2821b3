"""Writes the letter that is due, in the person's language; it is stored nowhere."""

from dataclasses import dataclass
from datetime import date, timedelta

from models.vocabulary import Language
from service.kit.calendar import local_day
from service.kit.local_forms import day_in
from service.kit.settings import Settings
from service.privacy.notices.queries import NoticeState, Undecided
from service.privacy.notices.texts import NOTICE, WARNING
from service.selection.messages.operations import language_of, rights_in


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one person."""

    language: Language
    subject: str
    body: str


def letter_to(person: Undecided, today: date, settings: Settings) -> Letter:
    """Return the first letter, or the warning once that is due; the first one counts its days from ``today``."""
    language = language_of(person.expert)
    state = person.state(today)
    texts = NOTICE if state in {NoticeState.TO_TELL, NoticeState.TOLD} else WARNING
    erase_after = person.notice.erase_after if person.notice else today + timedelta(days=settings.notice_days)
    values = {
        "name": person.expert.display_name,
        "source": person.imported.source,
        "imported_on": day_in(language, local_day(person.imported.imported_at)),
        "erase_after": day_in(language, erase_after),
        "rights": rights_in(language, settings),
        "link": f"{settings.base_url}/profile",
    }
    template = texts[language]
    return Letter(language, template.subject.format(**values), template.body.format(**values))
