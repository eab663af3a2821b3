"""Whose ranking other rules would change."""

from dataclasses import replace

from service.administration.dry_run.lists import lists_in_force
from service.administration.dry_run.schemas import DryRunView
from service.administration.dry_run.views import DryRun
from service.administration.rules.operations import Rules


def dry_run(asking: DryRun, rules: Rules) -> DryRunView:
    """Return whose ranking ``rules`` would change; years are counted up to the same day before and after."""
    keys = lists_in_force(asking.session)
    return asking.view(keys, lambda inputs: replace(inputs, need=replace(inputs.need, rules=rules[inputs.need.role])))
