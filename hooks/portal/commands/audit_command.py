"""``portal audit``: what public advisories say, from the answers that ``.ci/audit`` has gathered."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from portal.commands.annotations import remark
from portal.commands.options import fail, format_option, lang_option, root_option
from portal.commands.reading import moment
from portal.supply.advisory_answers import answers
from portal.supply.advisory_waivers import waivers_of
from portal.supply.audit import FINE, conclude
from portal.supply.refused import Refused
from portal.text.visible import visible


@click.command()
@root_option
@lang_option
@format_option(["text", "github"], "github: annotations of a workflow.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def audit(root: Path, lang: str, form: str, folder: Path) -> None:
    """Judge what public advisories answered about the packages; .ci/audit asks them and calls this.

    FOLDER holds the answers. Exit code 0: nothing is known. 1: there are advisories that nobody has accepted in
    requirements/advisories.yaml. 2: cannot run. 3: it could not look, or not at everything.
    """
    found = answers(folder) if folder.is_dir() else []
    if not found:
        fail(
            lang,
            zh=f"{folder} 裡沒有查詢的結果；請執行 bash .ci/audit",
            en=f"there are no answers in {folder}; run bash .ci/audit",
        )
    try:
        waivers = waivers_of(root)
    except Refused as error:
        fail(lang, zh=error.zh, en=error.en)
    lines, code = conclude(found, waivers, date.fromisoformat(moment(lang).day.iso))
    for line in lines:
        said = {"zh": line.zh, "en": line.en}[lang]
        if form == "github":
            click.echo(remark(line.level, said))
        else:
            click.echo(visible(f"{line.level}: {said}"))
    asked = ", ".join(answer.question for answer in found if not answer.fault)
    if code == FINE:
        words = {
            "zh": f"沒有未接受的漏洞公告（{asked}）",
            "en": f"no advisories but accepted ones ({asked})",
        }
        click.echo(words[lang])
    sys.exit(code)
