"""What the heading of a title says of the kind of its items."""

import pytest

from models.vocabulary import EvidenceKind
from service.imports.reading.words import kind_of_title


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Tên sáng chế", EvidenceKind.PATENT),
        ("Tên bài báo", EvidenceKind.PUBLICATION),
        ("TÊN ĐỀ TÀI", EvidenceKind.PROGRAMME),
        ("Chức vụ", EvidenceKind.POSITION),
        ("Title of project", EvidenceKind.PROGRAMME),
        ("Tiêu đề", None),
        ("Tên", None),
        ("", None),
    ],
)
def test_the_heading_of_a_title_may_name_the_kind(heading: str, kind: EvidenceKind | None) -> None:
    assert kind_of_title(heading) is kind
