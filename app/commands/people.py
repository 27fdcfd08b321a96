"""`user`: who has an account, and what they may do."""

import click
from sqlalchemy.orm import Session

from app.access import new_session_key
from app.clock import now
from app.commands.app_context import AppContext, in_app
from app.commands.context import Refusal
from app.commands.output import as_json, echo_json
from app.models import Role
from app.services import accounts, appointing
from app.services.directory import RoleChange, change_role
from app.services.emails import normal_email
from app.services.passwords import MIN_LENGTH, weakness
from app.services.people import Identity
from app.tokens import invitation_path


class Email(click.ParamType[str]):
    """An e-mail address, in its normal form."""

    name = "e-mail"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address; fail where it is none."""
        address = normal_email(value)
        if address is None:
            self.fail(f"“{value}” is not an e-mail address", param, ctx)
        return address


email_argument = click.argument("email", type=Email())
role_option = click.option(
    "--role", type=click.Choice([role.value for role in Role]), default=Role.LEARNER.value, show_default=True
)
password_option = click.option(
    "--password",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    envvar="COURSEWRIGHT_NEW_PASSWORD",
    help="The password; asked for where it is not in COURSEWRIGHT_NEW_PASSWORD.",
)


@click.group()
def user() -> None:
    """Add people, list them, change what they may do."""


@user.command("list")
@as_json
@in_app
def list_people(context: AppContext, in_json: bool) -> None:
    """List everybody who has an e-mail here."""
    with context.session() as session:
        people = appointing.list_people(session)
    if in_json:
        echo_json([_person_json(person) for person in people])
        return
    for person in people:
        state = "" if person.has_password else "  (invited)"
        click.echo(f"{person.email}  {person.name}  {person.role.value}{state}")


def _person_json(person: Identity) -> dict[str, object]:
    return {
        "email": person.email,
        "name": person.name,
        "role": person.role.value,
        "has_password": person.has_password,
        "seen_at": person.seen_at.isoformat(),
    }


@user.command()
@email_argument
@click.option("--name", required=True, help="The name to show.")
@role_option
@password_option
@in_app
def add(context: AppContext, email: str, name: str, role: str, password: str) -> None:
    """Make an account with a password."""
    _check_password(password, email)
    with context.session() as session:
        made = accounts.register(
            session,
            guest_id=None,
            email=email,
            name=name,
            password=password,
            session_key=new_session_key(),
            now=now(),
        )
        if made is None:
            raise Refusal(f"{email} is known already; see coursewright user list")
        change_role(session, made.id, Role(role), session_key=new_session_key())
    click.echo(f"{email} can sign in.")


@user.command("role")
@email_argument
@click.argument("role", type=click.Choice([role.value for role in Role]))
@in_app
def set_role(context: AppContext, email: str, role: str) -> None:
    """Let somebody learn, teach (instructor) or see everything (admin)."""
    with context.session() as session:
        person = appointing.find_by_email(session, email)
        if person is None:
            raise Refusal(f"nobody has the e-mail {email}; see coursewright user list")
        _set_role(session, person, Role(role))
    click.echo(f"{email} is {role} now.")


def _set_role(session: Session, person: Identity, role: Role) -> None:
    if change_role(session, person.id, role, session_key=new_session_key()) is RoleChange.LAST_ADMIN:
        raise Refusal(f"{person.email} is the last admin; make somebody else one first")


@user.command("password")
@email_argument
@password_option
@in_app
def change_password(context: AppContext, email: str, password: str) -> None:
    """Give somebody another password; they are signed out everywhere."""
    _check_password(password, email)
    with context.session() as session:
        if not accounts.set_password(session, email, password, session_key=new_session_key()):
            raise Refusal(f"nobody has the e-mail {email}; see coursewright user list")
    click.echo(f"{email} has another password and is signed out everywhere.")


@user.command("invite")
@email_argument
@click.option("--name", default="", help="The name to show; they can change it.")
@click.option("--role", type=click.Choice([role.value for role in Role]), help="What they may do; learner otherwise.")
@in_app
def invite_person(context: AppContext, email: str, name: str, role: str | None) -> None:
    """Print a link with which somebody chooses a password; it works until they do."""
    with context.session() as session:
        wanted = Role(role) if role else Role.LEARNER
        key = new_session_key()
        appointing.invite(session, email=email, name=name, role=wanted, session_key=key, now=now())
        person = appointing.find_by_email(session, email)
        if person is None or person.has_password:
            raise Refusal(f"{email} has an account already; coursewright user role changes what they may do")
        if role and person.role is not wanted:
            _set_role(session, person, wanted)
            person = appointing.find_by_email(session, email) or person
    click.echo(context.address_of(lambda: invitation_path(person.id, person.session_key)))


def _check_password(password: str, email: str) -> None:
    if weakness(password, email):
        raise Refusal(f"choose a password of at least {MIN_LENGTH} characters that is not the e-mail")
