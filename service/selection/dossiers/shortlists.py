"""The dossier of a shortlist, signed or not: what the page of the list says, for a council."""

from typing import Any

from sqlmodel import Session, col

from models.selection import SelectionRequest
from models.shortlists import Shortlist
from models.vocabulary.selection import Finding, ShortlistStatus
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import find_subject
from service.identity.access.naming import account_names
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import told_selections
from service.kit.calendar import local_day
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Table, said
from service.selection.dossiers.frame import Basis, DossierFrame, DossierSubject, dossier
from service.selection.dossiers.people import FIT, NUMBERS, columns, invented, leaf, row_of
from service.selection.drafts.queries import shown
from service.selection.drafts.schemas import ChoiceView, EntryView, FindingView, ShortlistView
from service.selection.drafts.views import shortlist_view
from service.selection.words import CHOICES, FINDINGS, STATUSES


def of_shortlist(session: Session, frame: DossierFrame, shortlist: Shortlist) -> Dossier:
    """Return the dossier of ``shortlist``: a table for each role, a page for everybody who is listed."""
    view = shortlist_view(shown(session, shortlist))
    answers = view.head["answers"]
    asked, model = view.head["asked"], answers[0]["model"]
    subject = find_subject(session, SubjectKind(asked["subject_kind"]), asked["subject"])
    about = DossierSubject(
        (subject.name.in_language(frame.language), *(said(answer["role"], frame.language) for answer in answers)),
        words.SHORTLIST if shortlist.status is ShortlistStatus.SIGNED else words.DRAFT,
        f"{subject.id} {subject.name.in_language(frame.language)}",
        Basis(
            model["rule_set"], model["weights"], ", ".join(said(one["role"], frame.language) for one in answers), model["selection_date"]
        ),
        _checked_at(session, view),
        invented(entry.snapshot for entry in view.entries if entry.snapshot),
        view.fingerprint or "",
        local_day(view.signed_at) if view.signed_at else None,
        words.SEAL if view.fingerprint else words.CONTENT_SEAL,
    )
    tables = [*(_table(frame, view, answer) for answer in answers), *_decided(session, frame, view)]
    return dossier(frame, about, _head(session, frame, view), tables, _leaves(session, frame, view))


def _checked_at(session: Session, view: ShortlistView) -> str:
    """Return where the dossier is checked: by its fingerprint, without an account, once it is signed and nothing about it is restricted."""
    if view.status is ShortlistStatus.SIGNED:
        open_to_all = told_selections(Viewer()).where(col(SelectionRequest.id) == view.request_id)
        if session.scalar(open_to_all) is not None:
            return f"/verify?code={view.fingerprint}"
    return f"/shortlists/{view.id}/verification" if view.fingerprint else f"/shortlists/{view.id}"


def listed_people(session: Session, shortlist: Shortlist) -> list[str]:
    """Return whose data the dossier hands out."""
    entries = shortlist_view(shown(session, shortlist)).entries
    return sorted({entry.expert_id for entry in entries if entry.expert_id})


def _head(session: Session, frame: DossierFrame, view: ShortlistView) -> list[tuple[str, str | None]]:
    asked = view.head["asked"]
    said_of = [(said(one["role"], frame.language), said(one["verdict"]["reason"], frame.language)) for one in view.head["answers"]]
    verdicts = "\n".join(f"{role}: {verdict}" for role, verdict in said_of)
    return [
        (frame.say(words.STATUS), frame.say(STATUSES[view.status])),
        (frame.say(words.SEATS), str(asked["seats"]) if "seats" in asked else None),
        (frame.say(words.VERDICT), verdicts),
        (frame.say(words.TO_TAKE_OFF), ", ".join(_to_take_off(view))),
        (frame.say(words.SIGNED), _signed(session, frame, view)),
        (frame.say(words.REASON_OF_SIGNING), view.sign_reason),
    ]


def _to_take_off(view: ShortlistView) -> list[str]:
    """Return who stands on the list and was found not to meet a condition: such a list is not signed."""
    failed = (entry for entry in view.entries if entry.position is not None and entry.failed_rules)
    return [entry.snapshot["expert"]["display_name"] for entry in failed if entry.snapshot]


