"""Keeps with a run what came of it: counts, notes, and every row that was refused."""

from sqlalchemy.engine import Engine

from models.database import WriteSession, writing
from models.imports import ImportRefusal, ImportRun, ImportStatus
from service.imports.entering.batches import Outcome
from service.imports.faults import Fault, NoHeadings, Unreadable
from service.imports.gathering.people import Gathered
from service.imports.runs.operations import end_run
from service.imports.runs.work import Unread, Work, locked
from service.kit.acting import By
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
        run.status, run.started_at, run.total = ImportStatus.RUNNING, utc_now(), len(work.gathered.people)
        run.notes = [note._asdict() for note in work.file.notes]
        run.headings = [{"sheet": table.name, "headings": [column.heading for column in table.columns]} for table in work.file.tables]
        run.unknown = list(dict.fromkeys(heading for _, heading in work.file.unknown))
        keep_refused(session, work, run, [(fault, None) for fault in work.gathered.faults])


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
    cells = _Cells(work.gathered)
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
            cells=cells.of(fault),
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
        end_run(run, ImportStatus.FAILED, By(run.created_by, utc_now()))


class _Cells:
    """The words of refused rows, in the order of the headings."""

    def __init__(self, gathered: Gathered) -> None:
        self._tables = {table.name: table for table in gathered.tables}

    def of(self, fault: Fault) -> list[str]:
        table = self._tables.get(fault.table)
        at = table.place_of(fault.row) if table else None
        if table is None or at is None:
            return []
        cells = table.cells(at)
        return [cells[column.at] if column.at < len(cells) else "" for column in table.columns]


_NO_PAPER = Bilingual(
    "Some consents were not entered: one that was given on paper needs its day, the means and where the document is kept.",
    "Một số đồng ý chưa được ghi: đồng ý trên giấy phải có ngày, hình thức và nơi lưu văn bản.",
)
