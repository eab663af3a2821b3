"""Loading the files again leaves alone what administrators changed, and nothing else."""

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.capabilities import ProductCapability
from models.catalogue import Product
from models.catalogue_changes import EntryKind
from models.database import reading, writing
from models.rules import WeightSet
from models.vocabulary import RoleFamily
from seed.catalogue.loader import load_catalogue
from service.administration.changing import note_change
from service.administration.weights.operations import add_weights, make_current
from service.administration.weights.queries import current_version
from service.administration.weights.schemas import WeightsCreate
from service.kit.actor import Actor
from tests.accounts import LONG_AGO

BY = Actor("an-administrator", LONG_AGO)
CE = RoleFamily.CHIEF_ENGINEER
W9 = WeightsCreate.model_validate(
    {
        "version": "W9",
        "family": CE,
        "weights": {"depth": 1.0},
        "fits": 0.5,
        "good": 0.5,
        "strong": 0.5,
        "basis": {"vi": "thử", "en": "a test"},
        "reason": "To test.",
    }
)


def test_a_version_of_an_administrator_stays_and_stays_current(engine: Engine) -> None:
    with writing(engine) as session:
        load_catalogue(session)
        shipped = current_version(session, CE)
        add_weights(session, BY, W9)
        make_current(session, BY, CE, "W9", "*", "To test.")
    with writing(engine) as session:
        assert load_catalogue(session) == 0
    with reading(engine) as session:
        assert (current_version(session, CE), current_version(session, RoleFamily.CHIEF_ARCHITECT)) == ("W9", shipped)
        assert session.get(WeightSet, (shipped, CE)) is not None


def test_a_changed_product_stays_and_others_follow_the_files(engine: Engine) -> None:
    with writing(engine) as session:
        load_catalogue(session)
        for product in ("P01", "P02"):
            session.get_one(Product, product).brief_en = "Edited."
            session.execute(sa.delete(ProductCapability).where(sa.column("product_id") == product))
        note_change(session, BY, EntryKind.PRODUCT, "P01", "To test.", {})
    with writing(engine) as session:
        assert load_catalogue(session) > 0
    with reading(engine) as session:
        briefs = {product: session.get_one(Product, product).brief_en for product in ("P01", "P02")}
        needs = set(session.scalars(sa.select(ProductCapability.product_id)))
    assert briefs["P01"] == "Edited."
    assert briefs["P02"] != "Edited."
    assert ("P01" in needs, "P02" in needs) == (False, True)
