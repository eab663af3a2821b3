"""Fills what reaches upward: the functions that rooms below call without knowing the rooms above."""

from service.front.surroundings import around_page
from service.kit import rendering
from service.people import hooks as people
from service.privacy.retention.operations import retain_not_chosen
from service.selection import hooks as selection
from service.selection.drafts.answering import questions_to
from service.selection.steps.withdrawing import withdraw_candidacies


def connect() -> None:
    """Fill every hook."""
    rendering.surroundings.fill(around_page)
    people.on_withdrawal.fill(withdraw_candidacies)
    people.questions_to.fill(questions_to)
    selection.on_not_chosen.fill(retain_not_chosen)
