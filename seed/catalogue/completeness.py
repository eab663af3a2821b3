"""Checks for gaps: briefs of the right length, enough capabilities for every product and role, none unused, enough projects."""

from collections.abc import Collection, Mapping

from models.vocabulary import Language, NeedLevel, RoleCode
from seed.catalogue.records import Reader, Record

FEWEST_CAPABILITIES = 14
FEWEST_PROJECTS = 12
BRIEF_LENGTH = {Language.EN: (120, 200), Language.VI: (150, 280)}  # words, and syllables as Vietnamese separates them
PROJECT_ROLES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)


def check_completeness(reader: Reader, products: Collection[str]) -> None:
    """Note a fault for every gap; ``products`` are the ids of the products on the list in force."""
    needs = reader.below("needs")
    for product in products:
        for language, (least, most) in BRIEF_LENGTH.items():
            _check_brief(reader, f"briefs/{product}.{language.value}.md", least, most)
        _check_needs(reader, product, [need for need in needs if need.values["product_id"] == product])
    _check_use(reader.below("capabilities"), {need.values["capability"] for need in needs})
    projects = reader.below("projects")
    if len(projects) < FEWEST_PROJECTS:
        reader.fault("projects/*.csv", 1, "id", f"only {len(projects)} projects; at least {FEWEST_PROJECTS} are needed")


def _check_brief(reader: Reader, name: str, least: int, most: int) -> None:
    length = len((reader.text(name) or "").split())
    if not least <= length <= most:
        reader.fault(name, 1, "text", f"has {length} words; {least} to {most} are wanted")


def _check_needs(reader: Reader, product: str, needs: list[Record]) -> None:
    file, line = (needs[0].file, needs[0].line) if needs else ("needs/*.csv", 1)
    wanted = {need.values["capability"] for need in needs if need.values["level"] != NeedLevel.EXCLUDED}
    if len(wanted) < FEWEST_CAPABILITIES:
        reader.fault(file, line, "capability", f"{product} has {len(wanted)} capabilities; at least {FEWEST_CAPABILITIES} are needed")
    for role in PROJECT_ROLES:
        levels = {need.values["level"] for need in needs if need.values["role"] == role}
        for level in (NeedLevel.MUST, NeedLevel.NICE):
            if level not in levels:
                reader.fault(file, line, "level", f"{product} has no capability that is {level.value} for {role.value}; add one")


def _check_use(capabilities: list[Record], needed: set[str]) -> None:
    parents = {record.values["id"]: record.values["parent"] for record in capabilities}
    used = {above for capability in needed for above in _upwards(capability, parents)}
    for record in capabilities:
        if record.values["id"] not in used:
            record.fault("id", f"{record.values['id']} is in no need, nor is anything below it; use it or delete it")


def _upwards(capability: str, parents: Mapping[str, str]) -> set[str]:
    """Return the capability and everything above it."""
    found: set[str] = set()
    while capability and capability not in found:
        found.add(capability)
        capability = parents.get(capability, "")
    return found
