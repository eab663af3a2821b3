"""Every action of the journal has words in both languages."""

from models.audit import AuditAction
from service.audit.words import ACTIONS, KINDS, action_name


def test_every_action_has_words() -> None:
    assert [action for action in AuditAction if action not in ACTIONS] == []
    assert action_name("expert_created").vi == "thêm một người"
    assert action_name("of_tomorrow").en == "of_tomorrow"


def test_the_things_that_events_are_about_have_words() -> None:
    assert {"expert", "account", "shortlist", "selection_request", "data_request"} <= set(KINDS)
    assert KINDS["expert"].vi == "chuyên gia"
