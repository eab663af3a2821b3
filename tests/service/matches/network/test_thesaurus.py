from sqlalchemy.engine import Engine

from models.capabilities import Capability
from models.database import reading
from service.matches.network.thesaurus import read_thesaurus
from tests.service.matches.network.conftest import store


def test_a_capability_is_found_by_label_and_alias_in_both_languages(sqlite_engine: Engine) -> None:
    radar = Capability(
        id="radar", label_en="radar engineering", label_vi="kỹ thuật ra đa", aliases_en=["phased arrays"], aliases_vi=["mảng pha"]
    )
    store(sqlite_engine, [[radar], [Capability(id="aesa", label_en="AESA", label_vi="AESA quét điện tử", parent_id="radar")]])
    with reading(sqlite_engine) as session:
        thesaurus = read_thesaurus(session)
    assert thesaurus.ids == ("aesa", "radar")
    assert thesaurus.parent == {"aesa": "radar"}
    for text in ("Radar engineering", "kỹ thuật ra đa", "a phased array", "mảng pha"):
        assert [mention.capability for mention in thesaurus.find(text)] == ["radar"]
