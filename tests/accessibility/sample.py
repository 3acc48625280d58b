"""Which pages are looked at in a browser: one of each template and the written ones, or all."""

from __future__ import annotations

from pathlib import Path

from building import ROOT, TODAY

from portal.assembly import read_portal
from portal.model.values.moment import Moment

PREFIXES = ("", "en/")
"""Of the addresses of each language."""
ERROR_PAGE = "404.html"


def sample(site: Path, *, shortest: bool = False) -> list[str]:
    """Addresses without a language: the longest page of each template, and pages with none."""
    generated = read_portal(ROOT, Moment.parse(TODAY)).pages.values()
    sizes: dict[str, list[tuple[int, str]]] = {}
    for page in generated:
        size = (site / page.path / "index.html").stat().st_size
        sizes.setdefault(page.template, []).append((size, page.path))
    choose = min if shortest else max
    chosen = {choose(pages)[1] for pages in sizes.values()}
    written = set(every_page(site)) - {page.path for page in generated}
    return sorted(chosen) + sorted(path for path in written if not path.startswith("en/"))


def every_page(site: Path) -> list[str]:
    """All addresses, with their languages."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path.removesuffix("index.html") for path in files)
