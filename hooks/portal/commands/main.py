"""The command ``portal`` itself, which knows the others."""

from __future__ import annotations

import errno
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

import click

from portal.commands.build_command import build, serve
from portal.commands.check_command import check
from portal.commands.due_command import due
from portal.commands.headers_command import headers
from portal.commands.init_command import init
from portal.commands.options import fail_by
from portal.commands.schema_command import schema
from portal.commands.snapshot_command import snapshot
from portal.commands.write_command import write
from portal.resources import DISTRIBUTION

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Sequence[click.Command] = (
    init, check, build, serve, snapshot, due, write, schema, headers,
)  # fmt: skip


class _Group(click.Group):
    """Says in a sentence which file or folder could not be read or written."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read the output has gone
                raise  # click knows what to do
            fail_by(error, ctx)
        except MemoryError as error:
            fail_by(error, ctx)


@click.group(cls=_Group)
@click.version_option(package_name=DISTRIBUTION, prog_name="portal")
def main() -> None:
    """Make a portal of city diplomacy: start one, check its records, build its site, convert it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what a terminal's encoding lacks is escaped too
            stream.reconfigure(errors="backslashreplace")


for command in COMMANDS:
    main.add_command(command)
