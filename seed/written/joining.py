"""Written people as members of the synthetic network: marked as invented, after everybody else, placed by rank alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from sqlmodel import Session

from matching.evaluation.written.people import WrittenPerson
from matching.profiles import Profile
from models.vocabulary import ConsentPurpose, Language
from seed.network.experts import SyntheticExpert
from seed.network.identity import Identity, folded
from seed.network.loading import insert_experts
from seed.network.member_status import TEXT_VERSION, DatedConsent, DatedWillingness
from seed.network.tables import Country, countries
from seed.network.world import WORLD_DATE, expert_id
from seed.written.entry import split_name
from seed.written.loading import read_written

REFRESHED_ON = WORLD_DATE - timedelta(days=30)


def load_written(session: Session, after: int, progress: Callable[[int], None]) -> int:
    """Insert the written people with the ids that follow the first ``after`` ones, and return how many they are; nothing is committed."""
    people = read_written().people
    insert_experts(session, written_experts(people, after), progress)
    return len(people)


def written_experts(people: tuple[WrittenPerson, ...], after: int) -> Iterator[SyntheticExpert]:
    """Yield written people as synthetic experts, in the order of their own ids, from position ``after`` on."""
    return (_expert(person.profile, after + number) for number, person in enumerate(people))


def _expert(written: Profile, position: int) -> SyntheticExpert:
    identity = _identity(written, position)
    own = expert_id(position)
    items = tuple(replace(item, id=f"{own}-{number:02d}") for number, item in enumerate(written.items, 1))
    sub_network = identity.country.sub_network
    profile = replace(written, id=own, items=items, sub_network=sub_network, refreshed_on=REFRESHED_ON)
    given = datetime.combine(REFRESHED_ON, time(9), UTC)
    consents = (ConsentPurpose.MEMBERSHIP, ConsentPurpose.MATCHING)
    return SyntheticExpert(
        profile=profile,
        identity=identity,
        themes=(),
        consents=tuple(DatedConsent(purpose, TEXT_VERSION, given) for purpose in consents),
        willingness=tuple(DatedWillingness(role, word, REFRESHED_ON) for role, word in written.willing),
    )


def _identity(written: Profile, position: int) -> Identity:
    family, given, order = split_name(written.name, vietnamese=written.headlines[0][0] is Language.VI or written.country == "VN")
    known = next((country for country in countries() if country.code == written.country), None)
    country = known or Country(written.country, {}, 0, "", 0, (), "")
    email = f"{folded(given)}.{folded(family)}.{position + 1}@mail.example".replace(" ", "")
    return Identity(family, given, order, (), country, written.languages, (written.headlines[0][0],), email, None)
