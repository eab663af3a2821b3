"""What the API takes and shows of a mapping."""

from datetime import datetime

from pydantic import Field

from service.kit.fields import Input
from service.kit.texts import RowView


class MappingInput(Input):
    """What headings mean."""

    columns: dict[str, str] = Field(
        max_length=500,
        examples=[{"Mã GV": "key", "Họ tên GV": "display_name", "Ghi chú": ""}],
        description="Field by heading; an empty one leaves the column out",
    )


class MappingView(RowView):
    """A mapping that is kept."""

    name: str
    columns: dict[str, str]
    changed_by: str
    changed_at: datetime
