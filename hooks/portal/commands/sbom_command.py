"""``portal sbom``: the bill of materials of the site."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from portal.adapter.config_file import Configuration
from portal.adapter.settings import CONFIG, read_settings
from portal.commands.built import site_dir_option, site_folder
from portal.commands.options import fail, lang_option, root_option
from portal.data.whole_file import write_whole
from portal.site_file import BUILD
from portal.supply.bill import Site, bill
from portal.supply.installed_python import python_packages
from portal.supply.license_rules import judge, rules_of
from portal.supply.locked_npm import npm_needs, npm_packages
from portal.supply.refused import Refused
from portal.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command()
@root_option
@lang_option
@site_dir_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write. Default: print it.",
)
def sbom(root: Path, lang: str, site_dir: Path | None, output: Path | None) -> None:
    """Write which packages make the site, with versions, licenses, checksums: CycloneDX 1.6, JSON.

    The Python packages are those of the environment in which this command runs, without those that only tests use; the
    npm packages those of package-lock.json. Same packages, same bytes; SOURCE_DATE_EPOCH adds a time.
    """
    try:
        rules = rules_of(root)
        packages = [
            *python_packages(root, shipped=rules.shipped),
            *npm_packages(root, rules.shipped),
        ]
        needs = npm_needs(root)
    except Refused as error:
        fail(lang, zh=error.zh, en=error.en)
    making = [one for one in judge(packages, rules) if one.software.use != "tests"]
    has_npm = any(one.software.registry == "npm" for one in making)
    text = bill(_site(root, site_folder(root, site_dir), lang), making, needs, _platforms(has_npm))
    if output is None:
        click.echo(text, nl=False)
        return
    write_whole({output: text})
    done = {
        "zh": f"軟體物料清單寫入 {output}：{len(making)} 個套件",
        "en": f"the bill of materials is in {output}: {len(making)} packages",
    }
    click.echo(visible(done[lang]), err=True)


def _site(root: Path, site_dir: Path, lang: str) -> Site:
    told = _build(site_dir / BUILD)
    site = told.get("site")
    digest = site.get("digest") if isinstance(site, dict) else None
    commit, address = told.get("commit"), None
    if (root / CONFIG).is_file() and not read_settings(root / CONFIG)[1]:
        address = Configuration(root / CONFIG).section("site_url")
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or None
    if epoch is not None and not (epoch.isascii() and epoch.isdecimal() and len(epoch) < 12):
        fail(
            lang,
            zh="SOURCE_DATE_EPOCH 不是秒數；請寫自 1970 年起的秒數，例如 1796000000",
            en="SOURCE_DATE_EPOCH is not a number of seconds; write those since 1970, such as 1796000000",
        )
    return Site(
        name=address if isinstance(address, str) and address else root.resolve().name or "portal",
        version=commit if isinstance(commit, str) else "",
        digest=digest if isinstance(digest, str) else "",
        epoch=int(epoch) if epoch else None,
    )


def _build(path: Path) -> Mapping[str, Any]:
    """What a build tells; nothing if there is none, or if it is none of ours."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _platforms(has_npm: bool) -> dict[str, tuple[str, str]]:
    """What runs the packages: Python, and Node.js where there are packages of npm."""
    found = {"python": (platform.python_version(), "Python-2.0.1")}
    node = shutil.which("node") if has_npm else None
    if node:
        told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        if told.returncode == 0 and told.stdout.startswith("v"):
            found["node"] = (told.stdout.strip().removeprefix("v"), "MIT")
    return found
