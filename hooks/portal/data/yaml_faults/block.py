"""The smallest parts of a text that cannot be read by themselves: there, something was done wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.yaml_faults.repair import indent_of
from portal.data.yaml_faults.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = re.compile(r"\s*(?:#|$)")
_ITEM = re.compile(r"-(?: |$)")
_HEADER = re.compile(r"""\s*(?:[^\s"'\[{|>&*!%@`#][^#]*?|"[^"]*"|'[^']*')\s*:\s*(?:#.*)?$""")
"""A key whose value stands on the lines below it."""

DEEPEST = 40
"""Parts in parts that are looked into; nothing that is meant is so deep."""

_MOST_AROUND = 300
"""Lines of a part that are read again for what is in it; a file of many records is no context for one of them."""

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines that cannot be read by themselves, with the part before them."""

    lines: Lines
    """Without the hyphens and keys that hold them, but at their columns."""
    start: int
    """The line, from 0, of the first of them."""
    own: int = 0
    """Which of them begins the part that is wrong; those before it are right."""
    outer: Block | None = None
    """The part that holds this one."""

    is_item: bool = False
    """Whether the first line began with the hyphen of an item, so that it cannot be moved."""

    @property
    def depth(self) -> int:
        """How many parts hold it."""
        return self.outer.depth + 1 if self.outer else 0

    @property
    def own_offset(self) -> int:
        """Where its own part begins in the text."""
        return sum(len(line) + 1 for line in self.lines[: self.own])

    def around(self, text: str) -> str:
        """The part around it, with the text in its place."""
        outer = self.outer
        if outer is None or len(outer.lines) > _MOST_AROUND:
            return text
        begin = self.start - outer.start
        lines = text.removesuffix("\n").split("\n")
        if self.is_item:
            hyphen = outer.lines[begin].index("-")
            lines[0] = lines[0][:hyphen] + "-" + lines[0][hyphen + 1 :]
        whole = [*outer.lines[:begin], *lines, *outer.lines[begin + len(self.lines) :]]
        return "\n".join(whole) + "\n"

    def may_hold(self, text: str, *, is_far: bool) -> bool:
        """Whether the part around it can hold the text in its place; unless ``is_far`` also if it cannot be read."""
        if self.outer is None or len(self.outer.lines) > _MOST_AROUND:
            return True
        verdict = judge(self.around(text))
        return verdict.is_likely and (bool(verdict.root) or not is_far)

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self.lines) + "\n"


def wrong_blocks(lines: Lines, *, is_read: bool) -> Iterator[Block]:
    """The smallest blocks of a text that cannot be read, from its beginning on.

    If the whole can be read, the smallest blocks that hold an unlikely key.
    """
    yield from _narrow(Block(lines, 0), is_read)


def _narrow(block: Block, is_read: bool) -> Iterator[Block]:
    """``block`` cannot be read, or holds something unlikely."""
    own = block.lines[block.own :]
    parts = list(_parts(own))
    wrong = [part for part in parts if not _is_whole(own[part[0] : part[1]], own, is_read)]
    if len(parts) > 1:
        for start, end in wrong:
            before = next((s for s, e in parts if e == start and (s, e) not in wrong), start)
            yield from _narrow(
                Block(
                    own[before:end],
                    block.start + block.own + before,
                    start - before,
                    block,
                ),
                is_read,
            )
        if not wrong:
            yield block
        return
    inner = _opened(own) if block.depth < DEEPEST else None
    found = False
    if inner is not None:
        start, lines = inner
        verdict = judge("\n".join(lines))
        if not verdict.root or (is_read and not verdict.is_likely):
            is_item = bool(_ITEM.match(own[start].lstrip(" ")))
            inside = Block(lines, block.start + block.own + start, 0, block, is_item)
            for one in _narrow(inside, is_read):
                found = True
                yield one
    if not found:
        yield block


def _parts(lines: Lines) -> Iterator[tuple[int, int]]:
    """Where each item or key begins and ends, as the first line is indented."""
    first = next((n for n, line in enumerate(lines) if not _BLANK.match(line)), None)
    if first is None:
        return
    base = indent_of(lines[first])
    is_list = bool(_ITEM.match(lines[first], base))
    begins = [0]
    for n, line in enumerate(lines):
        if n > first and not _BLANK.match(line) and indent_of(line) == base:
            is_item = bool(_ITEM.match(line, base))
            if is_item == is_list:
                begins.append(n)
    yield from zip(begins, [*begins[1:], len(lines)], strict=True)


def _is_whole(part: Lines, lines: Lines, is_read: bool) -> bool:
    """Whether a part can be read, as one item or key like its siblings."""
    if all(_BLANK.match(line) for line in part):
        return True
    verdict = judge("\n".join(part) + "\n")
    first = next(line for line in lines if not _BLANK.match(line))
    root = "[" if _ITEM.match(first.lstrip(" ")) else "{"
    is_likely = verdict.is_likely or not is_read
    return verdict.root == root and verdict.size == 1 and is_likely


def _opened(lines: Lines) -> tuple[int, Lines] | None:
    """What an item or a key holds: the first line of it, and its lines; None if it is on one line with its key."""
    first = next((n for n, line in enumerate(lines) if not _BLANK.match(line)), 0)
    line = lines[first]
    indent = indent_of(line)
    if _ITEM.match(line, indent):
        return first, [line[:indent] + " " + line[indent + 1 :], *lines[first + 1 :]]
    rest = lines[first + 1 :]
    if _HEADER.match(line) and any(not _BLANK.match(below) for below in rest):
        return first + 1, rest
    return None
