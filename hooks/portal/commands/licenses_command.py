"""``portal licenses``: the licenses of all packages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from portal.breakdown import PROBLEMS_FOUND
from portal.commands.options import fail, format_option, lang_option, root_option
from portal.data.whole_file import write_whole
from portal.supply.installed_python import python_packages
from portal.supply.license_list import as_lines, as_markdown
from portal.supply.license_rules import judge, rules_of
from portal.supply.locked_npm import npm_packages
from portal.supply.refused import Refused
from portal.text.visible import visible


@click.command()
@root_option
@lang_option
@format_option(["text", "markdown"], "Format of the list.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write the list to. Default: print it.",
)
def licenses(root: Path, lang: str, form: str, output: Path | None) -> None:
    """List the licenses of all packages, and check that each is allowed for what the package is used for.

    Python packages of the environment in which this command runs, npm packages of package-lock.json. Exit code 0: all
    are allowed. 1: a license is unknown or not allowed. 2: cannot run.
    """
    try:
        rules = rules_of(root)
        packages = [
            *python_packages(root, shipped=rules.shipped),
            *npm_packages(root, rules.shipped),
        ]
    except Refused as error:
        fail(lang, zh=error.zh, en=error.en)
    judged = judge(packages, rules)
    text = as_lines(judged) if form == "text" else as_markdown(judged, rules)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole({output: text})
    faults = [one.sentence(lang) for one in judged if one.fault]
    for fault in faults:
        click.echo(visible(fault), err=True)
    if faults:
        sys.exit(PROBLEMS_FOUND)
    done = {
        "zh": f"{len(judged)} 個套件的授權都在許可之列",
        "en": f"the licenses of all {len(judged)} packages are allowed",
    }
    click.echo(done[lang], err=True)
