"""The gaps of the list in force: products for which nobody fits a role, for whoever looks for people."""

import numpy as np

from matching.coverage.supply import Counted
from service.catalogue.products.queries import default_list
from service.identity.access.policies import Operation
from service.identity.access.waiting import MOST_LINES, PendingTask, PendingTasksQuery, Waiting
from service.kit.languages import Bilingual
from service.matches.recommendations.cells import SHORT_NAMES, Cell
from service.matches.recommendations.services import matching_of

GAPS = Bilingual(
    en="Roles of products with nobody, or only one person, to name",
    vi="Vị trí (sản phẩm và vai trò) chưa có hoặc chỉ có một người để đề xuất",
)
NOBODY = Bilingual(en="nobody fits", vi="chưa có người phù hợp")
ONE = Bilingual(en="only one person", vi="chỉ có một người")
NO_GAPS = Bilingual(en="For every product and role there are several.", vi="Sản phẩm, vai trò nào cũng có nhiều người phù hợp.")
WHOLE_MAP = Bilingual(en="The whole map", vi="Toàn bộ bản đồ nguồn chuyên gia")


def gaps(query: PendingTasksQuery) -> Waiting | None:
    """Return the products and roles for which nobody, or exactly one person, could be named today; nobody first."""
    if not query.may(Operation.EDIT_DRAFTS) or (chosen := default_list(query.session)) is None:
        return None
    cells = matching_of(query.request).overview.cells(query.session, chosen, query.viewer)
    thin = sorted((cell for cell in cells if cell.supply is not None and _ready(cell) <= 1), key=_ready)
    return Waiting(20, GAPS, [_line(cell) for cell in thin[:MOST_LINES]], NO_GAPS, len(thin), ("/coverage?gaps=true", WHOLE_MAP))


def _line(cell: Cell) -> PendingTask:
    product, role, how_many = cell.product, SHORT_NAMES[cell.role], ONE if _ready(cell) else NOBODY
    note = Bilingual(*(f"{first}: {second}" for first, second in zip(role, how_many, strict=True)))
    return PendingTask(Bilingual(en=product.name_en, vi=product.name_vi), f"/coverage/{product.id}/{cell.role.value}", note)


def _ready(cell: Cell) -> int:
    return int(np.count_nonzero(cell.supply.people[Counted.READY])) if cell.supply is not None else 0
