"""Which pages are looked at in a browser: one of each template and the written ones, or all."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from portal.pages.page import PageSource

PREFIXES = ("", "en/")
"""Of the addresses of each language."""
ERROR_PAGE = "404.html"


def sample(site: Path, generated: Collection[PageSource], *, shortest: bool = False) -> list[str]:
    """Addresses without a language: the longest page of each template, and pages with none."""
    sizes: dict[str, list[tuple[int, str]]] = {}
    for page in generated:
        size = (site / page.path / "index.html").stat().st_size
        sizes.setdefault(page.template, []).append((size, page.path))
    choose = min if shortest else max
    chosen = {choose(pages)[1] for pages in sizes.values()}
    others = set(every_page(site)) - {page.path for page in generated}
    return sorted(chosen) + sorted(
        path for path in others if not path.startswith("en/") and not _leads_on(site, path)
    )


def _leads_on(site: Path, path: str) -> bool:
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    return 'http-equiv="refresh"' in file.read_text(encoding="utf-8")


def every_page(site: Path) -> list[str]:
    """All addresses, with their languages."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path.removesuffix("index.html") for path in files)