def _signed(session: Session, frame: DossierFrame, view: ShortlistView) -> str:
    """Return who signed on which day, by name, one line each."""
    signatures = [(by, at) for by, at in ((view.signed_by, view.signed_at), (view.second_by, view.second_at)) if by and at]
    names = account_names(session, [by for by, _ in signatures])
    return "\n".join(f"{names[by].in_language(frame.language)}, {frame.day(local_day(at))}" for by, at in signatures)


def _table(frame: DossierFrame, view: ShortlistView, answer: dict[str, Any]) -> Table:
    of_role = [entry for entry in view.entries if entry.role == answer["role"]["code"]]
    rows = [_row(frame, entry) for entry in of_role if entry.position is not None or entry.snapshot is not None]
    return Table(said(answer["role"], frame.language), columns(frame), tuple(rows), NUMBERS)


def _row(frame: DossierFrame, entry: EntryView) -> tuple[str, ...]:
    place = str(entry.position) if entry.position is not None else "–"
    if entry.snapshot is None:
        return (place, frame.say(words.ERASED), *[""] * (len(columns(frame)) - 2))
    row = row_of(frame, place, entry.snapshot, len(entry.open_rules) + len(entry.not_shown))
    fit = f"× {_failed(frame, entry)}" if entry.failed_rules else row[FIT]
    return (*row[:FIT], fit if entry.position is not None else f"{fit}; {frame.say(words.EXCLUDED)}", *row[FIT + 1 :])


def _failed(frame: DossierFrame, entry: EntryView) -> str:
    """Return of somebody which conditions were found not met."""
    labels = {rule["rule"]: said(rule["label"], frame.language) for rule in (entry.snapshot or {"rules": []})["rules"]}
    return f"{frame.say(FINDINGS[Finding.NOT_MET])}: {'; '.join(labels.get(rule, rule) for rule in entry.failed_rules)}"


def _decided(session: Session, frame: DossierFrame, view: ShortlistView) -> list[Table]:
    """Return what people decided about the list and why, or nothing where it is as the comparison left it."""
    roles = {answer["role"]["code"]: said(answer["role"], frame.language) for answer in view.head["answers"]}
    made = [(entry, entry.snapshot, choice) for entry in view.entries if entry.snapshot for choice in entry.choices]
    names = account_names(session, [choice.made_by for _, _, choice in made])
    rows = tuple(
        (
            snapshot["expert"]["display_name"],
            roles[entry.role],
            _choice(frame, choice),
            choice.reason,
            f"{names[choice.made_by].in_language(frame.language)}, {frame.day(local_day(choice.made_at))}",
        )
        for entry, snapshot, choice in made
    )
    heads = (words.NAME, words.ROLE, words.DECISION, words.REASON, words.DECIDED_BY)
    return [Table(frame.say(words.DECISIONS), tuple(frame.say(head) for head in heads), rows)] if rows else []


def _choice(frame: DossierFrame, choice: ChoiceView) -> str:
    kind = frame.say(CHOICES[choice.kind])
    return kind if choice.place is None else f"{kind} ({frame.say(words.PLACE)} {choice.place})"


def _leaves(session: Session, frame: DossierFrame, view: ShortlistView) -> list[Leaf]:
    roles = {answer["role"]["code"]: said(answer["role"], frame.language) for answer in view.head["answers"]}
    return [
        leaf(session, frame, str(entry.position), roles[entry.role], entry.snapshot, _findings(frame, entry))
        for entry in view.entries
        if entry.snapshot is not None and entry.position is not None
    ]


def _findings(frame: DossierFrame, entry: EntryView) -> dict[str, str]:
    return {one.rule_id: _finding(frame, one) for one in entry.findings}


def _finding(frame: DossierFrame, one: FindingView) -> str:
    found = f"{frame.say(FINDINGS[one.finding])}, {frame.day(one.on_day)}: {one.reason}"
    return f"{found} [{one.document}]" if one.document else found
