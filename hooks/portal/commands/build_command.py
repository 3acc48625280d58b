"""``portal build`` and ``portal serve``: MkDocs, run on the portal in a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from portal.adapter.settings import CONFIG
from portal.adapter.settings_problems import settings_problems
from portal.commands.options import CANNOT_RUN, PROBLEMS_FOUND, fail, lang_option, root_option
from portal.interruption import INTERRUPTED
from portal.text.visible import visible

MKDOCS = "portal.adapter.mkdocs_process"
"""The module to run: MkDocs, with what it lacks."""

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Silences what the theme says about a version of MkDocs that this generator does not use."""


@click.command()
@root_option
@lang_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site. Default: site/ in the portal, or what mkdocs.yml says.",
)
def build(root: Path, lang: str, site_dir: Path | None) -> None:
    """Check the portal and build its site; the last good site stays while there is a problem.

    Exit code 0: built. 1: problems. 2: the folder holds no mkdocs.yml.
    """
    chosen = ["--site-dir", str(site_dir.resolve())] if site_dir else []
    sys.exit(_mkdocs(["build", "--strict", *chosen], root, lang))


@click.command()
@root_option
@lang_option
@click.option("--address", help="Where to serve. Default: 127.0.0.1:8000, or what mkdocs.yml says.")
def serve(root: Path, lang: str, address: str | None) -> None:
    """Show a preview that follows every edit, until Ctrl+C. Problems are shown on its pages."""
    chosen = ["--dev-addr", address] if address else []
    sys.exit(_mkdocs(["serve", *chosen], root, lang))


def _mkdocs(arguments: list[str], root: Path, lang: str) -> int:
    """Run MkDocs in this Python; its exit code in our terms."""
    config = root / CONFIG
    if not config.is_file():
        fail(
            lang,
            zh=f"找不到 {visible(str(config))}；請以 portal init 建立新的入口網，或以 --root 指出其資料夾",
            en=f"there is no {visible(str(config))}; start a portal with portal init, or name its folder with --root",
        )
    if problems := settings_problems(config):
        for problem in problems:
            click.echo(problem.line(lang), err=True)
        return PROBLEMS_FOUND
    command = [sys.executable, "-m", MKDOCS, *arguments, "--config-file", str(config.resolve())]
    with subprocess.Popen(command, env=os.environ | QUIET) as process:
        try:
            code = process.wait()
        except BaseException:  # interrupted: MkDocs puts away what it has begun
            process.terminate()
            process.wait()
            raise
        return code if code in (0, PROBLEMS_FOUND, INTERRUPTED) else CANNOT_RUN
