"""Looks at every page of the built site and writes the report: ``make a11y``.

The judges of files, axe and what a page asks for are for every page; where the keys lead, how text is laid out and
what moves is the work of templates, so for these a page of each template is looked at, in both languages.
With addresses (``en/cities/ about/``) it looks at these pages only and writes nothing.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Collection
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from accessibility import axe, markup, moda, nu, scriptless, wording
from accessibility.browsing import KEYS, STILL, begin, open_page
from accessibility.finding import Finding, report
from accessibility.loading import watch
from accessibility.packages import version
from accessibility.results import Results, Row, places, write
from accessibility.sample import PREFIXES, every_page, sample
from building import ROOT, build
from machine import main as machine_is_ready
from serving import open_browser, serve

from portal.assembly import read_portal
from portal.today import build_moment

BATCH = 20
"""Pages that one process looks at before it says so."""
UNDECIDED = "undecided"
EVERYWHERE = ("axe", "loading")
"""What is done in a browser on every page."""

Found = dict[str, list[Finding]]
"""By the name of the judge; what axe does not decide is under a name of its own."""

FILES: dict[str, tuple[str, str, Callable[[Path], list[Finding]]]] = {
    "markup": ("html-validate", version("html-validate"), markup.judge),
    "nu": ("Nu HTML Checker", version("vnu-jar"), nu.judge),
    "moda": ("a11y-moda", moda.version(), moda.judge),
}


def look_at(served: str, addresses: list[str], closely: Collection[str]) -> Found:
    """What a browser can tell of some pages; of those that are looked at closely, all of it."""
    found: Found = defaultdict(list)
    with (
        open_browser() as browser,
        open_page(browser) as page,
        open_page(browser, script=False) as plain,
    ):
        loading = watch(page, served)
        for address in addresses:
            loading.turn(address)
            begin(page, f"{served}{address}")
            if address in closely:
                plain.goto(f"{served}{address}")
                found["scriptless"] += scriptless.judge(page, plain, address)
            verdict = axe.judge(page, address)
            found["axe"] += verdict.findings
            found[UNDECIDED] += verdict.undecided
            if address in closely:
                for name, check in STILL.items():
                    found[name] += check(page, address)
                for name, check in KEYS.items():
                    begin(page, f"{served}{address}")
                    found[name] += check(page, address)
            loading.cookies = len(page.context.cookies())
            found["loading"] += loading.findings()
    return dict(found)


def look_at_all(served: str, addresses: list[str], closely: Collection[str]) -> tuple[Found, str]:
    """The same of many pages, by as many processes as there are processors; and the browser's version."""
    found: Found = defaultdict(list)
    batches = [addresses[i : i + BATCH] for i in range(0, len(addresses), BATCH)]
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        for number, done in enumerate(
            as_completed(pool.submit(look_at, served, batch, closely) for batch in batches), 1
        ):
            for name, findings in done.result().items():
                found[name] += findings
            sys.stderr.write(f"\r{number} of {len(batches)} batches of pages")
    sys.stderr.write("\n")
    with open_browser() as browser:
        return found, browser.version


def results(site: Path, served: str) -> Results:
    """What every judge finds on the pages that it looks at."""
    addresses = every_page(site)
    moment = build_moment()
    generated = read_portal(ROOT, moment).pages.values()
    closely = frozenset(prefix + path for path in sample(site, generated) for prefix in PREFIXES)
    rows = []
    for key, (tool, number, judge) in FILES.items():
        rows.append(
            Row(
                key=key,
                tool=tool,
                version=number,
                pages=len(addresses),
                reduced=False,
                findings=places(judge(site)),
                undecided=[],
            )
        )
    found, chromium = look_at_all(served, addresses, closely)
    for key in wording.WHAT:
        if key not in FILES:
            rows.append(
                Row(
                    key=key,
                    tool="axe-core" if key == "axe" else "Chromium",
                    version=version("axe-core") if key == "axe" else chromium,
                    pages=len(addresses if key in EVERYWHERE else closely),
                    reduced=False,
                    findings=places(found[key]),
                    undecided=places(found[UNDECIDED]) if key == "axe" else [],
                )
            )
    return Results(day=moment.day.iso, rows=rows)


def renew(found: Results) -> None:
    """Write the report, and the part of both statements that tells of it."""
    write(found)
    wording.REPORT.write_text(wording.report(found), encoding="utf-8")
    for lang, path in wording.STATEMENTS.items():
        text = path.read_text(encoding="utf-8")
        part = wording.statement(found, lang)
        old = wording.SECTION.search(text)
        assert old is not None, path
        path.write_text(text[: old.start()] + part + text[old.end() :], encoding="utf-8")


def main(addresses: list[str]) -> int:
    """Exit code 1 when somebody found something."""
    if machine_is_ready():
        return 1
    with TemporaryDirectory() as folder:
        built = build(ROOT / "mkdocs.yml", Path(folder) / "site", PORTAL_TODAY=str(build_moment()))
        if built.code:
            sys.stderr.write(built.output)
            return 1
        with serve(built.folder) as served:
            if addresses:
                found = look_at(served, addresses, addresses)
                found.pop(UNDECIDED, None)
                wrong = [finding for findings in found.values() for finding in findings]
                sys.stdout.write(report(wrong) + "\n" if wrong else "Nothing found.\n")
                return int(bool(wrong))
            outcome = results(built.folder, served)
    renew(outcome)
    sys.stdout.write(f"Written: {wording.REPORT.relative_to(ROOT)}, and both statements.\n")
    return int(not outcome.is_clean)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
