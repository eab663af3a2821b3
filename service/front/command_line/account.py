"""``vinmatch account``: the first administrator, and a new link for somebody who lost the way in. Never a default password."""

from typing import Annotated

import typer
from pydantic import ValidationError

from models.accounts import Account
from models.database import WriteSession, writing
from models.vocabulary import AccountRole
from service.front.command_line.databases import migrated
from service.front.command_line.options import Database, settings_with
from service.front.command_line.output import say
from service.identity.accounts.operations import create_account, invitation_link, invite
from service.identity.accounts.queries import account_of
from service.identity.accounts.schemas import AccountCreate, normalised
from service.kit.actor import COMMAND_LINE, Actor
from service.kit.problems import Invalid, NotFound
from service.kit.settings import Settings, utc_now

Email = Annotated[str, typer.Argument(help="E-mail address of the account")]
Name = Annotated[str, typer.Option("--name", help="Name to show; default: the address")]
app = typer.Typer(no_args_is_help=True, add_completion=False, help="Accounts, for whoever runs the service.")


@app.command("create-administrator")
def create_administrator(email: Email, name: Name = "", database: Database = None) -> None:
    """Add an administrator and print the link with which he or she sets a password; it works once."""
    settings = settings_with(database_url=database)
    with migrated(settings) as engine, writing(engine) as session:
        fields = _fields(email, name or email)
        _print_link(session, create_account(session, _operator(), fields), settings)


@app.command()
def link(email: Email, database: Database = None) -> None:
    """Print a new link into an account, for a lost one or a forgotten password; it works once."""
    settings = settings_with(database_url=database)
    with migrated(settings) as engine, writing(engine) as session:
        account = account_of(session, normalised(email))
        if account is None:
            raise NotFound.of(en="account", vi="tài khoản", identifier=email)
        _print_link(session, account, settings)


def _fields(email: str, name: str) -> AccountCreate:
    try:
        return AccountCreate(email=email, display_name=name, roles=frozenset({AccountRole.ADMINISTRATOR}))
    except ValidationError:
        raise Invalid.field("EMAIL", en="is no e-mail address", vi="không phải địa chỉ thư điện tử") from None


def _operator() -> Actor:
    return Actor(COMMAND_LINE, utc_now())


def _print_link(session: WriteSession, account: Account, settings: Settings) -> None:
    _, token = invite(session, _operator(), account, settings.invitation_days)
    typer.echo(invitation_link(settings, token))
    say(f"Works once, within {settings.invitation_days} days. / Dùng được một lần, trong {settings.invitation_days} ngày.")
