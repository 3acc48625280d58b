"""The cost of a reader's first search: bytes and requests up to the first results, for portals of two sizes.

The documents are those of the real portal and made-up ones, which recombine its sentences under new names; six in
ten of these are as long as a press release. Every query of the tests runs in a browser with an empty cache. The folder
of a site that has been built gives the pages.

Usage: PYTHONPATH=tests python -m benchmarks.search [SITE]
"""

from __future__ import annotations

import gzip
import random
import re
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import yaml

from benchmarks.corpus import ROOT
from benchmarks.growth import growth_exponent
from portal.assembly import read_portal
from portal.model.values.locale import LOCALES
from portal.outputs.search.language_index import LanguageIndex
from portal.outputs.search.search_index import FOLDER, SHOWN, documents
from portal.today import build_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Browser, Response

    from portal.model.values.locale import Locale
    from portal.outputs.search.search_document import SearchDocument

SIZES = (800, 8000)
LIMIT = 150_000
"""Bytes of a first search at the smaller size."""

LONG = 1500
"""Characters of a long text."""

QUERIES = ROOT / "tests" / "content" / "queries.yaml"
TOLD = re.compile(r"[^…]$")
"""The text of the page when it has found something or nothing; while it searches, the text ends in dots."""


def queries(locale: str) -> list[str]:
    """The tests' queries in a locale."""
    rows = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [str(row["ask"]) for row in rows if locale in row.get("in", ("zh", "en"))]


def loaded(browser: Browser, site: str, locale: Locale, query: str) -> dict[str, int]:
    """Every file that a first search loads, by path, with its bytes as a host sends them, compressed."""
    context = browser.new_context()
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda response: answers.append(response))  # noqa: PLW0108 (a method will not do)
    page.goto(f"{site}{locale.prefix}search/?q={quote(query)}")
    page.locator("#search-status", has_text=TOLD).wait_for()
    sizes: dict[str, int] = {}
    for answer in answers:
        path = urlsplit(answer.url).path
        if f"/{FOLDER}" in path or path.rpartition("/")[2].startswith("search"):
            body = answer.body()
            packed = path.endswith(".js")
            sizes[path] = len(gzip.compress(body)) if packed else len(body)
    context.close()
    return sizes


def invented(
    real: Iterable[SearchDocument], locale: str, count: int, *, seed: int = 20261128
) -> Iterator[SearchDocument]:
    """``count`` documents of a locale: the real ones, and others made from their sentences."""
    known = list(real)[:count]
    yield from known
    chance = random.Random(seed)
    sentences = [s for one in known for s in _sentences(one.text)]
    letters = sorted({c for one in known for c in one.title if c.isalpha()})
    kinds = [one for one in known if one.kind not in ("lists", "about")]
    for number in range(count - len(known)):
        like = chance.choice(kinds)
        name = "".join(chance.choices(letters, k=chance.randint(3, 8)))
        length = LONG * (1 if locale == "zh" else 2) if number % 10 < 6 else 120
        text = name
        while len(text) < length:
            text += chance.choice(sentences)
        title = f"{name}{like.title[-4:]}"
        yield replace(
            like, path=f"invented/{number}/", title=title, names=[name[::-1]], text=text, phrases=[]
        )


def _sentences(text: str) -> list[str]:
    return [part + "。" for part in text.split("。")] if "。" in text else [f"{text} "]


def main() -> None:
    """Measure, and print the median and the maximum for each size, and how the median grows."""
    from serving import open_browser, serve  # noqa: PLC0415 (lies with the tests)

    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site")
    edition = read_portal(ROOT, build_moment())
    medians: dict[int, float] = {}
    most: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as name, open_browser() as browser:
        for size in SIZES:
            folder = Path(name, str(size))
            shutil.copytree(
                site, folder, ignore=shutil.ignore_patterns(FOLDER.rstrip("/"), "cities")
            )
            for locale in LOCALES:
                index = LanguageIndex()
                real = documents(edition, locale.code)
                index.update(invented(real, locale.code, size), SHOWN[locale.code])
                for path, content in index.files().items():
                    file = folder / FOLDER / locale.lang / path
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(content)
            sizes, requests = {}, {}
            with serve(folder) as address:
                for locale in LOCALES:
                    for query in queries(locale.code):
                        found = loaded(browser, address, locale, query)
                        sizes[locale.code, query] = sum(found.values())
                        requests[locale.code, query] = len(found)
            heaviest, busiest = (max(found, key=found.__getitem__) for found in (sizes, requests))
            medians[size], most[size] = median(sizes.values()), sizes[heaviest]
            print(
                f"{size} records: median {medians[size] / 1000:.1f} kB, "
                f"most {sizes[heaviest] / 1000:.1f} kB ({heaviest[1]}); "
                f"requests: median {median(requests.values()):g}, "
                f"most {requests[busiest]} ({busiest[1]}); {len(sizes)} queries"
            )
            if size == SIZES[0] and sizes[heaviest] > LIMIT:
                print(f"  more than the limit of {LIMIT / 1000:.0f} kB")
    print(
        f"median grows as N^{growth_exponent(medians):.2f}, most as N^{growth_exponent(most):.2f}"
    )


if __name__ == "__main__":
    main()
