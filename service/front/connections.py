"""Fills what reaches upward: the functions that rooms below call without knowing the rooms above."""

from service.front.surroundings import around_page
from service.kit import rendering
from service.matches.recommendations.on_person import fits_of, shown_by
from service.people import hooks as people
from service.privacy.retention.operations import retain_not_chosen
from service.selection import hooks as selection
from service.selection.drafts.answering import questions_to
from service.selection.steps.withdrawing import withdraw_candidacies
from service.selection.waiting import proposals_of


def connect() -> None:
    """Fill every hook."""
    rendering.surroundings.fill(around_page)
    people.on_withdrawal.fill(withdraw_candidacies)
    people.questions_to.fill(questions_to)
    people.shown_by.fill(shown_by)
    people.on_person.fill(fits_of, proposals_of)
    selection.on_not_chosen.fill(retain_not_chosen)
