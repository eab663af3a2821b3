"""Whether the database can still be written to: a full disk and one that is read-only let reads go on, and nobody notices."""

import os
import shutil
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import reading
from service.kit.languages import Bilingual

LEAST_FREE = 50 * 1024**2
"""Bytes below which a disk counts as full: a checkpoint of the log of SQLite takes as much as the pages that were changed."""
DISK_FULL, READ_ONLY = "disk_full", "read_only"
WORDS = {
    DISK_FULL: Bilingual(
        en="The disk of the database is full: reads go on, changes are refused. Free some space or move the database.",
        vi="Đĩa chứa cơ sở dữ liệu đã đầy: vẫn đọc được nhưng không ghi được. Hãy giải phóng dung lượng hoặc chuyển cơ sở dữ liệu.",
    ),
    READ_ONLY: Bilingual(
        en="The database can be read only: changes are refused. Make file and folder writable, or open the primary database.",
        vi="Cơ sở dữ liệu chỉ đọc được: mọi thay đổi bị từ chối. Hãy cấp quyền ghi cho tệp và thư mục, hoặc mở cơ sở dữ liệu chính.",
    ),
}


def lacking_storage(engine: Engine) -> str | None:
    """Return ``DISK_FULL`` or ``READ_ONLY`` where changes cannot be stored, else None; raises what the database raises."""
    if engine.dialect.name != "sqlite":
        return READ_ONLY if _is_standby(engine) else None
    name = engine.url.database
    if not name or name == ":memory:":
        return None
    file = Path(name)
    if not all(os.access(path, os.W_OK) for path in (file, file.absolute().parent)):
        return READ_ONLY
    return DISK_FULL if shutil.disk_usage(file.absolute().parent).free < LEAST_FREE else None


def _is_standby(engine: Engine) -> bool:
    with reading(engine) as session:
        asked = "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'"
        return bool(session.scalar(sa.text(asked)))
