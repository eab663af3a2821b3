"""What to do about a database that is not at the newest migration, in both languages."""

from models.migrations.layout import Differences
from models.migrations.state import State, Version
from models.migrations.upgrade import LostReference, NotUpgradable, UpgradeRefused
from service.kit.languages import Bilingual

_LACKS = {
    Version.NOTHING: Bilingual(
        en="There is no database here yet: make an empty one with `vinmatch migrate`, or one with invented people with `vinmatch demo`.",
        vi="Chưa có cơ sở dữ liệu: hãy tạo cơ sở dữ liệu trống bằng `vinmatch migrate`, hoặc có người giả định bằng `vinmatch demo`.",
    ),
    Version.OLDER: Bilingual(
        en="The database is of an older version: make a backup, then upgrade it with `vinmatch migrate`.",
        vi="Cơ sở dữ liệu thuộc phiên bản cũ hơn: hãy sao lưu, rồi nâng cấp bằng `vinmatch migrate`.",
    ),
    Version.NEWER: Bilingual(
        en="The database is of a newer version than this program, and nothing was changed: install the newer program.",
        vi="Cơ sở dữ liệu thuộc phiên bản mới hơn chương trình này và chưa bị thay đổi gì: hãy cài chương trình mới hơn.",
    ),
}
_DIFFERENT = Bilingual(
    en=(
        "The tables are not those of the version that the database names, and nothing was changed. {found} "
        "It was made before databases could be upgraded, or changed by hand. If it holds invented people only, load them into a new "
        "database: `vinmatch demo --database sqlite:///new.sqlite3`. "
        "Otherwise keep it, and restore a backup that has these tables and columns."
    ),
    vi=(
        "Các bảng không khớp với phiên bản mà cơ sở dữ liệu ghi nhận, và chưa có gì bị thay đổi. {found} "
        "Cơ sở dữ liệu được tạo trước khi có chức năng nâng cấp, hoặc đã bị sửa thủ công. Nếu chỉ chứa người giả định, hãy nạp vào cơ sở "
        "dữ liệu mới: `vinmatch demo --database sqlite:///new.sqlite3`. "
        "Nếu không, hãy giữ lại và khôi phục bản sao lưu có đủ các bảng, cột này."
    ),
)
_TABLES_IN_USE = Bilingual(
    en="The database is in use, and nothing was changed: stop the service and its workers, then try again.",
    vi="Cơ sở dữ liệu đang được sử dụng và chưa có gì bị thay đổi: hãy dừng dịch vụ cùng các tiến trình nền rồi thử lại.",
)
_LOST_REFERENCE = Bilingual(
    en="The upgrade was undone, because rows of {tables} would refer to others that are missing. Keep the database and report this.",
    vi="Việc nâng cấp đã được hoàn tác vì có dòng trong {tables} tham chiếu đến dòng không tồn tại. Hãy giữ cơ sở dữ liệu và báo lỗi này.",
)
_PARTS = (
    Bilingual(en="Missing tables: {names}.", vi="Thiếu bảng: {names}."),
    Bilingual(en="Missing columns: {names}.", vi="Thiếu cột: {names}."),
    Bilingual(en="Different, with what it should be: {names}.", vi="Khác với yêu cầu (trong ngoặc): {names}."),
)


def what_to_do(state: State) -> Bilingual | None:
    """Return what is wrong with a database and what to do; None when it is at the newest migration."""
    if state.version is Version.DIFFERENT:
        return Bilingual(
            en=_DIFFERENT.en.format(found=_named(state.differences).en),
            vi=_DIFFERENT.vi.format(found=_named(state.differences).vi),
        )
    return _LACKS.get(state.version)


def refusal(fault: UpgradeRefused) -> Bilingual:
    """Return why a database was not upgraded, and what to do."""
    if isinstance(fault, NotUpgradable):
        return what_to_do(fault.state) or Bilingual("", "")
    if isinstance(fault, LostReference):
        return Bilingual(*(text.format(tables=", ".join(fault.args)) for text in _LOST_REFERENCE))
    return _TABLES_IN_USE


def _named(found: Differences) -> Bilingual:
    parts = [(text, ", ".join(names)) for text, names in zip(_PARTS, (found.tables, found.columns, found.others), strict=True) if names]
    return Bilingual(
        en=" ".join(text.en.format(names=names) for text, names in parts),
        vi=" ".join(text.vi.format(names=names) for text, names in parts),
    )
