"""A new link into an account."""

from fastapi import Request

from models.accounts import Account
from models.database import WriteSession
from service.identity.accounts import operations, schemas
from service.kit.acting import By


def invitation_to(request: Request, session: WriteSession, by: By, account: Account) -> schemas.InvitationView:
    """Return a new link into ``account``."""
    settings = request.app.state.settings
    invitation, token = operations.invite(session, by, account, settings.invitation_days)
    return schemas.InvitationView(link=operations.invitation_link(settings, token), expires_at=invitation.expires_at)
