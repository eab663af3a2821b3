"""Which organisation a name in a file means: known ones by any name, spelled with or without accents or with usual short forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import sqlalchemy as sa
from sqlmodel import Session, col

from models.database import WriteSession
from models.projects import Organisation
from models.search_key import folded, search_words
from service.kit.actor import Actor
from service.people.organisations.operations import create_organisation
from service.people.organisations.queries import names_of, same_name
from service.people.organisations.schemas import OrganisationCreate

_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")
_SHORT = {
    "dh": "dai hoc", "dhqg": "dai hoc quoc gia", "hv": "vien", "tt": "trung tam", "cty": "cong ty", "ct": "cong ty", "cp": "co phan",
    "tnhh mtv": "tnhh mot thanh vien", "mtv": "mot thanh vien", "hn": "ha noi", "hcm": "ho chi minh", "tphcm": "ho chi minh",
    "hcmc": "ho chi minh", "tp": "", "thanh": "thanh", "vn": "viet nam", "vietnam": "viet nam", "kh": "khoa hoc", "cn": "cong nghe",
    "khcn": "khoa hoc cong nghe", "bk": "bach khoa", "univ": "university", "inst": "institute", "tech": "technology", "ltd": "limited",
    "corp": "corporation", "co": "company", "dept": "department", "natl": "national", "intl": "international", "and": "", "va": "",
    "the": "", "of": "", "tap doan": "tap doan", "vhl": "vien han lam", "qg": "quoc gia",
}  # fmt: skip
_IN_FRONT = ("truong ",)


class Organisations:
    """The known organisations by what their names come down to; ``find`` may add one, in the caller's transaction."""

    def __init__(self, session: Session) -> None:
        self._by_form: dict[str, set[str]] = defaultdict(set)
        self._found: dict[str, str | None] = {}  # by the name as it is written, since the last one was learnt
        for row in session.scalars(sa.select(Organisation)):
            self._learn(row.id, names_of(row))
        session.expire_all()

    def find(self, session: WriteSession, by: Actor, name: str) -> str:
        """Return the id of the organisation that ``name`` means; one that nobody knows is added, under the name as it is written."""
        found = self.known(name)
        if found is None:
            found = create_organisation(session, by, OrganisationCreate(name=name)).id
            self._learn(found, [name])
        return found

    def known(self, name: str) -> str | None:
        """Return the id of the one organisation that ``name`` means, or None; a spelling that fits several means none of them."""
        if name not in self._found:
            several = (self._by_form.get(form, set()) for form in _forms(name))
            self._found[name] = next((next(iter(ids)) for ids in several if len(ids) == 1), None)
        return self._found[name]

    def _learn(self, identifier: str, names: Iterable[str]) -> None:
        self._found.clear()  # a spelling that fits several means none of them
        for form in (form for name in names for form in _forms(name)):
            self._by_form[form].add(identifier)


def _forms(name: str) -> Iterator[str]:
    """Yield what a name comes down to, the surest first: as written, spelled out without accents, without brackets, in brackets."""
    yield f"={same_name(name)}"
    yield _spelled_out(name)
    within = _BRACKETS.findall(name)
    if within:
        yield _spelled_out(_BRACKETS.sub(" ", name))
        yield from (_spelled_out(each) for each in within if len(each) > 1)


def _spelled_out(name: str) -> str:
    words = [folded(word) for word in search_words(name)]
    plain = " ".join(filter(None, (_SHORT.get(word, word) for word in words)))
    for start in _IN_FRONT:
        plain = plain.removeprefix(start)
    return plain or " ".join(words)


def organisation_names(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """Return the name of each organisation by its id."""
    rows = session.execute(sa.select(col(Organisation.id), col(Organisation.name)).where(col(Organisation.id).in_(list(ids))))
    return {row.id: row.name for row in rows}
