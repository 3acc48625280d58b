"""``portal build`` and ``portal serve``: MkDocs, run on the portal in a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from portal.adapter.config_problems import site_problems
from portal.adapter.settings import CONFIG
from portal.adapter.settings_problems import settings_problems
from portal.breakdown import CANNOT_RUN, PROBLEMS_FOUND
from portal.commands.options import fail, lang_option, root_option
from portal.interruption import INTERRUPTED
from portal.publish.lock import hold
from portal.text.visible import visible
from portal.unserved.unserved_page import INDEX
from portal.unserved.unserved_site import holds_site, is_replaceable, make_unserved

MKDOCS = "portal.adapter.mkdocs_process"
"""The module to run: MkDocs, with what it lacks."""

PREVIEW = "site-preview"
"""The folder, in the portal, of a site that opens from a folder."""

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Silences what the theme says about a version of MkDocs that this generator does not use."""


@click.command()
@root_option
@lang_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site. Default: site/ in the portal, or what mkdocs.yml says; site-preview/ with --from-folder.",
)
@click.option(
    "--from-folder",
    is_flag=True,
    help="Make a preview that opens by a double click, without a server, from an unpacked archive too.",
)
@click.option(
    "--built",
    type=click.Path(path_type=Path, file_okay=False),
    help="With --from-folder: take the site that was built there, and build nothing.",
)
def build(
    root: Path, lang: str, *, site_dir: Path | None, from_folder: bool, built: Path | None
) -> None:
    """Check the portal and build its site; the last good site stays while there is a problem.

    Exit code 0: built. 1: problems. 2: the folder holds no mkdocs.yml.
    """
    if from_folder:
        sys.exit(_preview(root, lang, site_dir or root / PREVIEW, built))
    if built:
        fail(
            lang,
            zh="--built 只能與 --from-folder 一起使用",
            en="--built goes with --from-folder only",
        )
    sys.exit(_site(root, lang, site_dir))


def _site(root: Path, lang: str, site_dir: Path | None) -> int:
    chosen = ["--site-dir", str(site_dir.resolve())] if site_dir else []
    return _mkdocs(["build", "--strict", *chosen], root, lang)


def _preview(root: Path, lang: str, folder: Path, built: Path | None) -> int:
    """Make a site that opens from a folder, of one that is built for it beside that folder, or was built before."""
    folder = folder.resolve()
    shown = visible(str(folder))
    working = folder.with_name(f".{folder.name}")
    if not is_replaceable(folder) or site_problems(folder, root):
        fail(
            lang,
            zh=f"{shown} 中有其他檔案，不會被預覽取代；請以 --site-dir 指定另一個資料夾",
            en=f"{shown} holds other files, which no preview replaces; name another folder with --site-dir",
        )
    if built and not holds_site(built):
        place = visible(str(built))
        fail(
            lang,
            zh=f"{place} 中沒有建置好的網站；請先執行 portal build",
            en=f"there is no built site in {place}; run portal build first",
        )

    def say_waiting() -> None:
        words = {"zh": f"正在等待另一次建置：{shown}", "en": f"waiting for another build: {shown}"}
        click.echo(words[lang], err=True)

    with hold(working, wait=say_waiting):
        site = built or working / "site"
        if not built and (code := _site(root, lang, site)):
            return code
        pages = make_unserved(site, folder, working)
    place = visible(str(folder / INDEX))
    words = {
        "zh": f"預覽共 {pages} 頁；請開啟 {place}",
        "en": f"a preview of {pages} pages; open {place}",
    }
    click.echo(words[lang], err=True)
    return 0


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
