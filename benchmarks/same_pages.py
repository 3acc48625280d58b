"""Whether two generators made the same pages: the same addresses, and at each the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

import lxml.html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FRAME = " or ".join(f"@class='{name}'" for name in ("key", "crumbs", "tagline", "actions", "edit"))
"""The text inside ``<main>`` that belongs to our frame, not the page."""

_BODIES = (
    f"//main//text()[not(ancestor::h1 or ancestor::*[{_FRAME}])]",
    "//main//*[contains(concat(' ', @class, ' '), ' md-typeset ')]//text()[not(ancestor::h1)]",
)
"""The text of a page below its title, in our frame and in Material's. The position of front page titles differs."""

_WHOLE = ("//body//text()", "//body//text()")

_CONTEXT = 30


class PagesDiffer(Exception):
    """Two sites differ; the message says where first."""


def require_same_pages(ours: Path, other: Path, *, whole: bool) -> int:
    """The number of pages, if both sites have the same ones.

    They must have the same text below the title; if ``whole``, also the same text in the frame around it, the same
    links in the same order, and the same ``hreflang`` entries, and so must the error pages. Raises PagesDiffer.
    """
    pages, others = addresses(ours), addresses(other)
    if pages != others:
        alone = sorted(pages ^ others)
        raise PagesDiffer(
            f"{len(alone)} pages are on one side only, as {alone[0] or 'the front page'}"
        )
    files = [f"{address}index.html" for address in pages]
    if whole:
        files += (path.relative_to(ours).as_posix() for path in ours.rglob("404.html"))
    found = list(_differences(ours, other, sorted(files), whole=whole))
    if found:
        raise PagesDiffer(f"{len(found)} of {len(pages)} pages differ; {found[0]}")
    return len(pages)


def html_bytes(site: Path) -> int:
    """Size of all pages, including error pages."""
    return sum(path.stat().st_size for path in site.rglob("*.html"))


def addresses(site: Path) -> set[str]:
    """Every page except the error pages, which have no address of their own."""
    found = site.rglob("index.html")
    return {path.relative_to(site).as_posix().removesuffix("index.html") for path in found}


def _differences(ours: Path, other: Path, files: list[str], *, whole: bool) -> Iterator[str]:
    for file in files:
        name = file.removesuffix("index.html") or "the front page"
        one, two = (_parse(site / file) for site in (ours, other))
        pairs = zip((one, two), _WHOLE if whole else _BODIES, strict=True)
        texts = [" ".join(" ".join(page.xpath(xpath)).split()) for page, xpath in pairs]
        if texts[0] != texts[1]:
            yield f"{name} says {_first_difference(*texts)}"
        if whole:
            yield from _link_differences(name, file, one, two)


def _link_differences(name: str, file: str, one: Any, two: Any) -> Iterator[str]:
    for what, xpath in (("links", "//a[@href]"), ("hreflang", "//link[@hreflang]")):
        links, others = (
            [
                (link.get("hreflang"), unquote(urljoin(f"/{file}", link.get("href"))))
                for link in page.xpath(xpath)
            ]
            for page in (one, two)
        )
        if len(links) != len(others):
            yield f"{name} has {len(links)} {what} or {len(others)}"
        elif links != others:
            first = next(pair for pair in zip(links, others, strict=True) if pair[0] != pair[1])
            yield f"{name} has among its {what} {first[0]} or {first[1]}"


def _parse(path: Path) -> Any:
    html = path.read_bytes().replace(b"<wbr>", b"")  # where a line may break between Chinese words
    return lxml.html.fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))


def _first_difference(one: str, two: str) -> str:
    pairs = enumerate(zip(one, two, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(one), len(two)))
    parts = [text[max(0, at - _CONTEXT) : at + _CONTEXT] for text in (one, two)]
    return f"…{parts[0]}… or …{parts[1]}…"
