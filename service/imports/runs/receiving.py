"""Takes a file with what is to be done with it, as the API and the page send it."""

import hashlib
import json
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, File, Form, UploadFile
from pydantic import TypeAdapter, ValidationError

from models.database import WriteSession
from models.imports import ImportMode, ImportRun
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import Viewer
from service.imports.mappings.operations import check_columns
from service.imports.mappings.queries import find_mapping
from service.imports.runs.formats import MOST_FILES, ImportFormat, one_of
from service.imports.runs.operations import DEFAULT_SOURCE, ImportOrder, start_run
from service.imports.runs.schemas import ImportRequest
from service.kit.actor import Actor
from service.kit.problems import Invalid
from service.kit.validation import validated

_COLUMNS = TypeAdapter(dict[str, str])
_FILES = "CSV, XLSX, JSON, or a record of ORCID or OpenAlex; several of a registry, such as an author with pages of works"


@dataclass(frozen=True)
class UploadedFile:
    """A file with what is to be done with it."""

    asked: ImportRequest
    content: bytes


def sent(
    file: Annotated[list[UploadFile], File(min_length=1, max_length=MOST_FILES, description=_FILES)],
    mode: Annotated[ImportMode, Form(description="`rows`: good rows enter; `one`: nobody enters if a row is refused")] = ImportMode.ROWS,
    dry_run: Annotated[bool, Form(description="Say what would be done, and do nothing")] = False,
    source: Annotated[str, Form(description="Where the file is from: keys are those of this source")] = DEFAULT_SOURCE,
    mapping: Annotated[str, Form(description="Name of a saved mapping of headings")] = "",
    format: Annotated[ImportFormat | None, Form(description="Format of the file; left open, its bytes say it")] = None,  # noqa: A002 - its name in the form
    columns: Annotated[str, Form(description='Headings and their fields as JSON, such as {"Mã GV": "key"}')] = "",
) -> UploadedFile:
    """Return what a form sent; raises the error of a wrong request."""
    content = one_of([each.file.read() for each in file])
    name = (file[0].filename or "").rpartition("/")[2].rpartition("\\")[2]
    asked = {
        "file_name": "".join(letter for letter in name if letter.isprintable())[-200:] or "file",
        "sha256": hashlib.sha256(content).hexdigest(),
        "mode": mode,
        "dry_run": dry_run,
        "source": source.strip() or DEFAULT_SOURCE,
        "mapping": mapping or None,
        "format": format,
        "columns": _columns(columns),
    }
    return UploadedFile(validated(ImportRequest, asked), content)


SentFile = Annotated[UploadedFile, Depends(sent)]


def receive(session: WriteSession, viewer: Viewer, by: Actor, uploaded: UploadedFile) -> ImportRun:
    """Start the run of a file; raises ``NotFound`` for a mapping that is not there, and ``Invalid``."""
    asked = uploaded.asked
    check_columns(asked.columns)
    saved = find_mapping(session, asked.mapping).columns if asked.mapping else {}
    wanted = ImportOrder(
        asked.file_name,
        uploaded.content,
        asked.mode,
        dry_run=asked.dry_run,
        source=asked.source,
        mapping={**saved, **asked.columns},
        vouched=may(viewer, Operation.VOUCH) is True,
        file_format=asked.format,
    )
    return start_run(session, by, wanted)


def _columns(text: str) -> dict[str, str]:
    if not text.strip():
        return {}
    try:
        return _COLUMNS.validate_python(json.loads(text))
    except (ValueError, ValidationError, RecursionError):
        raise Invalid.field("columns", en='must be JSON such as {"Mã GV": "key"}', vi='phải là JSON, ví dụ {"Mã GV": "key"}') from None
