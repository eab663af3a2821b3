"""Whom the records of a batch mean in the database: found by key, ORCID iD and e-mail address, with few questions for all of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Consent, Evidence, Expert, ImportedPerson, Willingness
from service.imports.faults import CellFault
from service.imports.gathering.names import agree
from service.imports.records import ImportedRecord
from service.kit.languages import Bilingual
from service.people.organisations.queries import same_name


@dataclass(frozen=True)
class KnownPeople:
    """The people whom a batch can mean; ``by`` leads from ("key" | "orcid" | "email" | "id", value) to their ids."""

    by: Mapping[tuple[str, str], set[str]]
    experts: Mapping[str, Expert]
    imported: Mapping[str, ImportedPerson]
    evidence: Mapping[str, Sequence[Evidence]]
    willing: Mapping[str, Mapping[str, bool]]
    consents: Mapping[str, set[str]]

    def whom(self, record: ImportedRecord) -> str | None:
        """Return the id of the person whom ``record`` means, None for somebody new.

        Raises ``CellFault`` where its names lead to different people, where the name shows that it is somebody else, and for a record
        that has no name and means nobody.
        """
        found = {field: self.by.get(name, set()) for field, name in names_of(record).items()}
        ids = sorted(set[str]().union(*found.values()))
        if len(ids) > 1:
            who = ", ".join(ids)
            raise CellFault(
                next(field for field, of in found.items() if of),
                Bilingual(
                    f"Key, ORCID iD and e-mail address belong to different records ({who}): correct it, or bring the records together.",
                    f"Mã, ORCID, email thuộc nhiều hồ sơ ({who}): hãy sửa dòng này hoặc gộp các hồ sơ.",
                ),
            )
        if not ids and record.known:
            raise CellFault(next(iter(found), "display_name"), _NOBODY if found else _NO_NAME)
        if ids:
            self._check_name(record, ids[0], [field for field, of in found.items() if of])
        return ids[0] if ids else None

    def _check_name(self, record: ImportedRecord, expert_id: str, by: Sequence[str]) -> None:
        name, expert = record.fields.get("display_name", ""), self.experts[expert_id]
        if "orcid" in by or not name or any(agree(name, other) for other in (expert.display_name, *expert.aliases)):
            return
        raise CellFault(
            by[0],
            Bilingual(
                f"It belongs to {expert_id}, whose name is another one: correct it, or name the file's source if its keys are its own.",
                f"Giá trị này thuộc {expert_id}, người có tên khác: hãy sửa dòng, hoặc ghi rõ nguồn của tệp nếu mã chỉ dùng trong đó.",
            ),
        )


def names_of(record: ImportedRecord) -> dict[str, tuple[str, str]]:
    """Return by field how ``record`` names its person; the name itself only where there is nothing else."""
    found = {"key": ("key", record.key), "orcid": ("orcid", record.fields.get("orcid") or "")}
    found["email"] = ("email", str(record.fields.get("email") or "").lower())
    said = {field: name for field, name in found.items() if name[1]}
    name = record.fields.get("display_name")
    return said or ({"display_name": ("key", key_of_name(name))} if name else {})


def key_of_name(name: str) -> str:
    """Return the key under which somebody is kept whose source gives neither key nor identifier."""
    return f"={same_name(name)}"


def look_up(session: Session, records: Sequence[ImportedRecord], source: str) -> KnownPeople:
    """Return whom ``records`` of ``source`` can mean."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for field, value in names_of(record).values():
            wanted[field].add(value)
    by = _ids(session, wanted, source)
    ids = set[str]().union(*by.values()) if by else set()
    if not ids:
        return KnownPeople(by, {}, {}, {}, {}, {})
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for item in session.scalars(sa.select(Evidence).where(col(Evidence.expert_id).in_(ids)).order_by(col(Evidence.id))):
        evidence[item.expert_id].append(item)
    willing: dict[str, dict[str, bool]] = defaultdict(dict)
    for word in session.scalars(sa.select(Willingness).where(col(Willingness.expert_id).in_(ids))):
        willing[word.expert_id][word.role.value] = word.willing
    given: dict[str, set[str]] = defaultdict(set)
    for consent in session.scalars(sa.select(Consent).where(col(Consent.expert_id).in_(ids))):
        given[consent.expert_id].add(consent.purpose.value)  # one that was withdrawn too: a file does not give it again
    imported = sa.select(ImportedPerson).where(col(ImportedPerson.expert_id).in_(ids), col(ImportedPerson.source) == source)
    return KnownPeople(
        by,
        {expert.id: expert for expert in session.scalars(sa.select(Expert).where(col(Expert.id).in_(ids)))},
        {kept.expert_id: kept for kept in session.scalars(imported)},
        evidence,
        willing,
        given,
    )


def _ids(session: Session, wanted: Mapping[str, set[str]], source: str) -> dict[tuple[str, str], set[str]]:
    """Return the ids by each name that is somebody's; a key that is nobody's in ``source`` can be the id of a record itself."""
    email = sa.func.lower(col(Expert.email))
    person = sa.func.coalesce(col(Expert.merged_into), col(Expert.id))  # what a merged record is known by belongs to the kept one
    ways: Iterable[tuple[str, Any]] = (
        ("key", sa.select(col(ImportedPerson.key), person).join(Expert, col(Expert.id) == col(ImportedPerson.expert_id)).where(
            col(ImportedPerson.source) == source, col(ImportedPerson.key).in_(wanted["key"]))),
        ("orcid", sa.select(col(Expert.orcid), person).where(col(Expert.orcid).in_(wanted["orcid"]))),
        ("email", sa.select(email, person).where(email.in_(wanted["email"]))),
    )  # fmt: skip
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for field, statement in ways:
        for value, expert_id in session.execute(statement) if wanted[field] else ():
            found[field, value].add(expert_id)
    own = [key for key in wanted["key"] if ("key", key) not in found]
    for expert_id in session.scalars(sa.select(col(Expert.id)).where(col(Expert.id).in_(own))) if own else ():
        found["key", expert_id].add(expert_id)
    return found


_NOBODY = Bilingual(
    "There is no name, and this belongs to nobody in the file or in the network, or the row of that person was refused: fill in the name,"
    " bring in the person first, or correct it.",
    "Thiếu họ tên, và giá trị này không ứng với ai trong tệp hay trong mạng lưới, hoặc dòng của người đó đã bị từ chối: hãy điền họ tên,"
    " nhập người đó trước, hoặc sửa lại.",
)
_NO_NAME = Bilingual("The name is missing: fill it in.", "Thiếu họ tên: hãy điền vào.")
