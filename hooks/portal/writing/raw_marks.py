"""Marks of Markdown that readers would see as they are written: in prose those that its parser did not take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from portal.writing.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.writing.markdown import Block, Prose

_LINK = regex.compile(
    r"\[[^\]\n]{0,199}\]"
    r"(?:\(|\s?[(（](?=https?:|www\.|/)|\[[^\]\n]{0,199}\])"
    r"[^)）\n]{0,299}[)）]?"
)

_LEFT_OVER = (
    ("footnote-in-prose", regex.compile(r"\[\^[^\]\s]{1,99}\]")),
    ("task-in-prose", regex.compile(r"(?<!\S)\[[ xX]\](?!\S)")),
    ("image-in-prose", regex.compile(r"!\[[^\]\n]{0,199}\]")),
    ("link-in-prose", _LINK),
    ("strikethrough-in-prose", regex.compile(r"~~[^~\n]{0,299}(?:~~)?")),
    ("backtick-in-prose", regex.compile(r"`+")),
    ("asterisk-in-prose", regex.compile(r"\*+(?=\S)(?<!\d\*(?=\d))|(?<=[^\s*])\*+|＊＊")),
    ("underscore-in-prose", regex.compile(r"(?<![A-Za-z0-9_])_+(?=\w)|(?<=\w)_+(?![A-Za-z0-9_])|(?<=[^\x00-\x7F])_+")),
    ("attributes-in-prose", regex.compile(r"\{:?\s*[#.][^}\n]{0,99}\}")),
    ("heading-in-prose", regex.compile(r"^(?:#{2,6}(?=[^\s#])|＃+\s)")),
    ("table-in-prose", regex.compile(r"^\|[^\n]{0,999}\|\s*$", regex.MULTILINE)),
)  # fmt: skip
"""What is left in a text where a mark was meant, in the order in which it is looked for.

All repetitions are bounded, so that even a text designed to exhaust the build is read quickly.
"""

_PLAIN = regex.compile(
    r"(\*\*|__|~~)(?=\S)[^\n]{1,299}?(?<=\S)\1|`[^`\n]{1,299}`|!?\[[^\]\n]{1,199}\]\([^)\n]{0,299}\)|(?<![\w*])\*[^\s*][^*\n]{0,299}\*(?![\w*])"
)
"""Marks that are sure to be meant as such."""

_SIGNS = frozenset("[~`*_{#|＊＃")

SHOWN = 12
"""Characters shown after a mark."""


def prose_faults(prose: Prose) -> Iterator[Fault]:
    """What in a prose field readers would see raw, or would not see at all, and headings of the wrong level."""
    for block in prose.blocks:
        if block.element != "CodeBlock" and not _SIGNS.isdisjoint(block.marks):
            yield from _left_over(block)
        elif block.element == "CodeBlock":
            yield from _unclosed(block, prose.text)
    for target in prose.targets:
        if target.is_image:
            yield Fault(
                "image-in-prose", target.start, prose.text[target.start :].split("\n")[0][:40]
            )
    level = 1
    for heading in prose.headings():
        found = " ".join(heading.text.split())
        if heading.level == 1:
            yield Fault("heading-of-level-one", heading.start, found)
        elif heading.level > level + 1:
            yield Fault("heading-level-skipped", heading.start, found, "#" * (level + 1))
        level = max(heading.level, 2)
    for label in prose.unused_definitions():
        yield Fault("definition-unused", max(prose.text.find(f"[{label}]:"), 0), label)


def _left_over(block: Block) -> Iterator[Fault]:
    """Each kind of mark is told once: what opens and what should close it are one mistake."""
    taken: set[int] = set()
    for code, pattern in _LEFT_OVER:
        told = False
        for found in pattern.finditer(block.marks):
            span = set(range(*found.span()))
            if not told and taken.isdisjoint(span):
                at = found.start()
                shown = found[0] if len(found[0]) > 2 else block.text[max(0, at - 8) : at + SHOWN]
                yield Fault(code, block.places[at], " ".join(shown.split()))
                told = True
            taken |= span


def _unclosed(block: Block, text: str) -> Iterator[Fault]:
    """A fence that nobody closed: all that follows is code."""
    written = text[block.start : block.end].rstrip().split("\n")
    fence = written[0].lstrip(" >")[:3]
    if fence in ("```", "~~~") and (
        len(written) < 2 or not written[-1].lstrip(" >").startswith(fence)
    ):
        yield Fault("code-not-closed", block.start, written[0].strip())


def plain_faults(text: str) -> Iterator[Fault]:
    """Marks in a text that is no Markdown, where all of them are seen raw."""
    if not _SIGNS.isdisjoint(text):
        for found in _PLAIN.finditer(text):
            yield Fault("markdown-in-text", found.start(), found[0])
