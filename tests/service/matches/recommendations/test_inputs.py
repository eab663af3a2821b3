from datetime import date

import sqlalchemy as sa

from models.catalogue import Product
from models.database import ReadSession, make_engine, reading, writing
from models.experts import NetworkState
from models.vocabulary import RoleCode
from seed.network.world import WORLD_DATE
from service.catalogue.subjects.contents import SubjectKind
from service.matches.network.live import read_stored
from service.matches.recommendations.inputs import Inputs, InputStore


def find(store: InputStore, session: ReadSession, day: date = WORLD_DATE) -> Inputs:
    return store.find(session, read_stored(session), SubjectKind.PRODUCT, "P01", RoleCode.CE_PROJECT, day)


def test_inputs_are_read_once(session: ReadSession) -> None:
    store = InputStore()
    assert find(store, session) is find(store, session)


def test_another_day_is_another_question(session: ReadSession) -> None:
    store = InputStore()
    assert find(store, session, date(2027, 1, 1)).need.selection_date == date(2027, 1, 1)
    assert find(store, session).need.selection_date == WORLD_DATE


def test_a_counted_change_is_read_again(world_copy: str) -> None:
    engine, store = make_engine(world_copy), InputStore()
    with reading(engine) as session:
        before = find(store, session).subject.name.en
    with writing(engine) as session:
        session.get_one(Product, "P01").name_en = "Another name"
        session.execute(sa.update(NetworkState).values(catalogue_changes=NetworkState.catalogue_changes + 1))
    with reading(engine) as session:
        after = find(store, session).subject.name.en
    engine.dispose()
    assert before != after == "Another name"
