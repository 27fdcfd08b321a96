"""The command line: `coursewright`, or `python -m app`."""

import gc
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from app.commands.claims import claims
from app.commands.cohorts import cohort
from app.commands.content import check, quizzes, schema
from app.commands.context import Context, Refusal
from app.commands.exporting import export
from app.commands.grading import grade, specimens
from app.commands.importing import import_
from app.commands.people import user
from app.commands.prove import prove
from app.commands.proved import proved
from app.commands.reporting import report
from app.commands.running import run
from app.config import SettingError
from app.version import VERSION
from courseware.library import OWN_ROOT

# When Python looks for values that hold each other. A command makes many values and few of those, and would spend a
# fifth of its time on looking through all of them again and again.
COLLECTED = (100_000, 20, 20)


class Commands(click.Group):
    """The commands, with every foreseeable failure told in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except SettingError as error:
            raise Refusal(str(error)) from error
        except (ArgumentError, NoSuchModuleError) as error:
            raise Refusal(f"COURSEWRIGHT_DATABASE_URL can't be used: {_first_line(error)}") from error
        except DBAPIError as error:
            reason = _first_line(error.orig or error)
            raise Refusal(f"the database does not answer: {reason}; check COURSEWRIGHT_DATABASE_URL") from error


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--instance",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the database, the secret and the settings; COURSEWRIGHT_INSTANCE otherwise, or ./instance.",
)
@click.version_option(VERSION, prog_name="coursewright")
@click.pass_context
def cli(ctx: click.Context, instance: Path | None) -> None:
    """Courses and quizzes: serve them, check them, and take them elsewhere."""
    ctx.obj = Context(instance or default_instance(os.environ, OWN_ROOT))


def default_instance(environment: Mapping[str, str], root: Path) -> Path:
    """Return the instance's folder: as the environment says, in the checkout, or in the current folder."""
    if environment.get("COURSEWRIGHT_INSTANCE"):
        return Path(environment["COURSEWRIGHT_INSTANCE"])
    return root / "instance" if (root / "pyproject.toml").is_file() else Path("instance")


for command in (
    run,
    check,
    quizzes,
    claims,
    grade,
    specimens,
    export,
    import_,
    schema,
    prove,
    proved,
    user,
    cohort,
    report,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line."""
    gc.set_threshold(*COLLECTED)
    sys.exit(cli.main(prog_name="coursewright"))
