"""What an administrator does to how an account is entered, and its owner is told of: a new link, the second factor taken away."""

from fastapi import Request

from models.accounts import Account
from models.database import WriteSession
from service.identity.accounts import operations, schemas
from service.identity.accounts.notices import tell_owner
from service.identity.accounts.owner_letters import OwnerNews
from service.identity.accounts.second_factor import remove
from service.kit.actor import Actor
from service.kit.services import services_of
from service.kit.settings import Settings


def invitation_to(request: Request, session: WriteSession, by: Actor, account: Account) -> schemas.InvitationView:
    """Return a new link into ``account``; its owner is told if the account was in use."""
    settings = services_of(request).settings
    invitation, token = operations.invite(session, by, account, settings.invitation_days)
    if invitation.in_use:
        tell_owner(session, account, OwnerNews.LINK_MADE, by.now, settings)
    return schemas.InvitationView(link=operations.invitation_link(settings, token), expires_at=invitation.expires_at)


def take_factor(session: WriteSession, by: Actor, account: Account, settings: Settings) -> None:
    """Take the second factor of ``account`` away; raises ``Conflict`` without one."""
    remove(session, by, account, settings)
