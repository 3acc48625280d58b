"""Calls commands as a shell would, in this process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from portal.commands.main import main


def run(*arguments: str | Path) -> Result:
    """What ``portal`` with these arguments prints and how it ends; it must not raise."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
