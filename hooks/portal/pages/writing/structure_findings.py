"""Lists, boxes and definitions of a written page that do not become what they were meant as."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from portal.pages.writing.findings import Finding
from portal.pages.writing.shown_text import ShownText
from portal.text.markdown import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from portal.pages.writing.html_scan import HtmlScan
    from portal.text.text_block import Block

_TOO_LITTLE = re.compile(r"^ {1,3}(?:[-+*]|\d{1,9}[.)]) ", re.MULTILINE)
"""Items that other parsers nest in the item above them, and that of pages only with four spaces."""

_ADDRESSES = ("href", "src")


def structure_findings(
    scan: HtmlScan, body: str, definitions: Mapping[str, str]
) -> Iterator[Finding]:
    """What is wrong with the structure of a page with that text; ``definitions`` gives targets by label."""
    if _TOO_LITTLE.search(body):
        yield from _nesting(ShownText(scan), body)
    yield from _empty_boxes(scan)
    used = {element.attrs.get(name) for element in scan.elements for name in _ADDRESSES}
    for label, target in definitions.items():
        if target not in used and not label.startswith("^"):
            sign = f"[{label}]:"
            written = re.search(re.escape(sign), body, re.IGNORECASE)
            yield Finding("definition-unused", {"found": label}, offset=written and written.start())


def _nesting(shown: ShownText, body: str) -> Iterator[Finding]:
    """Items that CommonMark puts deeper, of each list the first."""
    deep = _depths(line.block for line in shown.lines)
    was_told = False
    for words, found in _by_words(Prose(body).blocks).items():
        depths = deep.get(words, [])
        flat = [
            block
            for block, depth in zip(found, depths, strict=False)
            if len(found) == len(depths) and block.depth > depth
        ]
        for block in flat if not was_told else ():
            yield Finding("list-not-nested", {"found": words}, offset=block.start)
        was_told = bool(flat)


def _depths(blocks: Iterable[Block]) -> dict[str, list[int]]:
    return {words: [block.depth for block in found] for words, found in _by_words(blocks).items()}


def _by_words(blocks: Iterable[Block]) -> dict[str, list[Block]]:
    """The texts of items by their first lines, in order."""
    found: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        words = " ".join(block.text.split())
        if block.is_in_item and words:
            found[words].append(block)
    return found


def _empty_boxes(scan: HtmlScan) -> Iterator[Finding]:
    """Admonitions whose text is not indented, so that it stands below them."""
    for index, element in enumerate(scan.elements):
        if element.tag != "div" or "admonition" not in element.attrs.get("class", "").split():
            continue
        inside = scan.elements[index + 1 : element.last + 1]
        if all("admonition-title" in part.attrs.get("class", "") for part in inside):
            kind = element.attrs["class"].removeprefix("admonition").strip()
            found = {"found": f"!!! {kind}"}
            yield Finding("box-empty", found, index, sought=(f"!!! {kind}", "!!!"))
