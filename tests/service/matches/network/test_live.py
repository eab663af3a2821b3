"""Two processes on one database, played by two live networks: each sees at its next use what the other wrote."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from matching.gate.result import GatePolicy
from matching.network import Network
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Ranking, rank
from matching.ranking.weights import Weights
from matching.signals.registry import signals_of
from models.capabilities import Capability
from models.database import reading, writing
from models.experts import Consent, Evidence, Expert, NetworkState
from models.vocabulary import RelationKind, RoleCode, RoleFamily
from service.catalogue.rules.policy import gate_policy
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.needs import read_need
from service.kit.problems import Unavailable
from service.kit.settings import Settings
from service.matches.encoders.choice import NONE
from service.matches.network.live import LiveNetwork, Snapshot, read_stored
from service.matches.network.versions import load_current
from service.people.profiles.reader import read_profiles
from tests.service.matches.encoders.examples import LocalModel
from tests.service.matches.network.conftest import read_everybody
from tests.service.matches.network.small_world import TOPICS

CODES = [signal.code for signal in signals_of(RoleFamily.CHIEF_ENGINEER)]
WEIGHTS = Weights("test", dict.fromkeys(CODES, 1 / len(CODES)), fits=0.1, good=0.3, strong=0.5)


def use(live: LiveNetwork, engine: Engine) -> Snapshot:
    with reading(engine) as session:
        return live.snapshot(session, read_stored(session))


def ranking(engine: Engine, network: Network, gatekeeper: Gatekeeper) -> Ranking:
    with reading(engine) as session:
        need = read_need(session, SubjectKind.PRODUCT, "P1", RoleCode.CE_PROJECT, date(2026, 10, 1))
    return rank(need, network, gatekeeper, WEIGHTS)


def edit(engine: Engine, item: str, text: str) -> None:
    """Change one item as a request would: the profile gets the network's next change number."""
    with writing(engine) as session:
        changes = sa.update(NetworkState).values(expert_changes=NetworkState.expert_changes + 1).returning(col(NetworkState.expert_changes))
        number = session.scalar(changes)
        owner = session.scalar(sa.update(Evidence).where(col(Evidence.id) == item).values(text=text).returning(col(Evidence.expert_id)))
        session.execute(sa.update(Expert).where(col(Expert.id) == owner).values(change_number=number))


def withdraw(engine: Engine, expert: str) -> None:
    edit(engine, f"{expert}-01", "")
    with writing(engine) as session:
        session.execute(sa.update(Consent).where(col(Consent.expert_id) == expert).values(withdrawn_at=datetime(2026, 9, 1, tzinfo=UTC)))


def test_every_process_sees_a_change_at_its_next_use(small_network: Engine) -> None:
    first, second = LiveNetwork(GatePolicy()), LiveNetwork(GatePolicy())
    before = use(first, small_network), use(second, small_network)
    edit(small_network, "E3-01", "Now about quantum sensors.")
    after = use(first, small_network), use(second, small_network)
    for old, new in zip(before, after, strict=True):
        assert old.network.profiles[2].items[0].text == "Built robot arms with sensing and control."
        assert new.network.profiles[2].items[0].text == "Now about quantum sensors."
        assert new.network.profiles[0] is old.network.profiles[0]


def test_nothing_is_read_again_while_nothing_changes(small_network: Engine) -> None:
    live = LiveNetwork(GatePolicy())
    held = use(live, small_network)
    statements: list[str] = []
    sa.event.listen(small_network, "before_cursor_execute", lambda _c, _cursor, statement, *_: statements.append(statement))
    assert use(live, small_network) is held
    assert sum("SELECT" in statement for statement in statements) == 1


def test_a_session_sees_one_network_from_its_first_look_on(small_network: Engine) -> None:
    live = LiveNetwork(GatePolicy())
    with reading(small_network) as session:
        first = live.snapshot(session, read_stored(session))
        edit(small_network, "E3-01", "Now about quantum sensors.")
        assert use(live, small_network) is not first
        assert live.snapshot(session, read_stored(session)) is first


def test_a_session_that_changes_somebody_sees_the_change(small_network: Engine) -> None:
    live = LiveNetwork(GatePolicy())
    with writing(small_network) as session:
        first = live.snapshot(session, read_stored(session))
        session.execute(sa.update(NetworkState).values(expert_changes=NetworkState.expert_changes + 1))
        assert live.snapshot(session, read_stored(session)).expert_changes == first.expert_changes + 1


def test_withdrawn_consent_stops_matching_at_once(small_network: Engine) -> None:
    live = LiveNetwork(GatePolicy())
    held = use(live, small_network)
    ranked = ranking(small_network, held.network, held.gatekeeper)
    assert "E2" in [entry.profile_id for entry in ranked.entries(everybody=True)]
    withdraw(small_network, "E2")
    held = use(live, small_network)
    ranked = ranking(small_network, held.network, held.gatekeeper)
    assert "E2" not in [entry.profile_id for entry in ranked.entries(everybody=True)]


