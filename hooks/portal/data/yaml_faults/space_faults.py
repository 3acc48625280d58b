"""Indentation: tabs, wide spaces, too many or too few spaces, lines that belong to the text above."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from portal.data.yaml_faults.piece import is_in_block
from portal.data.yaml_faults.repair import Repair, indent_of, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WIDE = "\u3000\u00a0\u2000\u2001\u2002\u2003\u2007\u2009\u202f"
_LEAD = re.compile(rf"^(?:[ \t{_WIDE}]|-(?=[ \t{_WIDE}]))*", re.MULTILINE)
_AFTER_COLON = re.compile(rf"(?<=:)[ ]*[{_WIDE}]\s*")
_HEADER = re.compile(r"[|>][-+\d]*\s*$")
_KEY = re.compile(r"\s*(?:-[ ]|[\w.\"'-]+:(?:\s|$))", re.ASCII)
_MOVABLE = re.compile(r"[ ]*(?:-[ ]|[^\s:]+:(?:\s|$)|[\"'])")
"""A line that begins an item or a key."""


def character_faults(text: str, own: int) -> Iterator[Repair]:
    """Tabs and wide spaces in the indentation, and wide spaces after a colon."""
    for character, code in (("\t", "tab-indentation"), (f"[{_WIDE}]", "wide-indentation")):
        leads = [m for m in _LEAD.finditer(text, own) if re.search(character, m[0])]
        if not leads:
            continue
        first = re.search(character, leads[0][0])
        at = leads[0].start() + (first.start() if first else 0)
        for width in (" ", "  ", "    ", "        ", ""):
            mended = text
            for lead in reversed(leads):
                spaces = re.sub(f"(?<=-){character}", " ", lead[0])
                mended = replace(mended, lead.start(), lead.end(), re.sub(character, width, spaces))
            yield Repair(code, at, mended)
        for lead in leads:
            above = text[: lead.start()].rstrip("\n").rpartition("\n")[2]
            same = replace(text, lead.start(), lead.end(), " " * (len(above) - len(above.lstrip())))
            yield Repair(code, at, same)
    for match in _AFTER_COLON.finditer(text, own):
        yield Repair(
            "wide-indentation", match.start(), replace(text, match.start(), match.end(), " ")
        )


def depth_faults(text: str, own: int, fixed: int, around: Callable[[str], str]) -> Iterator[Repair]:
    """Lines that are moved to the depth of other lines, the nearest first; not the line ``fixed``.

    Of those that are equally near, first those after which the text looks most like others; ``around`` puts a text into
    what holds it.
    """
    lines = text.split("\n")
    first = text.count("\n", 0, own)
    starts = _starts(lines)
    depths = {_content(line) for line in lines if line.strip()} | {
        indent_of(line) for line in lines if line.strip()
    }
    tried: list[tuple[int, int, int, list[int]]] = []
    for n in range(first, len(lines)):
        line = lines[n]
        if n == fixed or not _MOVABLE.match(line) or is_in_block(text, starts[n]):
            continue
        for target in depths - {indent_of(line)}:
            below = _below(lines, n)
            for moved in ([n], below) if len(below) > 1 else ([n],):
                tried.append(
                    (abs(target - indent_of(line)), len(moved), target - indent_of(line), moved)
                )
    tried.sort(key=lambda t: (t[0], t[1], -t[3][0]))
    made_of = {id(t): _moved(lines, t[3], t[2]) for t in tried[:_MOST_RANKED]}
    ranked = [
        (t[0], t[1], _unlikeness(around("\n".join(made_of[id(t)]))), -t[3][0], t)
        for t in tried[:_MOST_RANKED]
    ]
    ranked.sort(key=lambda r: r[:4])
    for *_, (_, _, by, moved) in ranked:
        made = _moved(lines, moved, by)
        at = starts[moved[0]] + indent_of(lines[moved[0]])
        now = indent_of(lines[moved[0]])
        found = {"found": str(now), "cure": str(now + by)}
        yield Repair("wrong-indentation", at, "\n".join(made), found)


_MOST_RANKED = 60
"""Ways that are compared; there are more only in a long block without structure."""


def _moved(lines: list[str], moved: list[int], by: int) -> list[str]:
    made = list(lines)
    for n in moved:
        made[n] = made[n][-by:] if by < 0 else " " * by + made[n]
    return made


def _unlikeness(text: str) -> int:
    """How far the steps between the depths of lines are from two."""
    lines = [line for line in text.split("\n") if line.strip()]
    steps = (indent_of(below) - _content(above) for above, below in pairwise(lines))
    return sum(abs(step - 2) for step in steps if step > 0) + sum(indent_of(x) % 2 for x in lines)


def _below(lines: list[str], n: int) -> list[int]:
    """A line and those below it that are at least as deep."""
    moved = [n]
    for m in range(n + 1, len(lines)):
        if lines[m].strip() and indent_of(lines[m]) < indent_of(lines[n]):
            break
        if lines[m].strip():
            moved.append(m)
    return moved


def text_below_faults(text: str, own: int) -> Iterator[Repair]:
    """Lines that continue the text above, but are not indented below it."""
    lines = text.split("\n")
    starts = _starts(lines)
    own_line = max(text.count("\n", 0, own), 1)
    headers = [n for n, line in enumerate(lines) if _HEADER.search(line)]
    for header in headers:
        after = [n for n in range(header + 1, len(lines)) if lines[n].strip()]
        if not after:
            continue
        least = _content(lines[header]) + 2
        others = [indent_of(lines[n]) for n in after[1:]]
        first = indent_of(lines[after[0]])
        if others and first > least <= min(others, default=0) < first:
            made = _moved(lines, after[:1], min(others) - first)
            found = {"found": str(first), "cure": str(min(others))}
            at = starts[after[0]] + first
            yield Repair("wrong-indentation", at, "\n".join(made), found)
        depth = max(least, first)
        made, at = list(lines), -1
        for n in after:
            if _KEY.match(lines[n]):
                break
            if indent_of(lines[n]) < depth:
                made[n] = " " * depth + lines[n].lstrip()
                at = n if at < 0 else at
        if at >= 0:
            found = {"found": lines[at].strip(), "cure": str(depth)}
            yield Repair(
                "block-not-indented", starts[at] + indent_of(lines[at]), "\n".join(made), found
            )
    for n in range(own_line, len(lines)):
        above = next((m for m in range(n - 1, -1, -1) if lines[m].strip()), None)
        if above is None or not lines[n].strip() or _KEY.match(lines[n]):
            continue
        depth = _content(lines[above]) + 2
        made = list(lines)
        made[n] = " " * depth + lines[n].lstrip()
        found = {"found": lines[n].strip(), "cure": str(depth)}
        yield Repair("text-not-indented", starts[n] + indent_of(lines[n]), "\n".join(made), found)


def _starts(lines: list[str]) -> list[int]:
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return starts


def _content(line: str) -> int:
    """The column of the first key in a line."""
    return len(line) - len(re.sub(r"^\s*(?:-[ ]+)*", "", line))
