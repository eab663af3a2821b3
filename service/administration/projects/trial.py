"""Whose ranking a change to a project would change."""

from fastapi import Request

from service.administration.dry_run.lists import lists_of_project
from service.administration.dry_run.schemas import DryRunView
from service.administration.dry_run.trying_out import NO_REASON, TRIED_OUT, try_out
from service.administration.projects import operations
from service.administration.projects.schemas import ProjectTrial
from service.identity.access.viewer import Viewer
from service.kit.actor import Actor


def dry_run(request: Request, viewer: Viewer, by: Actor, project_id: str, change: ProjectTrial) -> DryRunView:
    """Try ``change`` in a transaction that is undone, and return whose ranking it changed."""
    return try_out(
        request,
        viewer,
        lambda _session: lists_of_project(project_id),
        lambda session: operations.change_project(session, by, viewer, project_id, TRIED_OUT, change, NO_REASON),
    )
