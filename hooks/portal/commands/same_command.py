"""``portal same``: whether two builds gave the same bytes."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from portal.breakdown import PROBLEMS_FOUND
from portal.commands.options import fail, lang_option
from portal.progress import Progress
from portal.site_file import BUILD
from portal.supply.refused import Refused
from portal.supply.two_trees import Difference, differences, listing, told_digest
from portal.text.visible import visible

_SHOWN = 50
"""Files that are told one by one."""

_WORDS = {
    "only-first": {"zh": "只在第一個", "en": "only in the first"},
    "only-second": {"zh": "只在第二個", "en": "only in the second"},
    "not-a-file": {"zh": "不是一般檔案（連結或裝置）", "en": "is not a regular file but a link or a device"},
    "content": {"zh": "從第 {at} 個位元組起不同", "en": "differs from byte {at} on"},
}  # fmt: skip


@click.command()
@lang_option
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
def same(lang: str, first: Path, second: Path) -> None:
    """Say whether two sites are the same, byte by byte, and which files differ.

    FIRST and SECOND are folders of built sites. Two files build.json will do too: their digests are compared, and
    which files differ is not known. Exit code 0: the same. 1: not the same. 2: cannot run.
    """
    try:
        if first.is_file() or second.is_file():
            _compare_digests(lang, first, second)
        else:
            _compare_folders(lang, first, second)
    except Refused as error:
        fail(lang, zh=error.zh, en=error.en)


def _compare_digests(lang: str, first: Path, second: Path) -> None:
    found = [told_digest(path if path.is_file() else path / BUILD) for path in (first, second)]
    if found[0] == found[1]:
        words = {"zh": f"兩個網站相同：{found[0]}", "en": f"both sites are the same: {found[0]}"}
        click.echo(visible(words[lang]))
        return
    words = {
        "zh": f"兩個網站不同：{found[0]}、{found[1]}；要知道哪些檔案不同，請指定兩個網站的資料夾",
        "en": f"the sites are not the same: {found[0]}, {found[1]}; name their folders to see which files differ",
    }
    click.echo(visible(words[lang]))
    sys.exit(PROBLEMS_FOUND)


def _compare_folders(lang: str, first: Path, second: Path) -> None:
    listings = listing(first), listing(second)
    if not listings[0] and not listings[1]:
        raise Refused(
            zh=f"{first} 與 {second} 都是空的；請指定產生好的網站",
            en=f"both {first} and {second} are empty; name sites that were built",
        )
    total = len(listings[0].keys() | listings[1].keys())
    label = {"zh": "比對", "en": "comparing"}[lang]
    with Progress(total, label, since=time.monotonic()) as progress:
        found = list(differences(*listings, progress.advance))
    for one in found[:_SHOWN]:
        _tell(lang, one)
    if not found:
        words = {
            "zh": f"兩個網站相同，共 {total} 個檔案",
            "en": f"both sites are the same: {total} files",
        }
        click.echo(words[lang])
        return
    left_out = len(found) - _SHOWN
    if left_out > 0:
        click.echo({"zh": f"另有 {left_out} 個檔案", "en": f"and {left_out} other files"}[lang])
    words = {
        "zh": f"{total} 個檔案中有 {len(found)} 個不同",
        "en": f"{len(found)} of {total} files are not the same",
    }
    click.echo(words[lang], err=True)
    sys.exit(PROBLEMS_FOUND)


def _tell(lang: str, one: Difference) -> None:
    what = _WORDS[one.kind][lang].format(at=one.at + 1)
    click.echo(visible(f"{one.path}: {what}"))
    if one.kind == "content":
        click.echo(f"  - {visible(one.first)}\n  + {visible(one.second)}")
