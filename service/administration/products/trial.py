"""Whose ranking a change to a product would change."""

from fastapi import Request

from service.administration.dry_run.lists import lists_of_product
from service.administration.dry_run.schemas import DryRunView
from service.administration.dry_run.trying_out import NO_REASON, TRIED_OUT, try_out
from service.administration.products import operations
from service.administration.products.schemas import ProductTrial
from service.identity.access.viewer import Viewer
from service.kit.actor import Actor


def dry_run(request: Request, viewer: Viewer, by: Actor, product_id: str, change: ProductTrial) -> DryRunView:
    """Try ``change`` in a transaction that is undone, and return whose ranking it changed."""
    return try_out(
        request,
        viewer,
        lambda session: lists_of_product(session, product_id),
        lambda session: operations.change_product(session, by, viewer, product_id, TRIED_OUT, change, NO_REASON),
    )
