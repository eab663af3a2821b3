"""The table of docs/access.md, made from the policies; ``python -m tests.documentation.access`` writes it anew."""

import re

from models.vocabulary import AccountRole, Scope
from service.identity.access.policies import RULES, Operation, Reach, ViewerRole, reaches
from service.identity.access.viewer import Viewer
from tests.documentation.pages import ROOT

PAGE = ROOT / "docs" / "access.md"
HEAD = f"| operation | needs scope | {' | '.join(role.value for role in ViewerRole)} |\n|---|---|{'---|' * len(ViewerRole)}\n"
SHOWN = {Reach.ALL: "all", Reach.OWN: "own", Reach.LED: "led"}


def rows() -> list[str]:
    """Return the row of every operation, asked of the policies with a viewer of each role."""
    return [_row(operation) for operation in Operation]


def _row(operation: Operation) -> str:
    cells = ["/".join(sorted(SHOWN[reach] for reach in reaches(viewer(role), operation))) or "-" for role in ViewerRole]
    return f"| {RULES[operation].about.en} | {RULES[operation].scope.value} | {' | '.join(cells)} |"


def viewer(role: ViewerRole) -> Viewer:
    """Return somebody who has this role and no other role."""
    if role is ViewerRole.VISITOR:
        return Viewer(open_demo=True)
    roles = frozenset() if role is ViewerRole.MEMBER else frozenset({AccountRole(role.value)})
    return Viewer(account_id="a", roles=roles, scopes=frozenset(Scope))


def main() -> None:
    """Write the table."""
    table = HEAD + "".join(f"{row}\n" for row in rows())
    PAGE.write_text(re.sub(re.escape(HEAD) + r"(\|.*\n)*", lambda _: table, PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
