"""What the matcher has to say on the page of a person: what each item shows, and for which products the person fits."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import sqlalchemy as sa
from sqlmodel import col

from matching.coverage.supply import Supply
from matching.network import Network
from matching.signals.view import SHOWN
from models.capabilities import Capability
from models.experts import Expert
from service.catalogue.products.queries import default_list
from service.identity.access.policies import Operation, may_with_all
from service.identity.access.waiting import PendingTask, PendingTasksQuery, Waiting
from service.kit.languages import Bilingual
from service.matches.network.live import read_stored
from service.matches.recommendations.cells import SHORT_NAMES, Cell
from service.matches.recommendations.services import matching_of
from service.people.hooks import CapabilityShown

FITS = Bilingual(en="Fits these products", vi="Phù hợp với các sản phẩm")
FITS_NOTHING = Bilingual(en="Fits no product of the list in force at present.", vi="Hiện chưa phù hợp với sản phẩm nào trong danh mục.")
MOST_SHOWN = 6
"""Capabilities of one item that are shown, the surest first."""


def shown_by(query: PendingTasksQuery, expert_id: str) -> Mapping[str, Sequence[CapabilityShown]]:
    """Return what each item of a person shows, by its id; nothing for who may not be matched, or is not read yet."""
    network = _network(query)
    place = network.position.get(expert_id) if network else None
    if network is None or place is None or not network.profiles[place].may_be_matched:
        return {}
    surest = _surest(network, place)
    wanted = {capability for found in surest for capability, *_ in found}
    rows = query.session.execute(
        sa.select(col(Capability.id), col(Capability.label_en), col(Capability.label_vi)).where(col(Capability.id).in_(wanted))
    )
    labels = {row.id: Bilingual(en=row.label_en, vi=row.label_vi) for row in rows}
    return {
        item.id: [CapabilityShown(labels[one], sureness, named) for one, sureness, named in found if one in labels]
        for item, found in zip(network.profiles[place].items, surest, strict=True)
    }


def fits_of(query: PendingTasksQuery, expert: Expert) -> Waiting | None:
    """Return for which products and roles somebody fits, the best place first; for whoever reads rankings."""
    if may_with_all(query.viewer, Operation.READ_MATCHES) is not True or (chosen := default_list(query.session)) is None:
        return None
    cells = matching_of(query.request).overview.cells(query.session, chosen, query.viewer)
    found = sorted(_places(cells, expert.id), key=lambda fit: (fit[0], fit[1].product.id))
    return Waiting(20, FITS, [_line(expert.id, *fit) for fit in found], FITS_NOTHING, len(found))


def _network(query: PendingTasksQuery) -> Network | None:
    stored = read_stored(query.session)
    return matching_of(query.request).recommender.live.snapshot(query.session, stored).network if stored.space_version else None


def _surest(network: Network, place: int) -> list[list[tuple[str, float, bool]]]:
    """Return for each item of a person the capabilities that it shows, with how surely, and whether it names them."""
    reading, ids = network.readings[place], network.reader.thesaurus.ids
    every = [np.asarray(part.todense()) for part in (reading.credits, reading.named)]
    found = []
    for shown, named in zip(*every, strict=True):
        surest = sorted((column for column in np.flatnonzero(shown >= SHOWN)), key=lambda column: (-shown[column], ids[column]))
        found.append([(ids[one], float(shown[one]), bool(named[one] >= SHOWN)) for one in surest[:MOST_SHOWN]])
    return found


def _places(cells: Sequence[Cell], expert_id: str) -> Iterator[tuple[int, Cell, Supply]]:
    for cell in cells:
        place = cell.supply.network.position.get(expert_id) if cell.supply else None
        if cell.supply is not None and place is not None and place in cell.supply.order:
            yield int(np.flatnonzero(cell.supply.order == place)[0]) + 1, cell, cell.supply


def _line(expert_id: str, place: int, cell: Cell, supply: Supply) -> PendingTask:
    product, role = cell.product, SHORT_NAMES[cell.role]
    note = Bilingual(
        en=f"{role.en}, place {place} of {len(supply.order)} who fit", vi=f"{role.vi}, thứ {place} trong {len(supply.order)} người phù hợp"
    )
    return PendingTask(Bilingual(en=product.name_en, vi=product.name_vi), f"/products/{product.id}/{cell.role.value}/{expert_id}", note)
