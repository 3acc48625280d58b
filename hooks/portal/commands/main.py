"""The command ``portal`` itself, which knows the others."""

from __future__ import annotations

import errno
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, cast

import click

from portal.commands.options import end_by
from portal.resources import DISTRIBUTION

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "audit": "audit_command",
    "build": "build_command",
    "check": "check_command",
    "compare": "compare_command",
    "deploy": "deploy_command",
    "due": "due_command",
    "headers": "headers_command",
    "init": "init_command",
    "licenses": "licenses_command",
    "lint": "lint_command",
    "same": "same_command",
    "sbom": "sbom_command",
    "schema": "schema_command",
    "serve": "build_command",
    "snapshot": "snapshot_command",
    "terms": "terms_command",
    "verify": "verify_command",
    "write": "write_command",
}
"""The module beside this one in which each command is: only that of the command that is run is loaded."""


class _Group(click.Group):
    """Loads the command that is asked for, and says in a sentence what has ended it, such as an unreadable file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"portal.commands.{COMMANDS[cmd_name]}")
        return cast("click.Command", getattr(module, cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:  # click knows no names of what is not loaded
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            if _is_clicks(error):
                raise
            end_by(error, ctx)


def _is_clicks(error: Exception) -> bool:
    """Whether click knows what to do: its own exceptions; and whoever read the output has gone."""
    own = (click.ClickException, click.exceptions.Exit, click.Abort)
    return isinstance(error, own) or getattr(error, "errno", None) == errno.EPIPE


@click.group(cls=_Group)
@click.version_option(package_name=DISTRIBUTION, prog_name="portal")
def main() -> None:
    """Make a portal of city diplomacy: start one, check its records, build its site, convert it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what a terminal's encoding lacks is escaped too
            stream.reconfigure(errors="backslashreplace")
