"""A world goes into the tables whole and comes back as it was."""

from datetime import date

from sqlalchemy import Engine, func, insert
from sqlmodel import Session, select

from models.catalogue import Product, ProductList
from models.database import reading, writing
from models.experts import Consent, Evidence, Expert, NetworkState, Relation, Willingness
from models.projects import InterestedParty, Organisation
from seed.network.generator import generate
from seed.network.identity import folded
from seed.network.loading import load_network
from seed.network.member_status import TEXT_VERSION
from seed.network.organisations import interested_parties, organisations
from seed.network.tables import products
from tests.consent_texts import consent_texts

KNOWN = {"source_en": "test", "source_vi": "thử", "sureness_en": "invented", "sureness_vi": "bịa"}


def add_products(session: Session) -> None:
    texts = dict.fromkeys(("instrument_en", "instrument_vi", "title_en", "title_vi"), "list")
    dates = {"adopted": date(2026, 4, 30), "valid_from": date(2026, 7, 1), "in_force": True, "is_default": True}
    session.add_all(consent_texts(TEXT_VERSION))
    session.execute(insert(ProductList), [{"code": "LIST", **texts, **dates, **KNOWN}])
    session.execute(
        insert(Product), [{"id": product, "list_code": "LIST", "name_en": product, "name_vi": product, **KNOWN} for product in products()]
    )


def load(engine: Engine, size: int = 200) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    with writing(engine) as session:
        add_products(session)
        load_network(session, 4, size, lambda done, total: told.append((done, total)))
    return told


def test_every_row_arrives(engine: Engine) -> None:
    load(engine)
    experts = list(generate(4, 200))
    expected = {
        Expert: 200,
        Evidence: sum(len(expert.profile.items) for expert in experts),
        Consent: sum(len(expert.consents) for expert in experts),
        Willingness: sum(len(expert.willingness) for expert in experts),
        Relation: sum(len(expert.profile.relations) for expert in experts),
        Organisation: len(organisations()),
        InterestedParty: len(interested_parties(4)),
    }
    with reading(engine) as session:
        assert {table: session.exec(select(func.count()).select_from(table)).one() for table in expected} == expected


def test_an_expert_comes_back_as_generated(engine: Engine) -> None:
    load(engine)
    expert = list(generate(4, 200))[150]
    with reading(engine) as session:
        row = session.exec(select(Expert).where(Expert.id == "E000151")).one()
        items = session.exec(select(Evidence).where(Evidence.expert_id == "E000151").order_by(Evidence.id)).all()
    assert (row.display_name, row.name_key) == (expert.profile.name, folded(expert.profile.name))
    assert (row.languages, row.themes, row.aliases) == (list(expert.profile.languages), list(expert.themes), list(expert.identity.aliases))
    assert (row.synthetic, row.version, row.change_number) == (True, 1, 151)
    kept = ("id", "kind", "language", "title", "text", "part", "outcome", "scale", "starts", "ends", "organisation_id", "verification")
    assert [[getattr(item, name) for name in kept] for item in items] == [
        [getattr(item, name) for name in kept] for item in expert.profile.items
    ]
    assert [tuple(item.sectors) for item in items] == [item.sectors for item in expert.profile.items]


def test_the_network_is_marked_synthetic_and_its_changes_are_counted(engine: Engine) -> None:
    told = load(engine, 700)
    assert told == [(500, 700), (700, 700)]
    with reading(engine) as session:
        state = session.exec(select(NetworkState)).one()
        assert (state.synthetic, state.expert_changes) == (True, 700)
        assert session.exec(select(func.max(Expert.change_number))).one() == 700
