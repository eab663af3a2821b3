"""The dossier of a shortlist, signed or not: what the page of the list says, for a council."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from models.shortlists import Shortlist
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import find_subject
from service.identity.access.naming import account_names
from service.kit.languages import Bilingual
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Table, said
from service.selection.dossiers.frame import Basis, DossierFrame, DossierSubject, dossier
from service.selection.dossiers.people import NUMBERS, columns, invented, leaf, row_of
from service.selection.drafts.queries import shown
from service.selection.drafts.schemas import EntryView, FindingView, ShortlistView
from service.selection.drafts.views import shortlist_view
from service.selection.words import CHOICES, FINDINGS, STATUSES


def of_shortlist(session: Session, frame: DossierFrame, shortlist: Shortlist) -> Dossier:
    """Return the dossier of ``shortlist``: a table for each role, a page for everybody who is listed."""
    view = shortlist_view(shown(session, shortlist))
    answers = view.head["answers"]
    asked, model = view.head["asked"], answers[0]["model"]
    subject = find_subject(session, SubjectKind(asked["subject_kind"]), asked["subject"])
    about = DossierSubject(
        shortlist.id,
        words.SHORTLIST,
        f"{subject.id} {subject.name.in_language(frame.language)}",
        Basis(
            model["rule_set"], model["weights"], ", ".join(said(one["role"], frame.language) for one in answers), model["selection_date"]
        ),
        f"/shortlists/{shortlist.id}/verification" if view.fingerprint else f"/shortlists/{shortlist.id}",
        invented(entry.snapshot for entry in view.entries if entry.snapshot),
        view.fingerprint or "",
    )
    signers = [said(name, frame.language) for name in signer_names(session, view)]
    return dossier(
        frame, about, _head(frame, view, signers), [_table(frame, view, answer) for answer in answers], _leaves(session, frame, view)
    )


def listed_people(session: Session, shortlist: Shortlist) -> list[str]:
    """Return whose data the dossier hands out."""
    entries = shortlist_view(shown(session, shortlist)).entries
    return sorted({entry.expert_id for entry in entries if entry.expert_id})


def signer_names(session: Session, view: ShortlistView) -> list[Bilingual]:
    """Return who signed, by name, in the order in which they signed."""
    signers = [signer for signer in (view.signed_by, view.second_by) if signer]
    names = account_names(session, signers)
    return [names[signer] for signer in signers]


def _head(frame: DossierFrame, view: ShortlistView, signers: Sequence[str]) -> list[tuple[str, str | None]]:
    asked = view.head["asked"]
    signed = f"{', '.join(signers)}, {frame.day(view.signed_at.date())}" if view.signed_at else None
    said_of = [(said(one["role"], frame.language), said(one["verdict"]["reason"], frame.language)) for one in view.head["answers"]]
    verdicts = "\n".join(f"{role}: {verdict}" for role, verdict in said_of)
    return [
        (frame.say(words.STATUS), frame.say(STATUSES[view.status])),
        (frame.say(words.SEATS), str(asked["seats"]) if "seats" in asked else None),
        (frame.say(words.VERDICT), verdicts),
        (frame.say(words.SIGNED), signed),
        (frame.say(words.REASON_OF_SIGNING), view.sign_reason),
    ]


def _table(frame: DossierFrame, view: ShortlistView, answer: dict[str, Any]) -> Table:
    of_role = [entry for entry in view.entries if entry.role == answer["role"]["code"]]
    rows = [_row(frame, entry) for entry in of_role if entry.position is not None or entry.snapshot is not None]
    return Table(said(answer["role"], frame.language), columns(frame), tuple(rows), NUMBERS)


def _row(frame: DossierFrame, entry: EntryView) -> tuple[str, ...]:
    place = str(entry.position) if entry.position is not None else frame.say(words.EXCLUDED)
    if entry.snapshot is None:
        return (place, frame.say(words.ERASED), *[""] * (len(columns(frame)) - 2))
    return row_of(frame, place, entry.snapshot, len(entry.open_rules) + len(entry.not_shown))


def _leaves(session: Session, frame: DossierFrame, view: ShortlistView) -> list[Leaf]:
    roles = {answer["role"]["code"]: said(answer["role"], frame.language) for answer in view.head["answers"]}
    return [
        leaf(session, frame, str(entry.position), roles[entry.role], entry.snapshot, _findings(frame, entry), _decisions(frame, entry))
        for entry in view.entries
        if entry.snapshot is not None and entry.position is not None
    ]


def _findings(frame: DossierFrame, entry: EntryView) -> dict[str, str]:
    return {one.rule_id: _finding(frame, one) for one in entry.findings}


def _finding(frame: DossierFrame, one: FindingView) -> str:
    found = f"{frame.say(FINDINGS[one.finding])}, {frame.day(one.on_day)}: {one.reason}"
    return f"{found} [{one.document}]" if one.document else found


def _decisions(frame: DossierFrame, entry: EntryView) -> list[str]:
    return [f"{frame.say(CHOICES[one.kind])}: {one.reason}" for one in entry.choices]
