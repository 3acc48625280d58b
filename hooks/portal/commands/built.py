"""The built site as commands find it, and how they say why it did not get where it should."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portal.adapter.config_file import Configuration
from portal.adapter.settings import CONFIG
from portal.commands.options import fail
from portal.delivery.built_site import read_site, site_paths
from portal.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn, TypeVar

    from portal.delivery.built_site import BuiltSite
    from portal.delivery.undelivered import Undelivered

    Command = TypeVar("Command", bound=Callable[..., Any])


def site_dir_option(command: Command) -> Command:
    """``--site-dir``: the folder of the built site."""
    return click.option(
        "--site-dir",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder of the built site. Default: site/ in the portal, or what mkdocs.yml says.",
    )(command)


def site_folder(root: Path, chosen: Path | None) -> Path:
    """Where the built site is: what was chosen, else what ``mkdocs.yml`` says."""
    if chosen:
        return chosen
    said = Configuration(root / CONFIG).section("site_dir")
    return root / (said if isinstance(said, str) and said else "site")


def read_built(folder: Path, lang: str) -> BuiltSite:
    """The site in a folder, read with a bar. Raises Undelivered."""
    total = len(site_paths(folder)) if folder.is_dir() else 0
    label = {"zh": "讀取網站", "en": "Reading the site"}[lang]
    with Progress(total, label, since=time.monotonic()) as bar:
        return read_site(folder, bar.advance)


def end_undelivered(error: Undelivered, lang: str) -> NoReturn:
    """Say why, and end the command."""
    fail(lang, zh=error.sentences["zh"], en=error.sentences["en"])
