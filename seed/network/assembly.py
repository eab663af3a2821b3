"""Puts a person together: a sketch of a career is dated, placed at employers, written, and joined with name and status."""

from dataclasses import replace
from random import Random

from matching.profiles import EvidenceItem, Profile
from models.vocabulary import RelationKind
from seed.network.careers import draw_dates
from seed.network.experts import SyntheticExpert
from seed.network.identity import Identity, respelled
from seed.network.member_status import MemberStatus
from seed.network.organisations import InventedOrganisation, employers, organisations
from seed.network.sketches import Sketch
from seed.network.tables import fields
from seed.network.world import expert_id
from seed.network.writing import DatedWork, Writer

HEADLINE_CHANCE, BIOGRAPHY_CHANCE = 0.8, 0.5
THEME_CHANCE, FOREIGN_THEME_CHANCE = 0.7, 0.02
THEMES = tuple(sorted({field.theme for field in fields().values()} - {""}))
SHARED_IDENTIFIER_CHANCE, KEPT_ITEM_CHANCE = 0.3, 0.85


def assemble(rng: Random, position: int, identity: Identity, sketch: Sketch, status: MemberStatus) -> SyntheticExpert:
    """Return the expert at ``position`` (counted from 0)."""
    writer = Writer(rng, identity)
    dated = _dated(rng, sketch, _employment(rng, identity, sketch, status))
    known = dict.fromkeys(identity.writes)
    profile = Profile(
        id=expert_id(position),
        name=identity.display_name,
        items=tuple(writer.item(f"{expert_id(position)}-{number:02d}", work) for number, work in enumerate(dated, 1)),
        headlines=tuple((language, writer.headline(sketch.topic, language)) for language in known if rng.random() < HEADLINE_CHANCE),
        biographies=tuple((language, writer.biography(sketch.topic, language)) for language in known if rng.random() < BIOGRAPHY_CHANCE),
        country=identity.country.code,
        sub_network=identity.country.sub_network,
        languages=identity.languages,
        available_from=status.available_from,
        available_until=status.available_until,
        hours_per_week=status.hours_per_week,
        consents=frozenset(consent.purpose for consent in status.consents if consent.withdrawn_at is None),
        willing=tuple(sorted((word.role, word.willing) for word in status.willingness)),
        relations=status.relations,
        record_complete=status.record_complete,
        refreshed_on=status.refreshed_on,
        synthetic=True,
    )
    return SyntheticExpert(profile, identity, _themes(rng, sketch), status.consents, status.willingness)


def entered_again(rng: Random, position: int, original: SyntheticExpert) -> SyntheticExpert:
    """Return the same person under another id: other spelling of the name, some items missing."""
    identity = respelled(original.identity, position, same_identifier=rng.random() < SHARED_IDENTIFIER_CHANCE)
    items = [item for item in original.profile.items if rng.random() < KEPT_ITEM_CHANCE] or original.profile.items[:1]
    profile = replace(original.profile, id=expert_id(position), name=identity.display_name, items=_renumbered(position, items))
    return replace(original, profile=profile, identity=identity)


def _renumbered(position: int, items: list[EvidenceItem] | tuple[EvidenceItem, ...]) -> tuple[EvidenceItem, ...]:
    return tuple(replace(item, id=f"{expert_id(position)}-{number:02d}") for number, item in enumerate(items, 1))


def _employment(rng: Random, identity: Identity, sketch: Sketch, status: MemberStatus) -> list[InventedOrganisation]:
    """Return the employer of each spell; the organisation of a declared employment is the present one."""
    held = [rng.choice(employers(identity.country.code)) for _ in sketch.spells]
    declared = {tie.organisation_id for tie in status.relations if tie.kind is RelationKind.EMPLOYER}
    present = [organisation for organisation in organisations() if organisation.id in declared]
    return [*held[:-1], present[0]] if present else held


def _dated(rng: Random, sketch: Sketch, employed: list[InventedOrganisation]) -> list[DatedWork]:
    held = list(zip(sketch.positions, sketch.spells, employed, strict=True))
    dated = [DatedWork(work, spell.starts, spell.ends, employer) for work, spell, employer in held]
    for work in sketch.works:
        starts, ends = draw_dates(rng, work.kind, sketch.spells)
        there = [employer for _, spell, employer in held if spell.starts <= starts <= spell.last_day]
        dated.append(DatedWork(work, starts, ends, there[0] if there else None))
    return sorted(dated, key=lambda entry: entry.starts)


def _themes(rng: Random, sketch: Sketch) -> tuple[str, ...]:
    own = fields()[sketch.topic].theme
    return tuple(theme for theme in THEMES if rng.random() < (THEME_CHANCE if theme == own else FOREIGN_THEME_CHANCE))
