"""What is wrong with a file beside the written pages: its format, its content, its address."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from portal.data.file_names import folded, is_copy
from portal.data.media_file import read_file
from portal.data.opening import LARGEST_FILE, Refused, read_regular
from portal.data.problem import Place, Problem
from portal.data.root import MOST_PIXELS, decode
from portal.data.svg import svg_fault
from portal.pages.content import FORMATS, PAGE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from portal.data.media_facts import MediaFacts
    from portal.pages.content import Asset

_LIKE_PAGES = frozenset({"md", "markdown", "mdown", "mkdn", "mkd", "mdx"})
"""File extensions of pages, as other programs write them."""

_FONT = "woff2"
"""What only a style sheet can use."""


def file_problem(asset: Asset, asked_for: Collection[str], known: MediaFacts) -> Problem | None:
    """What is wrong with a file itself, the nearest cause only.

    Files whose addresses are ``asked_for`` may be of any format.
    """
    name = PurePosixPath(asset.name).name
    place, found = Place(asset.name), {"found": name}
    if asset.suffix in (*FORMATS, _FONT):
        try:
            return _content_problem(asset, found, known)
        except Refused as error:
            return Problem(place, error.code, found | error.found)
    if asset.address in asked_for:
        return None
    if is_copy(name):
        return Problem(place, "stray-copy", found)
    if asset.suffix in _LIKE_PAGES:
        cure = PurePosixPath(name).with_suffix(PAGE).name
        return Problem(place, "stray-file-near", found | {"nearest": cure})
    return Problem(place, "asset-format", found | {"choices": ", ".join(sorted(FORMATS))})


def _content_problem(asset: Asset, found: dict[str, str], known: MediaFacts) -> Problem | None:
    place, form = Place(asset.name), FORMATS.get(asset.suffix, _FONT)
    file = read_file(asset.name, asset.path, known)
    found |= {"kinds": asset.suffix, "reason": file.reason}
    if file.fault == "media-too-large":
        sizes = {"reason": _megabytes(file.size), "limit": _megabytes(LARGEST_FILE)}
        return Problem(place, file.fault, found | sizes)
    if form in ("svg", "csv", _FONT):
        return _text_problem(asset, found, form)
    if file.format != form:
        other = file.format.upper() if file.format.isalnum() else file.format
        code = "content-not-as-named" if other else "content-unknown"
        return Problem(place, code, found | {"other": other})
    if file.fault and file.fault != "image-animated":
        return Problem(place, file.fault, found)
    if file.width * file.height > MOST_PIXELS:
        size = {"reason": f"{file.width} × {file.height}", "limit": f"{MOST_PIXELS:,}"}
        return Problem(place, "image-too-many-pixels", found | size)
    return None


def _text_problem(asset: Asset, found: dict[str, str], form: str) -> Problem | None:
    """What is wrong with a drawing or a table, which have no first bytes to know them by."""
    raw = read_regular(asset.path)
    if form == _FONT:
        is_font = raw.startswith(b"wOF2")
        return None if is_font else Problem(Place(asset.name), "content-unknown", found)
    if form == "csv":
        _, problems = decode(asset.name, raw)
        return next((p for p in problems if p.code != "byte-order-mark"), None)
    fault = svg_fault(raw)
    if fault is None:
        return None
    line, column, code, reason = fault
    return Problem(Place(asset.name, line, column), code, found | {"reason": reason, "key": reason})


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB"


def collisions(
    assets: Iterable[Asset], pages: Iterable[str], files: Collection[str]
) -> Iterator[tuple[Asset, Problem]]:
    """Assets whose address is, on one system or another, that of a page or of another file.

    ``pages`` are the addresses of all pages below the root of the site, ``files`` those of files that are made.
    """
    taken = {folded(name): f"/{name}" for name in files}
    for page in pages:
        parts = page.rstrip("/").split("/")
        for end in range(1, len(parts) + 1):
            taken.setdefault(folded("/".join(parts[:end])), f"/{page}")
    for asset in assets:
        other = taken.setdefault(folded(asset.address), asset.name)
        if other != asset.name:
            found = {"found": f"/{asset.address}", "other": other}
            yield asset, Problem(Place(asset.name), "asset-collision", found)
