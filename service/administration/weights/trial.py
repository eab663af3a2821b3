"""Whose ranking other weights would change."""

from dataclasses import replace

from matching.ranking.weights import Weights
from models.vocabulary import RoleFamily
from service.administration.dry_run.lists import lists_in_force
from service.administration.dry_run.schemas import DryRunView
from service.administration.dry_run.views import DryRun


def dry_run(asking: DryRun, family: RoleFamily, weights: Weights) -> DryRunView:
    """Return whose ranking ``weights`` would change."""
    keys = [key for key in lists_in_force(asking.session) if key.role.family is family]
    return asking.view(keys, lambda inputs: replace(inputs, weights=weights))
