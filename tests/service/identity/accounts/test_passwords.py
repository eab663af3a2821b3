from service.identity.accounts.passwords import LONGEST, hashed, matches
from tests.passwords import SHIPPED


def test_the_service_hashes_with_as_much_work_as_the_standard_asks_for() -> None:
    """RFC 9106, 4: the second recommended option, three passes over 64 MiB in four lanes."""
    assert SHIPPED.hash("a long pass phrase").startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_what_was_hashed_with_other_work_still_matches() -> None:
    assert matches("a long pass phrase", SHIPPED.hash("a long pass phrase"))
    assert not matches("another pass phrase", SHIPPED.hash("a long pass phrase"))


def test_nothing_matches_where_nothing_is_stored() -> None:
    assert not matches("a long pass phrase", None)


def test_a_hash_has_a_salt_of_its_own() -> None:
    assert hashed("a" * LONGEST) != hashed("a" * LONGEST)
