import pytest

from models.database import ReadSession
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import find_subject, kind_of
from service.kit.problems import NotFound


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [("P01", SubjectKind.PRODUCT), ("H01-1", SubjectKind.PRODUCT), ("PRJ-G03-1", SubjectKind.PROJECT), ("G03", SubjectKind.GROUP)],
)
def test_an_id_tells_what_it_names(session: ReadSession, identifier: str, kind: SubjectKind) -> None:
    assert kind_of(session, identifier) is kind


def test_an_unknown_id_names_nothing(session: ReadSession) -> None:
    with pytest.raises(NotFound):
        kind_of(session, "X1")


def test_a_synthetic_project_says_so(session: ReadSession) -> None:
    assert find_subject(session, SubjectKind.PROJECT, "PRJ-G03-1").synthetic
    assert not find_subject(session, SubjectKind.PRODUCT, "P07").synthetic
