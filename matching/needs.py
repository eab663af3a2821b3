"""What is looked for: a role for a product, a project or a technology group, with the rules that apply."""

from dataclasses import dataclass
from datetime import date

from models.vocabulary import Interest, Language, RoleCode, RuleKind

Texts = tuple[tuple[Language, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One eligibility rule; ``minimum`` is years for R-YEARS and a count for R-LED. Texts come with the rule as data."""

    id: str
    kind: RuleKind
    minimum: float | None
    label: Texts
    clause: Texts


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation's interest in a product or project: the subject's side of a conflict of interest."""

    organisation_id: str
    interest: Interest
    subject_id: str
    organisation_name: str = ""


@dataclass(frozen=True, slots=True)
class RoleNeed:
    """A role to fill.

    ``briefs`` describe the subject in one or more languages; ``must``, ``nice`` and ``excluded`` hold capability ids;
    ``parties`` are the organisations with an interest in the subject; years are counted up to ``selection_date``.
    Of each of the ``groups`` of required capabilities any one member is enough; a required capability that no group has is a group of
    its own, and what is not required is in none. ``group_labels`` name groups by their members in order of ids.
    ``subjects`` are the briefs of the catalogue's subjects that the need is made of: its own, or those of a group's products; work that
    is rather about another subject of the catalogue does not count. Without any, the need stands alone, like a text that was pasted.
    ``narrows`` says that the briefs are one part of the subjects, as a project is of its products: work near to them counts double.
    ``text_only`` asks for people whose evidence is about the briefs, whatever the role: it says nothing of willingness or dimensions.
    """

    subject_id: str
    role: RoleCode
    briefs: Texts
    must: tuple[str, ...]
    nice: tuple[str, ...]
    excluded: tuple[str, ...]
    rules: tuple[Rule, ...]
    selection_date: date
    parties: tuple[Party, ...] = ()
    starts: date | None = None
    hours_per_week: int | None = None
    languages: tuple[str, ...] = ()
    subjects: tuple[Texts, ...] = ()
    narrows: bool = False
    text_only: bool = False
    groups: tuple[tuple[str, ...], ...] = ()
    group_labels: tuple[tuple[tuple[str, ...], Texts], ...] = ()

    def __post_init__(self) -> None:
        """Let the groups hold every required capability and no other, also where the levels were changed after they were made."""
        object.__setattr__(self, "groups", complete_groups(self.groups, self.must))

    def label_of(self, group: tuple[str, ...]) -> Texts | None:
        """Return what ``group`` is called, or None where it has no name as a whole."""
        return dict(self.group_labels).get(tuple(sorted(group)))


def complete_groups(groups: tuple[tuple[str, ...], ...], must: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return ``groups`` without what is not in ``must``, each once, and what they lack; members and groups in the order of ``must``."""
    place = {capability: position for position, capability in enumerate(must)}
    kept = [tuple(sorted({one for one in group if one in place}, key=place.__getitem__)) for group in groups]
    grouped = {capability for group in kept for capability in group}
    kept += [(capability,) for capability in place if capability not in grouped]
    return tuple(sorted({group for group in kept if group}, key=lambda group: [place[one] for one in group]))
