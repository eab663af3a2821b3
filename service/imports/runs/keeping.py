"""Keeps with a run what came of it: counts, notes, and every row that was refused."""

from sqlalchemy.engine import Engine

from models.database import WriteSession, writing
from models.imports import ImportRefusal, ImportRun, ImportStatus
from service.imports.contents import Unread
from service.imports.entering.batches import Outcome
from service.imports.faults import Fault, NoHeadings, Unreadable
from service.imports.runs.operations import end_run
from service.imports.runs.work import Work, locked
from service.kit.actor import Actor
from service.kit.languages import Bilingual
from service.kit.settings import utc_now

Refused = list[tuple[Fault, str | None]]
"""Faults, each with the person whom it is about, where the network knows the person."""


def keep_beginning(work: Work) -> None:
    """Keep what is known before anybody enters: the headings, what was left out, rows that are nobody's."""
    with writing(work.engine) as session:
        run = locked(session, work.run_id)
        if run.status is not ImportStatus.QUEUED:
            return
        run.status, run.started_at, run.total = ImportStatus.RUNNING, utc_now(), len(work.contents)
        run.notes = [note._asdict() for note in work.contents.notes]
        run.headings = [{"sheet": sheet, "headings": list(of)} for sheet, of in work.contents.headings]
        run.unknown = list(work.contents.unknown)
        keep_refused(session, work, run, [(fault, None) for fault in work.contents.faults])


def keep(session: WriteSession, work: Work, run: ImportRun, outcome: Outcome, refused: Refused) -> None:
    """Add what came of a batch to the run."""
    run.added += outcome.added
    run.changed += outcome.changed
    run.unchanged += outcome.unchanged
    if outcome.not_entered and not any(note["en"] == _NO_PAPER.en for note in run.notes):
        run.notes = [*run.notes, _NO_PAPER._asdict()]
    keep_refused(session, work, run, refused)


def all_refused(outcome: Outcome, unread: Unread) -> Refused:
    """Return the rows of a batch that could not be read or did not enter."""
    return [*((fault, None if place is None else outcome.people[place]) for place, fault in unread), *outcome.refused]


def keep_refused(session: WriteSession, work: Work, run: ImportRun, refused: Refused) -> None:
    """Keep refused rows with their words, so that they can be taken back, corrected and sent again."""
    run.refused += len(refused)
    session.add_all(
        ImportRefusal(
            run_id=run.id,
            expert_id=who,
            sheet=fault.table,
            row=fault.row,
            column=fault.column,
            message_vi=fault.message.vi,
            message_en=fault.message.en,
            cells=work.contents.cells(fault),
        )
        for fault, who in refused
    )


def keep_unread(engine: Engine, run_id: str, fault: Unreadable) -> None:
    """End the run of a file that cannot be read; where headings are not known, keep the likeliest ones, to be mapped."""
    with writing(engine) as session:
        run = locked(session, run_id)
        likely = fault.headings if isinstance(fault, NoHeadings) else {}
        run.headings = [{"sheet": sheet, "headings": list(of)} for sheet, of in likely.items()]
        run.unknown = list(dict.fromkeys(heading for of in likely.values() for heading in of))
        run.refused += 1
        session.add(ImportRefusal(run_id=run.id, row=0, message_vi=fault.message.vi, message_en=fault.message.en))
        end_run(run, ImportStatus.FAILED, Actor(run.created_by, utc_now()))


_NO_PAPER = Bilingual(
    "Some consents were not entered: one that was given on paper needs its day, the means and where the document is kept.",
    "Một số đồng ý chưa được ghi: đồng ý trên giấy phải có ngày, hình thức và nơi lưu văn bản.",
)
