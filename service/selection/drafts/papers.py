"""Papers that come with a form: of findings, kept with each person who is judged by them, and of a person who answers a question."""

from collections.abc import Iterable

from fastapi import UploadFile
from starlette.datastructures import FormData
from starlette.datastructures import UploadFile as Sent

from models.database import WriteSession
from models.selection import SelectionRequest
from models.vocabulary.documents import DocumentPurpose
from service.kit.actor import Actor
from service.kit.problems import Invalid
from service.kit.settings import Settings
from service.people.documents import operations
from service.people.documents.guards import check_sent
from service.people.documents.schemas import DocumentForm
from service.selection.requests.context import SelectionContext

PAPER = "paper"
MOST_PEOPLE = 10


def keep_paper(context: SelectionContext, asked: SelectionRequest, form: FormData, people: Iterable[str]) -> dict[str, str]:
    """Keep the file of the form for each of ``people`` and return its id for each; nothing where no file was sent.

    Raises ``Invalid`` for a file of no known kind or for too many people, ``TooLarge``, and ``Forbidden`` to who may not judge them.
    """
    upload = _uploaded(form)
    if upload is None:
        return {}
    wanted = sorted(set(people))
    if len(wanted) > MOST_PEOPLE:
        raise Invalid.field(
            PAPER,
            en=f"is kept with each person: tick at most {MOST_PEOPLE} people for one paper",
            vi=f"được lưu cùng từng người: mỗi lần chỉ đánh dấu tối đa {MOST_PEOPLE} người cho một tài liệu",
        )
    read = DocumentForm(file=upload, purpose=DocumentPurpose.FINDING, request_id=asked.id)
    fields, content = operations.read_sent(read, context.settings)
    found = {}
    for expert_id in wanted:
        check_sent(context.session, context.viewer, expert_id, fields)
        found[expert_id] = operations.add_document(context.session, context.by, expert_id, fields, content, context.settings.cv_days).id
    return found


def keep_own_paper(session: WriteSession, by: Actor, expert_id: str, form: FormData, settings: Settings) -> str:
    """Keep the file by which a person answers a question among the own documents and return its name; empty where none was sent.

    Raises ``Invalid`` for a file of no known kind, and ``TooLarge``.
    """
    upload = _uploaded(form)
    if upload is None:
        return ""
    read = DocumentForm(file=upload, purpose=DocumentPurpose.EVIDENCE)
    fields, content = operations.read_sent(read, settings)
    return operations.add_document(session, by, expert_id, fields, content, settings.cv_days).name


def _uploaded(form: FormData) -> UploadFile | None:
    sent = form.get(PAPER)
    if not isinstance(sent, Sent) or not sent.filename:
        return None
    return UploadFile(sent.file, size=sent.size, filename=sent.filename, headers=sent.headers)
