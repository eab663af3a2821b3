"""What statements say is read once and looked up afterwards, statement by statement."""

import numpy as np

from matching.readers.roles import DIMENSIONS, PARTS
from matching.readers.stance import Claim, ToldPart
from matching.readers.stated import STATED, Stated, read
from matching.text.statements import MOST_STATEMENTS
from models.vocabulary import Part, RoleDimension
from tests.matching.examples import item

TOLD = item(title="A radar for the coast", text="Led the design of the array. Never built the mast. We hope to sell it.")
SAID = ("A radar for the coast", "Led the design of the array", "Never built the mast", "We hope to sell it")
CLAIMS = (Claim.DONE, Claim.DONE, Claim.DENIED, Claim.WISHED)
UNSAID = ToldPart.UNTOLD


def sure(found: tuple[Claim, ...] | tuple[ToldPart, ...], of: type[Claim] | type[ToldPart]) -> np.ndarray:
    return np.array([[float(one is each) for each in of] for one in found])


def worth(*values: float) -> np.ndarray:
    return np.tile(np.array(values)[:, None, None], (1, len(PARTS), len(DIMENSIONS)))


def kept(
    said: tuple[str, ...] = SAID, claims: np.ndarray | None = None, parts: np.ndarray | None = None, worth_quoting: np.ndarray | None = None
) -> np.void:
    found = read(
        [said],
        sure(CLAIMS, Claim) if claims is None else claims,
        sure((UNSAID,) * len(said), ToldPart) if parts is None else parts,
        worth(*range(len(said))) if worth_quoting is None else worth_quoting,
    )
    assert (found.shape, found.dtype) == ((1,), STATED)
    only: np.void = found[0]
    return only


def test_statements_that_deny_or_wish_are_looked_up() -> None:
    found = Stated(TOLD, kept())
    assert (found.denied, found.not_done) == (("Never built the mast",), SAID[2:])
    assert (found.part, found.told_by) == (ToldPart.LED, "Led the design of the array")


def test_a_denial_needs_a_word_of_falling_short_and_to_be_sure() -> None:
    assert Stated(TOLD, kept(claims=sure((Claim.DENIED,) * 4, Claim))).denied == ("Never built the mast",)
    assert Stated(TOLD, kept(claims=sure(CLAIMS, Claim) * 0.59)).denied == ()


def test_who_is_not_sure_of_a_claim_takes_it_as_done() -> None:
    assert Stated(TOLD, kept(claims=sure(CLAIMS, Claim) * 0.49)).not_done == ()


def test_leading_is_told_by_half_a_chance_and_another_part_by_more() -> None:
    silent = item(title=SAID[0], text="Sailed around the island.")
    said, done = (SAID[0], "Sailed around the island"), sure((Claim.DONE,) * 2, Claim)

    def told(part: ToldPart, probability: float) -> tuple[ToldPart, str]:
        found = Stated(silent, kept(said, done, sure((UNSAID, part), ToldPart) * probability))
        return found.part, found.told_by

    assert told(ToldPart.LED, 0.5) == (ToldPart.LED, said[1])
    assert told(ToldPart.LED, 0.4) == (ToldPart.UNTOLD, "")
    assert told(ToldPart.MAIN, 0.7) == (ToldPart.MAIN, said[1])
    assert told(ToldPart.CONTRIBUTOR, 0.6) == (ToldPart.UNTOLD, "")


def test_what_is_worth_most_is_quoted_for_the_part_that_is_ticked() -> None:
    values = worth(0, 1, 0, 0)
    values[3, PARTS.index(None)] = 2
    found = kept(worth_quoting=values)
    assert Stated(item(title=TOLD.title, text=TOLD.text, part=Part.MAIN), found).quoted(RoleDimension.COORDINATION) == SAID[1]
    assert Stated(item(title=TOLD.title, text=TOLD.text, part=None), found).quoted(RoleDimension.COORDINATION) == SAID[3]


def test_where_no_statement_is_worth_it_nothing_is_quoted() -> None:
    assert Stated(TOLD, kept(worth_quoting=worth(0, 0, 0, 0))).quoted(RoleDimension.COORDINATION) == ""


def test_what_is_not_read_says_nothing() -> None:
    found = Stated(TOLD, np.zeros(1, dtype=STATED)[0])
    assert (found.denied, found.not_done, found.part, found.told_by) == ((), (), ToldPart.UNTOLD, "")
    assert found.quoted(RoleDimension.COORDINATION) == ""


def test_the_last_of_as_many_statements_as_there_may_be_is_told_apart() -> None:
    longest = item(
        title=". ".join(f"Title of number {place}" for place in range(MOST_STATEMENTS)),
        text=". ".join(f"Never finished number {place}" for place in range(MOST_STATEMENTS)),
    )
    said = tuple(f"Title of number {place}" for place in range(MOST_STATEMENTS))
    said += tuple(f"Never finished number {place}" for place in range(MOST_STATEMENTS))
    claims = (Claim.DONE,) * (len(said) - 1) + (Claim.DENIED,)
    assert Stated(longest, kept(said, sure(claims, Claim))).denied == said[-1:]


def test_items_are_told_apart_by_their_statements() -> None:
    claims = sure((Claim.DONE, Claim.DENIED, Claim.DENIED), Claim)
    parts = sure((UNSAID,) * 3, ToldPart)
    found = read([("A radar here", "Never built it"), ("Nothing of it",)], claims, parts, worth(0, 1, 1))
    assert found["denied"].tolist() == [0b10, 0]
    assert found["not_done"].tolist() == [0b10, 0b1]
    assert found["quoted"][:, 0, 0].tolist() == [2, 1]


def test_nobody_has_no_rows() -> None:
    assert len(read([], np.zeros((0, len(Claim))), np.zeros((0, len(ToldPart))), np.zeros((0, len(PARTS), len(DIMENSIONS))))) == 0
