"""What a line begins with: hyphens of lists, other dashes, comments of other languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.data.yaml_faults.piece import is_in_block
from portal.data.yaml_faults.repair import Repair, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIGHT = re.compile(r"^([ ]*)-(?=[^\s-])", re.MULTILINE)
_DOUBLE = re.compile(r"^([ ]*)--[ ]*(?=[^\s-])", re.MULTILINE)
_LIKE = re.compile(r"^([ ]*)([–—−－‐‑•●・◦▪*+])[ \u3000]*(?=\S)", re.MULTILINE)
_LINE = re.compile(r"^([ ]*)(?=[^\s#-])", re.MULTILINE)
_DOCUMENT = re.compile(r"^(?:---|\.\.\.)(?=\s)", re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*(//|/\*|<!--|＃|;|REM\b)[^\n]*", re.MULTILINE)


def line_faults(text: str, own: int) -> Iterator[Repair]:
    """Ways to mend how lines begin."""
    yield from _comments(text, own)
    for match in _DOCUMENT.finditer(text, own):
        yield Repair(
            "second-document", match.start(), replace(text, match.start(), match.end(), "")
        )
    for code, form in (
        ("hyphen-without-space", _TIGHT),
        ("double-hyphen", _DOUBLE),
        ("hyphen-look-alike", _LIKE),
    ):
        matches = [m for m in form.finditer(text, own) if not is_in_block(text, m.end(1))]
        if not matches:
            continue
        mended = text
        for match in reversed(matches):
            mended = replace(mended, match.end(1), match.end(), "- ")
        first = matches[0]
        found = {"found": first[0].strip()[:1] or "-"}
        yield Repair(code, first.end(1), mended, found)
        if code == "hyphen-without-space":
            yield Repair(code, first.end(1), _with_deeper(text, first), found)
    for match in _LINE.finditer(text, own):
        sibling = f"\n{match[1]}- "
        if sibling not in f"\n{text}" or is_in_block(text, match.end(1)):
            continue
        yield Repair(
            "hyphen-missing", match.end(1), replace(text, match.end(1), match.end(1), "- ")
        )


_STRAY = re.compile(
    r"^([ ]*)([^\w\s\"'#-])[ ]*(?=[A-Za-z_][\w.-]*:(?:\s|$))", re.ASCII | re.MULTILINE
)
_ITEM = re.compile(r"^([ ]*)-[ ]+(?=[A-Za-z_][\w.-]*:(?:\s|$))", re.ASCII | re.MULTILINE)


def stray_faults(text: str, own: int) -> Iterator[Repair]:
    """Ways to mend lines that begin with a sign too much."""
    for match in _STRAY.finditer(text, own):
        for new in (match[1], " " * (len(match[0]) - 1), " " * len(match[0])):
            mended = replace(text, match.start(), match.end(), new)
            yield Repair("stray-sign", match.start(2), mended, {"found": match[2]})
    for match in _ITEM.finditer(text, own):
        mended = replace(text, match.start(), match.end(), match[1])
        yield Repair("hyphen-too-many", match.end(1), mended)


def _with_deeper(text: str, match: re.Match[str]) -> str:
    """The lines that belong to the item move with its first key."""
    end = text.find("\n", match.end())
    if end < 0:
        return text
    lines = text[end + 1 :].split("\n")
    made = []
    for n, line in enumerate(lines):
        if line.strip() and len(line) - len(line.lstrip()) <= len(match[1]):
            made += lines[n:]
            break
        made.append(f" {line}" if line.strip() else line)
    return replace(text[: end + 1], match.end(1), match.end(), "- ") + "\n".join(made)


def _comments(text: str, own: int) -> Iterator[Repair]:
    for match in _COMMENT.finditer(text, own):
        if not is_in_block(text, match.start(1)):
            mended = replace(text, match.start(1), match.start(1), "# ")
            yield Repair("comment-mark", match.start(1), mended, {"found": match[1]})
