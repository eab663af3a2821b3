"""Which readers are in use, and the words of the catalogue that they are bound to."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from matching.readers.words import MODEL
from models.capabilities import Capability, ProductCapability
from models.catalogue import Product
from models.database import reading, writing
from models.jobs import TextSpaceVersion
from models.vocabulary import NeedLevel
from service.kit.problems import Unavailable
from service.matches.encoders.choice import NONE
from service.matches.network.shipped import Words, sealed_for
from service.matches.network.versions import VERSIONS_KEPT, current_version, load_current
from tests.service.matches.network.conftest import read_everybody


def words(engine: Engine) -> Words:
    with reading(engine) as session:
        return Words.read(session)


def test_the_words_of_a_catalogue_are_its_capabilities_and_its_products(small_catalogue: Engine) -> None:
    found = words(small_catalogue)
    assert [concept.id for concept in found.concepts] == ["control", "optics", "sensing", "weapons"]
    first, _ = found.subjects
    assert (first.id, first.must, first.nice) == ("P1", ("control", "optics", "sensing"), ("optics",))
    assert first.briefs == ("Sản phẩm 1. Về quantum sensors.", "Product 1. About quantum sensors.")
    assert Words.from_bytes(found.as_bytes()) == found


@pytest.mark.parametrize(
    "change",
    [
        lambda session: session.execute(sa.update(Capability).where(col(Capability.id) == "optics").values(label_en="lenses")),
        lambda session: session.execute(sa.update(Product).where(col(Product.id) == "P1").values(brief_en="About lenses.")),
        lambda session: session.execute(sa.update(ProductCapability).values(level=NeedLevel.NICE)),
    ],
    ids=["a name", "a brief", "a need"],
)
def test_other_words_are_another_version(small_catalogue: Engine, change: Callable[[Session], object]) -> None:
    before = words(small_catalogue).version(sealed_for(MODEL))
    assert words(small_catalogue).version(sealed_for(MODEL)) == before
    with writing(small_catalogue) as session:
        change(session)
    assert words(small_catalogue).version(sealed_for(MODEL)) != before


def test_an_encoder_without_readers_is_told_with_its_cure() -> None:
    with pytest.raises(Unavailable, match=r"unheard-of.*vinmatch train-readers"):
        sealed_for("unheard-of")


def test_of_older_versions_the_youngest_stay(small_catalogue: Engine) -> None:
    versions = []
    for number in range(VERSIONS_KEPT + 2):
        with writing(small_catalogue) as session:
            session.execute(sa.update(Product).where(col(Product.id) == "P1").values(brief_en=f"About {number} lenses."))
        versions.append(read_everybody(small_catalogue)[0])
    with reading(small_catalogue) as session:
        assert current_version(session) == versions[-1]
        kept = set(session.scalars(sa.select(col(TextSpaceVersion.version))))
    assert kept == set(versions[-VERSIONS_KEPT:])


def test_where_nobody_is_read_no_version_is_in_use(small_catalogue: Engine) -> None:
    with reading(small_catalogue) as session:
        assert load_current(session, NONE) is None
