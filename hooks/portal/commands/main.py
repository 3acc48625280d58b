"""The command ``portal`` itself, which knows the others."""

from __future__ import annotations

import errno
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

import click

from portal.commands.audit_command import audit
from portal.commands.build_command import build, serve
from portal.commands.check_command import check
from portal.commands.compare_command import compare
from portal.commands.deploy_command import deploy
from portal.commands.due_command import due
from portal.commands.headers_command import headers
from portal.commands.init_command import init
from portal.commands.licenses_command import licenses
from portal.commands.options import end_by
from portal.commands.same_command import same
from portal.commands.sbom_command import sbom
from portal.commands.schema_command import schema
from portal.commands.snapshot_command import snapshot
from portal.commands.verify_command import verify
from portal.commands.write_command import write
from portal.resources import DISTRIBUTION

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Sequence[click.Command] = (
    init, check, compare, build, serve, deploy, verify, snapshot, due, write, schema, headers,
    sbom, licenses, audit, same,
)  # fmt: skip


class _Group(click.Group):
    """Says in a sentence what has ended a command, such as a file that could not be read."""

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


for command in COMMANDS:
    main.add_command(command)
