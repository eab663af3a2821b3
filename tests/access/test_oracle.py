"""The policies against the words of docs/access.md: its table is read as a lawyer would, and asked about people of several roles.

Nothing of the policies is used to say what is expected: only the table, and the sentences above it.
"""

import re
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models.vocabulary import AccountRole, Scope
from service.identity.access.policies import (
    RULES,
    Decision,
    Operation,
    may,
    may_with_all,
    may_with_expert,
    may_with_product,
    may_with_project,
)
from service.identity.access.viewer import Viewer
from tests.documentation.pages import ROOT

WORLDS = 500
PEOPLE, PRODUCTS, PROJECTS = ("E1", "E2", "E3"), ("P1", "P2"), ("J1", "J2")
Row = dict[str, str]


def table() -> dict[str, Row]:
    """Return the rows of the table by what they are about; a row names a scope, and how far each role reaches."""
    lines = [line for line in (ROOT / "docs/access.md").read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    head, _, *rows = lines[: next((n for n, line in enumerate(lines) if n > 2 and line.startswith("| way ")), len(lines))]
    names = [cell.strip() for cell in head.strip("|").split("|")]
    cells = ([cell.strip() for cell in row.strip("|").split("|")] for row in rows)
    return {row[0]: dict(zip(names, row, strict=True)) for row in cells}


TABLE = table()


def subsets(values: Sequence[Any]) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(values))


viewers = st.builds(
    Viewer,
    account_id=st.sampled_from([None, "a", "b"]),
    roles=subsets(list(AccountRole)),
    expert_id=st.sampled_from([None, *PEOPLE]),
    led_products=subsets(PRODUCTS),
    led_projects=subsets(PROJECTS),
    cleared=st.booleans(),
    scopes=subsets(list(Scope)),
    open_demo=st.booleans(),
)


def expected(viewer: Viewer, operation: Operation) -> set[str]:
    """Return how far the table lets somebody reach: the sum of what any of their roles may, within the scope of their key."""
    row = TABLE[RULES[operation].about.en]
    visitor = ["visitor"] if viewer.open_demo else []
    names = visitor if viewer.account_id is None else ["member", *(role.value for role in viewer.roles)]
    reached = {word for name in names for word in re.split(r"/", row[name]) if word != "-"}
    return reached if row["needs scope"] in {scope.value for scope in viewer.scopes} else set()


def said(decision: Decision) -> str:
    return "yes" if decision is True else decision.kind.value


def refused(viewer: Viewer, reached: set[str]) -> str:
    """Return the answer to somebody who may not: to sign in, that there is nothing (whoever reaches a part), or no."""
    return "sign_in" if viewer.account_id is None and not reached else "hidden" if reached else "forbidden"


@settings(max_examples=WORLDS, deadline=None)
@given(viewers)
def test_people_of_several_roles_reach_what_the_documents_say(viewer: Viewer) -> None:
    for operation in Operation:
        reached = expected(viewer, operation)
        no = refused(viewer, reached)
        assert said(may(viewer, operation)) == ("yes" if reached else no), operation
        everything = "yes" if "all" in reached else "forbidden" if reached else no
        assert said(may_with_all(viewer, operation)) == everything, operation
        for person in PEOPLE:
            theirs = "all" in reached or ("own" in reached and viewer.expert_id == person)
            assert said(may_with_expert(viewer, operation, person)) == ("yes" if theirs else no), operation
        for decide, ids, led in ((may_with_product, PRODUCTS, viewer.led_products), (may_with_project, PROJECTS, viewer.led_projects)):
            for one in ids:
                theirs = "all" in reached or ("led" in reached and one in led)
                assert said(decide(viewer, operation, one)) == ("yes" if theirs else no), operation


def test_the_table_names_every_operation_once() -> None:
    assert set(TABLE) == {rule.about.en for rule in RULES.values()}
