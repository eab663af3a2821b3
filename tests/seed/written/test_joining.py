from sqlalchemy import Engine, func
from sqlmodel import col, select

from models.database import reading, writing
from models.experts import Consent, Evidence, Expert, NetworkState, Willingness
from models.vocabulary import RoleCode
from seed.network.loading import load_network
from seed.written.joining import load_written, written_experts
from seed.written.loading import read_written
from tests.seed.network.test_loading import add_products


def test_written_people_follow_the_others_whose_ids_stay(engine: Engine) -> None:
    with writing(engine) as session:
        add_products(session)
        load_network(session, 4, 200, lambda *_: None)
        before = {row.id: row.display_name for row in session.exec(select(Expert))}
        assert load_written(session, 200, lambda _: None) == 380
    with reading(engine) as session:
        rows = {row.id: row for row in session.exec(select(Expert))}
        assert {name: rows[name].display_name for name in before} == before
        joined = [rows[f"E{number:06d}"] for number in range(201, 581)]
        assert all(row.synthetic and row.record_complete for row in joined)
        assert joined[0].display_name == read_written().people[0].profile.name
        assert session.exec(select(NetworkState)).one().expert_changes == 580
        assert session.exec(select(func.max(Expert.change_number))).one() == 580
        written = col(Evidence.expert_id) > "E000200"
        assert session.exec(select(func.count()).select_from(Evidence).where(written)).one() == 3006
        assert session.exec(select(func.count()).select_from(Consent).where(col(Consent.expert_id) > "E000200")).one() == 760
        willing = select(Willingness.role).where(Willingness.expert_id == "E000201", Willingness.willing)
        assert set(session.exec(willing)) == {RoleCode.CE_PROJECT, RoleCode.CA_PROJECT}


def test_the_record_itself_is_not_changed_by_joining() -> None:
    people = read_written().people
    for person, expert in zip(people, written_experts(people, 2000), strict=True):
        assert [item.words for item in expert.profile.items] == [item.words for item in person.profile.items]
        assert expert.profile.id > "E002000"
