"""Marks of Markdown that readers of a written page would see, because they have no effect."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from portal.pages.writing.findings import Finding
from portal.text.raw_marks import left_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.pages.writing.html_scan import HtmlScan
    from portal.text.fault import Fault
    from portal.text.raw_marks import Mark
    from portal.text.text_block import Block

_ON_PAGES = {
    "footnote-in-prose": "footnote-shown",
    "image-in-prose": "image-shown",
    "strikethrough-in-prose": "mark-shown",
    "attributes-in-prose": "mark-shown",
    "dialect-in-prose": "mark-shown",
}
"""Marks that have another sentence on pages than in records."""

_ON_PAGES_ONLY: tuple[Mark, ...] = (
    ("code-not-closed", "", regex.compile(r"^(?:`{3,}|~{3,})[^`\n]*$", regex.MULTILINE)),
    ("reference-undefined", "][", regex.compile(r"\[[^\[\]\n]*\]\[[^\[\]\n]*\]")),
    ("list-in-paragraph", "\n", regex.compile(r"(?<=\n)[ \t]*(?:[-+*]|\d{1,3}\.)[ \t]+(?=\S)")),
    (
        "table-in-paragraph",
        "--",
        regex.compile(r"^.*\|.*\n[ |:-]*-{3,}[ |:-]*(?:\n.*\|.*)*$", regex.MULTILINE),
    ),
    ("mark-shown", "", regex.compile(r"\{\{(?:[^\n]*?\}\})?|\}\}|\{%(?:[^\n]*?%\})?|%\}")),
    ("mark-shown", "\\", regex.compile(r"\\(?=[~|\"'<&=^$%,:;/?@])")),
)
"""What only the parser of pages makes nothing of: others begin a list or a table without an empty line before it."""

_LABEL = re.compile(r"\[[^\[\]\n]+\]")
_PICTURE = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)", re.IGNORECASE)


def mark_faults(block: Block) -> tuple[list[Fault], Block]:
    """Marks in a line of a page, where the text of the page has them; and the line without them."""
    faults, rest = left_over(block, _ON_PAGES_ONLY)
    return [replace(fault, code=_ON_PAGES.get(fault.code, fault.code)) for fault in faults], rest


def beside_links(scan: HtmlScan) -> Iterator[Finding]:
    """A label after a link that was meant to name its definition; a link to a picture after a full-width sign."""
    for index, run in enumerate(scan.runs):
        if run.is_after_link and (label := _LABEL.match(run.text)):
            found = {"found": label[0], "other": label[0][1:-1]}
            yield Finding("reference-undefined", found, run=index, sought=(label[0],))
    for index, element in enumerate(scan.elements):
        if element.follows == "！" and _PICTURE.search(element.attrs.get("href", "")):
            found = {"found": f"！[{element.text}]"}
            yield Finding("image-shown", found, index, sought=("！[",))
