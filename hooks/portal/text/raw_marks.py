"""Marks of Markdown, and of other dialects, that readers would see as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from portal.text.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.text.markdown import Block, Prose

# All repetitions are bounded, so that even a text designed to exhaust the build is read quickly.

_LINK = regex.compile(
    r"\[[^\]\n]{0,199}\](?:\(|\s?[(（](?=https?:|www\.|/))[^)）\n]{0,299}[)）]?"
    r"|\([^)\n]{1,99}\)\[(?=https?:|/)[^\]\n]{0,299}\]?|\[\[[^\]\n]{1,99}\]\]"
)
_WIDE_LINK = regex.compile(
    r"[［【][^］】\n]{0,199}[］】]\s?[(（](?=https?:|www\.|/)[^)）\n]{0,299}[)）]?"
)

_DIALECT = regex.compile(
    r"==(?=\S)[^=\n]{1,99}==|'''[^'\n]{1,99}'''|^={2,}[ \w].*$|^={3,}$|\$\$[^$\n]{1,199}\$\$|^:::.*$|^!!! ?\w+|^\[TOC\]"
    r"|(?<!\])\[/?(?:b|i|u|url|img)(?:=[^\]\n]{0,99})?\](?!\[)|(?<![\w:]):[a-z_]{2,20}:(?!\w)|(?<=\w)[~^]\d{1,2}[~^]|^\+[-=+]{3,}\+$"
    r"|^｜.*｜$|｀[^｀\n]{0,99}｀?|^＞\s?|^[-•]\S.*(?=\n[-•]\S)|\\$",
    regex.MULTILINE,
)
"""Marks of wikis, forums, other kinds of Markdown and full-width keyboards."""

_ASTERISK = regex.compile(
    r"(?<![A-Za-z\d])\*+(?=\S)|\*{2,}|(?<=[^\s*A-Za-z\d])\*+|(?<=[A-Za-z])\*+(?!\w)|＊＊"
)
"""Not that of A*STAR or 3*4."""

_UNDERSCORE = regex.compile(
    r"(?<![A-Za-z0-9_])_+(?=\w)(?!\w{1,40}\.\w)|(?<=\w)_+(?![A-Za-z0-9_.])|(?<=[^\x00-\x7F])_+"
)
"""Not those of snake_case or __init__.py."""

_ENTITY = regex.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")

_LEFT_OVER = (
    ("footnote-in-prose", "[^", regex.compile(r"\[\^[^\]\s]{1,99}\]")),
    ("task-in-prose", "[", regex.compile(r"(?<!\S)\[[ xX]\](?!\S)")),
    ("image-in-prose", "![", regex.compile(r"!\[[^\]\n]{0,199}\]")),
    ("link-in-prose", "]", _LINK),
    ("link-in-prose", "", _WIDE_LINK),
    ("strikethrough-in-prose", "~~", regex.compile(r"~~[^~\n]{0,299}(?:~~)?")),
    ("backtick-in-prose", "`", regex.compile(r"`+")),
    ("asterisk-in-prose", "", _ASTERISK),
    ("underscore-in-prose", "_", _UNDERSCORE),
    ("attributes-in-prose", "{", regex.compile(r"\{:?\s*[#.][^}\n]{0,99}\}")),
    ("heading-in-prose", "", regex.compile(r"^(?:#{2,6}(?=[^\s#])|＃+)")),
    ("table-in-prose", "|", regex.compile(r"^\|[^\n]{0,999}\|\s*$", regex.MULTILINE)),
    ("dialect-in-prose", "", _DIALECT),
    ("markup-in-text", "<", regex.compile(r"</?[a-zA-Z!][^<>\n]{0,99}>?")),
    ("entity-in-text", "&", _ENTITY),
)  # fmt: skip
"""What is left in a text where a mark was meant, in the order in which it is looked for, and what each has."""

_PLAIN = regex.compile(
    r"(\*\*|__|~~)(?=\S)[^\n]{1,299}?(?<=\S)\1(?!\.\w)|`[^`\n]{1,299}`|!?\[[^\]\n]{1,199}\]\([^)\n]{0,299}\)"
    r"|(?<![\w*])\*[^\s*][^*\n]{0,299}\*(?![\w*])|(?<![\w_])_[^\s_][^_\n]{0,299}_(?![\w_.])|^(?:#{1,6}|[-*+>]) (?=\S)"
    r"|\[\^[^\]\s]{1,99}\]|==\S[^=\n]{0,99}==|'''[^'\n]{1,99}'''|\[\[[^\]\n]{1,99}\]\]|\[/?(?:b|i|u|url)\]|\\[*_#`]"
)
"""Marks that are sure to be meant as such."""

_SIGNS = frozenset("[~`*_{#|＊＃=':$^+!&<\\｜｀＞-［【]")
_PLAIN_SIGNS = frozenset("*_~`[#>=\\+'-")

SHOWN = 12
"""Characters shown after a mark."""

LAST_NUMBER = 999
"""A list that begins with a greater number is a sentence that begins with a year."""

_NOTHING = regex.compile(r"\s*(?:[-*+]|\d{1,9}[.)]|#{1,6})\s*")
"""A heading or an item without words."""

_ADDRESS = regex.compile(r"https?://[^\s<>）)」]+")


def prose_faults(prose: Prose) -> Iterator[Fault]:
    """What in a prose field readers would see raw, or would not see at all, and headings of the wrong level."""
    for block in prose.blocks:
        if block.element == "CodeBlock":
            yield from _unclosed(block, prose.text)
        elif not _SIGNS.isdisjoint(block.marks):
            yield from _left_over(block)
        written = prose.text[block.start : block.end]
        if block.element in ("Heading", "Item") and _NOTHING.fullmatch(written):
            yield Fault("nothing-in-prose", block.start, written.strip())
        if block.element == "Item" and block.level > LAST_NUMBER:
            yield Fault("number-in-prose", block.start, f"{block.level}.")
    for target in prose.targets:
        if target.definition.startswith("^"):
            yield Fault("footnote-in-prose", target.start, f"[{target.definition}]")
        if target.is_image or not target.has_text:
            code = "image-in-prose" if target.is_image else "nothing-in-prose"
            yield Fault(code, target.start, prose.text[target.start :].split("\n")[0][:40])
    yield from _outline_faults(prose)
    for label in prose.unused_definitions():
        yield Fault("definition-unused", max(prose.text.find(f"[{label}]:"), 0), label)


def _outline_faults(prose: Prose) -> Iterator[Fault]:
    above = 0
    for heading in prose.headings():
        found = " ".join(heading.text.split())
        if heading.level == 1:
            yield Fault("heading-of-level-one", heading.start, found)
        elif above and heading.level > above + 1:
            yield Fault("heading-level-skipped", heading.start, found, other=str(above + 1))
        above = max(heading.level, 2)


def _left_over(block: Block) -> Iterator[Fault]:
    """Each kind of mark is told once: what opens and what should close it are one mistake."""
    marks = _ADDRESS.sub(lambda found: "x" * len(found[0]), block.marks)
    taken: set[int] = set()
    for code, needed, pattern in _LEFT_OVER:
        told = False
        source = {"link-in-prose": block.marks, "entity-in-text": block.text}.get(code, marks)
        for found in pattern.finditer(source) if needed in source else ():
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
    if fence in ("```", "~~~") and (len(written) == 1 or fence not in written[-1]):
        yield Fault("code-not-closed", block.start, written[0].strip())


def plain_faults(text: str) -> Iterator[Fault]:
    """Marks in a text that is no Markdown, where all of them are seen raw."""
    if not _PLAIN_SIGNS.isdisjoint(text):
        for found in _PLAIN.finditer(text):
            yield Fault("markdown-in-text", found.start(), found[0])