def edits() -> list[tuple[str, str]]:
    items = [f"E{number}-{part:02d}" for number in range(1, 7) for part in (1, 2)]
    return [(items[number % len(items)], f"Work on {TOPICS[number % 5]} and optics, part {number}.") for number in range(100)]


def scores_after(engine: Engine, live: LiveNetwork, changes: Iterable[tuple[str, str]]) -> bytes:
    for item, text in changes:
        edit(engine, item, text)
        held = use(live, engine)
    return ranking(engine, held.network, held.gatekeeper).scores.parts.tobytes()


def test_scores_do_not_depend_on_the_order_of_edits_nor_on_a_restart(small_network: Engine) -> None:
    last = dict(edits())
    forwards = scores_after(small_network, LiveNetwork(GatePolicy()), edits())
    in_other_order = [change for change in reversed(edits()) if last[change[0]] != change[1]] + list(last.items())
    backwards = scores_after(small_network, LiveNetwork(GatePolicy()), in_other_order)
    with reading(small_network) as session:
        _, reader = load_current(session, NONE) or pytest.fail("nobody is read")
        rebuilt = Network.build(reader, read_profiles(session))
    afresh = ranking(small_network, rebuilt, Gatekeeper(rebuilt, GatePolicy())).scores.parts.tobytes()
    assert len(in_other_order) == 100
    assert forwards == backwards == afresh


def test_other_words_of_the_catalogue_are_taken_up_once_people_are_read_under_them(small_network: Engine) -> None:
    live = LiveNetwork(GatePolicy())
    before = use(live, small_network)
    with writing(small_network) as session:
        session.execute(sa.update(Capability).where(col(Capability.id) == "optics").values(label_en="lenses"))
    assert use(live, small_network) is before
    version, _ = read_everybody(small_network)
    after = use(live, small_network)
    assert after.space_version == version != before.space_version
    assert after.network.reader.thesaurus.credits("Ground lenses") == {"optics": 1.0}


def test_a_session_that_began_before_a_change_does_not_take_the_network_back(small_network: Engine) -> None:
    live = LiveNetwork(GatePolicy())
    with reading(small_network) as earlier:
        stored = read_stored(earlier)
        edit(small_network, "E3-01", "Changed meanwhile")
        newer = use(live, small_network)
        assert live.snapshot(earlier, stored) is newer
        assert use(live, small_network) is newer


def test_threads_that_ask_at_once_get_the_same_network_and_read_a_change_once(small_network: Engine) -> None:
    live = LiveNetwork(GatePolicy())
    use(live, small_network)
    edit(small_network, "E3-01", "Changed for everybody")
    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(lambda _: use(live, small_network), range(8)))
    assert {id(snapshot) for snapshot in seen} == {id(seen[0])}
    assert seen[0].network.profiles[2].items[0].text == "Changed for everybody"


def test_a_new_text_is_encoded_once_for_every_process(small_world: Engine, local_model: LocalModel) -> None:
    read_everybody(small_world, encoder_setting=local_model.setting)
    first, second = (LiveNetwork(GatePolicy(), local_model.setting) for _ in range(2))
    use(first, small_world)
    use(second, small_world)
    edit(small_world, "E3-01", "Now about quantum sensors in wells.")
    local_model.encoded.clear()
    scores = [
        ranking(small_world, held.network, held.gatekeeper).scores.parts.tobytes()
        for held in (use(first, small_world), use(second, small_world))
    ]
    assert local_model.encoded == ["Now about quantum sensors in wells"]
    assert scores[0] == scores[1]


def test_without_its_encoder_a_version_is_not_used(small_world: Engine, local_model: LocalModel) -> None:
    read_everybody(small_world, encoder_setting=local_model.setting)
    with pytest.raises(Unavailable, match="VINMATCH_ENCODER"):
        use(LiveNetwork(GatePolicy()), small_world)


def test_where_nobody_is_read_there_is_no_network(small_world: Engine) -> None:
    with pytest.raises(Unavailable, match="vinmatch seed"):
        use(LiveNetwork(GatePolicy()), small_world)


def test_a_kept_reading_gives_the_scores_of_a_fresh_one(small_network: Engine) -> None:
    held = use(LiveNetwork(GatePolicy()), small_network)
    fresh = Network.build(held.network.reader, held.network.profiles)
    one, other = (ranking(small_network, network, Gatekeeper(network, GatePolicy())) for network in (held.network, fresh))
    assert one.scores.parts.tobytes() == other.scores.parts.tobytes()


def test_the_policy_is_what_the_settings_say() -> None:
    policy = gate_policy(Settings(tolerated_gap_days=30, cooling_off_months={RelationKind.EMPLOYER: 12}))
    assert policy.gaps.tolerated == timedelta(days=30)
    assert policy.conflicts.cooling_off[RelationKind.EMPLOYER] == timedelta(days=365)
    assert set(policy.conflicts.cooling_off) == set(RelationKind)
