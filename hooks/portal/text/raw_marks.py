"""Marks of Markdown, and of other dialects, that readers would see as they are written."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import regex

from portal.text.fault import Fault
from portal.text.late_pattern import late_pattern
from portal.text.outline import skipped
from portal.text.text_block import CODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.text.markdown import Prose
    from portal.text.text_block import Block

# All repetitions are bounded, so that even a text designed to exhaust the build is read quickly.

_LINK = late_pattern(
    r"\[[^\[\]()\n]{1,99}\((?:https?:|/)[^)\n]{0,299}\)|\[[^\]\n]{0,199}\](?:\(|\s?[(（](?=https?:|www\.|/))[^)）\n]{0,299}[)）]?"
    r"|\([^)\n]{1,99}\)\[(?=https?:|/)[^\]\n]{0,299}\]?|\[\[[^\]\n]{1,99}\]\]"
)
_WIDE_LINK = late_pattern(
    r"[［【][^］】\n]{0,199}[］】]\s?[(（](?=https?:|www\.|/)[^)）\n]{0,299}[)）]?"
)

_DIALECT = late_pattern(
    r"==(?=\S)[^=\n]{1,99}==|'''[^'\n]{1,99}'''|^={2,}[ \w].*$|^={3,}$|\$\$[^$\n]{1,199}\$\$|^:::.*$|^\[TOC\]"
    r"|(?<!\])\[/?(?:b|i|u|url|img)(?:=[^\]\n]{0,99})?\](?!\[)|(?<![\w:]):[a-z_]{2,20}:(?!\w)|(?<=\w)[~^]\d{1,2}[~^]|^\+[-=+]{3,}\+$"
    r"|^\[![A-Z]+\]|^(?:!!!|\?{3}\+?)\s*\w+|^｜.*｜$|｀[^｀\n]{0,99}｀?|^＞\s?|\\$"
    r"|(?<![A-Za-z0-9+])\+\+(?=\S)[^+\n]{1,99}\+\+|^\.\. [a-z]+::",
    regex.MULTILINE,
)
"""Marks of wikis, forums, other kinds of Markdown and full-width keyboards."""

_ITEM = late_pattern(
    r"[ \t]*(?:[•●◆‧▪■○◎▶✓✔][ \t]?|·[ \t]|-(?=[^\s-])"
    r"|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、)）][ \t]?|(?<=\d)[.．](?=[^\s\d])))\S"
)
"""The beginning of a line that is meant as the item of a list."""

_ASTERISK = late_pattern(
    r"(?<![A-Za-z\d])\*+(?=\S)|\*{2,}|(?<=[^\s*A-Za-z\d])\*+|(?<=[A-Za-z])\*+(?!\w)|＊＊"
)
"""Not that of A*STAR or 3*4."""

_UNDERSCORE = late_pattern(
    r"(?<![A-Za-z0-9_])_+(?=\w)(?!\w{1,40}\.\w)|(?<=\w)_+(?![A-Za-z0-9_.])|(?<=[^\x00-\x7F])_+"
)
"""Not those of snake_case or __init__.py."""

_ENTITY = late_pattern(
    r"&(?:(?:amp|lt|gt|quot|nbsp)(?![A-Za-z0-9=]);?|(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)"
)

Mark = tuple[str, str, "regex.Pattern[str]"]
"""The code of a problem, what a text must hold so that it needs to be looked for, and its form."""

_LEFT_OVER: tuple[Mark, ...] = (
    ("footnote-in-prose", "^", late_pattern(r"\[\^[^\]\n]{1,99}\]|\^\[[^\]\n]{1,199}\]")),
    ("task-in-prose", "[", late_pattern(r"(?<!\S)\[ \](?!\S)|^\[[xX]\](?!\S)")),
    ("image-in-prose", "![", late_pattern(r"!\[[^\]\n]{0,199}\]")),
    ("link-in-prose", "[", _LINK),
    ("link-in-prose", "", _WIDE_LINK),
    ("strikethrough-in-prose", "~~", late_pattern(r"~~[^~\n]{0,299}(?:~~)?")),
    ("backtick-in-prose", "`", late_pattern(r"`+")),
    ("asterisk-in-prose", "", _ASTERISK),
    ("underscore-in-prose", "_", _UNDERSCORE),
    ("attributes-in-prose", "{", late_pattern(r"\{:?\s*(?:[#.][\w-]|[\w-]+=)[^}\n]{0,99}\}?")),
    ("heading-in-prose", "", late_pattern(r"^(?:#{2,6}(?=[^\s#])|＃+)|(?<=\n)(?:#{1,6}(?=\s)|＃+)")),
    ("table-in-prose", "|", late_pattern(r"^\|[^\n]{0,999}\|\s*$|^\|[^\n]{0,999}\n\||\|[ ]*:?-{3,}", regex.MULTILINE)),
    ("dialect-in-prose", "", _DIALECT),
    ("markup-in-text", "<", late_pattern(r"</?[a-zA-Z!][^<>\n]{0,99}>?")),
    ("entity-in-text", "&", _ENTITY),
)  # fmt: skip
"""What is left in a text where a mark was meant, in the order in which it is looked for."""

_PLAIN = late_pattern(
    r"(\*\*|__|~~)(?=\S)[^\n]{1,299}?(?<=\S)\1(?!\.\w)|`[^`\n]{1,299}`|!?\[[^\]\n]{1,199}\]\([^)\n]{0,299}\)"
    r"|(?<![\w*])\*[^\s*][^*\n]{0,299}\*(?![\w*])|(?<![\w_])_[^\s_][^_\n]{0,299}_(?![\w_.])|^(?:#{1,6}|[-*+>]) (?=\S)"
    r"|\[\^[^\]\s]{1,99}\]|==\S[^=\n]{0,99}==|'''[^'\n]{1,99}'''|\[\[[^\]\n]{1,99}\]\]|\[/?(?:b|i|u|url)\]|\\[*_#`]"
)
"""Marks that are sure to be meant as such."""

_SIGNS = frozenset("[~`*_{#|＊＃=':$^+!&<\\｜｀＞-［【]")
_PLAIN_SIGNS = frozenset("*_~`[#>=\\+'-")

SHOWN_BEFORE, SHOWN = 8, 12
"""Characters shown before and after a mark."""

LAST_NUMBER = 999
"""A list that begins with a greater number is a sentence that begins with a year."""

_NOTHING = late_pattern(r"\s*(?:[-*+]|\d{1,9}[.)]|#{1,6})\s*")
"""A heading or an item without words."""

_ADDRESS = late_pattern(r"https?://[^\s<>）)」]+")


def prose_faults(prose: Prose) -> Iterator[Fault]:
    """What in a prose field readers would not see, or see as code, and headings of the wrong level."""
    for block in prose.blocks:
        if block.element == "CodeBlock":
            yield from _unclosed(block, prose.text)
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
    for written, label, start in prose.undefined:
        yield Fault("reference-undefined", start, written, other=label)
    yield from _outline_faults(prose)
    for label in () if prose.undefined else prose.unused_definitions():
        yield Fault("definition-unused", max(prose.text.find(f"[{label}]:"), 0), label)


def _outline_faults(prose: Prose) -> Iterator[Fault]:
    headings = prose.headings()
    levels = [max(heading.level, 2) for heading in headings]  # one on level one is told as that
    words = [" ".join(heading.text.split()) for heading in headings]
    for heading, found in zip(headings, words, strict=True):
        if heading.level == 1:
            yield Fault("heading-of-level-one", heading.start, found)
    for index, limit in skipped(levels, 1):
        start, found = headings[index].start, words[index]
        yield Fault("heading-level-skipped", start, found, other=str(limit))


def left_over(block: Block, more: Iterable[Mark] = ()) -> tuple[list[Fault], Block]:
    """Marks that readers see raw in a block, and the block without them, for the rules that look at words.

    Each kind is told once: what opens and what should close it are one mistake. ``more`` are kinds of one dialect,
    which are looked for first.
    """
    faults = list(_run_together(block)) if "\n" in block.text else []
    if not more and _SIGNS.isdisjoint(block.marks):
        return faults, block
    marks = _ADDRESS.sub(lambda found: "x" * len(found[0]), block.marks)
    taken: set[int] = set()
    for code, needed, pattern in (*more, *_LEFT_OVER):
        told = False
        source = {"link-in-prose": block.marks, "entity-in-text": block.words()}.get(code, marks)
        for found in pattern.finditer(source) if needed in source else ():
            if code == "task-in-prose" and found[0] != "[ ]" and not block.is_in_item:
                continue  # the name of a network
            span = set(range(*found.span()))
            if not told and taken.isdisjoint(span):
                at = found.start()
                shown = found[0].strip().split("\n")[0]
                shown = shown if len(shown) > 2 else _around(block.text, at)
                cure = unescape(found[0]) if code == "entity-in-text" else ""
                faults.append(
                    Fault(code, block.places[at], " ".join(shown.split()), cure, found[0].strip())
                )
                told = True
            taken |= span
    if not taken:
        return faults, block
    rest = "".join(CODE if at in taken else mark for at, mark in enumerate(block.marks))
    return faults, replace(block, marks=rest)


def _around(text: str, at: int) -> str:
    """A mark with the words beside it on its line."""
    start = max(at - SHOWN_BEFORE, text.rfind("\n", 0, at) + 1)
    return text[start : at + SHOWN].partition("\n")[0]


def _run_together(block: Block) -> Iterator[Fault]:
    """Items of a list in another writing, which make one paragraph."""
    end, was_item = 0, False
    for line in block.marks.split("\n"):
        is_item = _ITEM.match(line) is not None
        if is_item and was_item and end - 1 not in block.breaks:
            yield Fault("lines-run-together", block.places[end], line.strip()[:SHOWN])
            return
        end, was_item = end + len(line) + 1, is_item


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
