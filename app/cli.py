"""The command line: `coursewright`, or `python -m app`."""

import gc
import importlib
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from click.exceptions import Exit

from app.commands.context import Context, Refusal
from app.config import SettingError
from app.version import VERSION
from courseware.library import OWN_ROOT

# The module of each command. It is loaded when its command is asked for, as half of them need neither the app nor
# the database, which take longer to load than most commands take to run.
MODULES = {
    "run": "running",
    "check": "content",
    "quizzes": "content",
    "claims": "claims",
    "grade": "grading",
    "specimens": "grading",
    "export": "exporting",
    "import": "importing",
    "schema": "content",
    "prove": "prove",
    "proved": "proved",
    "user": "people",
    "cohort": "cohorts",
    "report": "reporting",
}
STOPPED = 128 + signal.SIGINT  # as shells say it
# When Python looks for values that hold each other. A command makes many values and few of those, and would spend a
# fifth of its time on looking through all of them again and again.
COLLECTED = (100_000, 20, 20)


class Commands(click.Group):
    """The commands, with every foreseeable failure told in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the words for all commands."""
        return sorted(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command."""
        if cmd_name not in MODULES:
            return None
        module = importlib.import_module(f"app.commands.{MODULES[cmd_name]}")
        command: click.Command = getattr(module, "import_" if cmd_name == "import" else cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except SettingError as error:
            raise Refusal(str(error)) from error
        except KeyboardInterrupt:  # whoever stops a command needs not be told
            raise Exit(STOPPED) from None


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


def main() -> None:
    """Run the command line."""
    gc.set_threshold(*COLLECTED)
    sys.exit(cli.main(prog_name="coursewright"))
