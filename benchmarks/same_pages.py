"""Whether two generators made the same pages: the same addresses, and at each the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import lxml.html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BODY_TEXT = (
    "//main//*[contains(concat(' ', @class, ' '), ' md-typeset ')]//text()[not(ancestor::h1)]"
)
"""What a page says below its title. Themes differ in where the title stands on a front page."""

_CONTEXT = 30


class PagesDiffer(Exception):
    """Two sites are not the same; the message tells where first."""


def require_same_pages(ours: Path, other: Path, *, whole: bool) -> int:
    """The number of pages, if both sites have the same ones.

    They must have the same text below the title; if ``whole``, also the same text in the frame around it, and the
    same number of links and of ``hreflang`` entries. Raises PagesDiffer.
    """
    pages, others = addresses(ours), addresses(other)
    if pages != others:
        alone = sorted(pages ^ others)
        raise PagesDiffer(
            f"{len(alone)} pages are on one side only, as {alone[0] or 'the front page'}"
        )
    found = list(_differences(ours, other, sorted(pages), whole=whole))
    if found:
        raise PagesDiffer(f"{len(found)} of {len(pages)} pages differ; {found[0]}")
    return len(pages)


def html_bytes(site: Path) -> int:
    """Size of all pages, error pages among them."""
    return sum(path.stat().st_size for path in site.rglob("*.html"))


def addresses(site: Path) -> set[str]:
    """Every page but the error pages, which are not at an address of their own."""
    found = site.rglob("index.html")
    return {path.relative_to(site).as_posix().removesuffix("index.html") for path in found}


def _differences(ours: Path, other: Path, pages: list[str], *, whole: bool) -> Iterator[str]:
    for address in pages:
        one, two = (_parse(site / address / "index.html") for site in (ours, other))
        for xpath in ["//body//text()"] if whole else [_BODY_TEXT]:
            texts = [" ".join(" ".join(page.xpath(xpath)).split()) for page in (one, two)]
            if texts[0] != texts[1]:
                yield f"{address or 'the front page'} says {_first_difference(*texts)}"
        for name, xpath in {"links": "//a[@href]", "hreflang": "//link[@hreflang]"}.items():
            counts = [len(page.xpath(xpath)) for page in (one, two)]
            if whole and counts[0] != counts[1]:
                yield f"{address} has {counts[0]} {name} or {counts[1]}"


def _parse(path: Path) -> Any:
    return lxml.html.fromstring(path.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))


def _first_difference(one: str, two: str) -> str:
    pairs = enumerate(zip(one, two, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(one), len(two)))
    parts = [text[max(0, at - _CONTEXT) : at + _CONTEXT] for text in (one, two)]
    return f"…{parts[0]}… or …{parts[1]}…"
