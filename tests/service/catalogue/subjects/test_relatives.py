"""Who works above or below an interested party is tied to it; who shares only what is above is not."""

from sqlalchemy.engine import Engine

from matching.needs import Party
from models.database import reading, writing
from models.projects import Organisation
from models.vocabulary import Interest
from service.catalogue.subjects.relatives import with_relatives

BIDDER = Interest.BIDDER
PARENTS = {"GROUP": None, "COMPANY": "GROUP", "FACTORY": "COMPANY", "SISTER": "GROUP", "OTHER": None}


def test_organisations_above_and_below_a_party_have_its_interest(sqlite_engine: Engine) -> None:
    for identifier, parent in PARENTS.items():
        with writing(sqlite_engine) as session:
            session.add(Organisation(id=identifier, name=identifier.title(), parent_id=parent))
    with reading(sqlite_engine) as session:
        party = Party("COMPANY", BIDDER, "P01", "Company")
        found = with_relatives(session, [party])
        assert found == (party, Party("GROUP", BIDDER, "P01", "Group (Company)"), Party("FACTORY", BIDDER, "P01", "Factory (Company)"))
        group = Party("GROUP", BIDDER, "P01", "Group")
        both = with_relatives(session, [party, group])
        assert sorted(each.organisation_id for each in both) == ["COMPANY", "FACTORY", "GROUP", "SISTER"]
        assert with_relatives(session, []) == ()
