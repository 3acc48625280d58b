"""Brackets that do not match, and full-width punctuation where YAML needs its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.data.yaml_faults.repair import Repair, column_of, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = str.maketrans("｛｝［］【】〔〕", "{}[][][]")
_COMMA = re.compile(r"\s*[，、；;](?=\s*[A-Za-z_][\w.-]*\s*[:：])\s*", re.ASCII)
_ITEM_COMMA = re.compile(r"(?<=[\w\"'])\s*[，、；;]\s*(?=[\w\"'])", re.ASCII)
_AFTER_QUOTE = re.compile(r"(?<=[\"'])\s*[，、；;]\s*")
_COLON = re.compile(r"(?<![^{,\s])([A-Za-z_][\w.-]*)\s*：\s*", re.ASCII)
_GAP = re.compile(r"(?<=[\"'}\]])\s+(?=[\"'{\[]|[A-Za-z_][\w.-]*:)")
"""Between two values, where a comma is missing."""

_PAIRS = {"{": "}", "[": "]"}
_VALUE = re.compile(
    r"^\s*(?:-[ ]+)*(?:[^\s\"'\[{][^:：\n]*[:：][ ]*|-[ ]+|)(?=[{\[｛［【〔])", re.MULTILINE
)


def flow_starts(text: str, own: int) -> Iterator[int]:
    """Where a value that begins with a bracket begins."""
    yield from (match.end() for match in _VALUE.finditer(text, own))


def is_in_flow(text: str, offset: int) -> bool:
    """Whether a value in brackets begins before an offset on its line."""
    return any(start < offset for start in flow_starts(text, text.rfind("\n", 0, offset) + 1))


def full_width_marks(text: str, own: int) -> Iterator[Repair]:
    """All punctuation of a value in brackets, made that of YAML."""
    for start in flow_starts(text, own):
        line = text[start:].split("\n", maxsplit=1)[0]
        outer = line.translate(_WIDE)
        mended = _COLON.sub(r"\1: ", _COMMA.sub(", ", _AFTER_QUOTE.sub(", ", outer)))
        if mended[:1] == "[":
            mended = _ITEM_COMMA.sub(", ", mended)
        if mended != line:
            first = next(
                n for n, (a, b) in enumerate(zip(line, f"{mended} ", strict=False)) if a != b
            )
            code = "comma-missing" if line[first] == ";" else "full-width-marks"
            if mended == _COLON.sub(r"\1: ", line):
                code = "full-width-colon"
            whole = replace(text, start, start + len(line), mended)
            found = {"found": line[first:].strip()[:1], "cure": mended}
            yield Repair(code, start + first, whole, found)


def bracket_faults(text: str, own: int) -> Iterator[Repair]:
    """Ways to mend brackets that do not match."""
    for start in flow_starts(text, own):
        line = text[start:].split("\n", maxsplit=1)[0].rstrip()
        for doubled, single in (("{{", "{"), ("[[", "[")):
            if line.startswith(doubled):
                whole = replace(text, start, start + 2, single)
                found = {"found": doubled[0], "cure": single + line[2:]}
                yield Repair("bracket-too-many", start, whole, found)
        mended, at, code = _matched(line)
        if mended != line:
            whole = replace(text, start, start + len(line), mended)
            yield Repair(code, start + at, whole, {"found": line[at : at + 1], "cure": mended})
        for match in re.finditer(r",\s*(?=,)", line):
            whole = replace(text, start + match.start(), start + match.end(), "")
            yield Repair("stray-sign", start + match.start(), whole, {"found": ","})
        for match in re.finditer(r"(?<=[}\]])\s+([A-Za-z_][\w.-]*):(?=\s|$)", line):
            column = column_of(text, start)
            indent = re.match(r"\s*(?:-[ ]+)*", text[start - column : start])
            new = "\n" + " " * (indent.end() if indent else 0)
            whole = replace(text, start + match.start(), start + match.start(1), new)
            yield Repair("two-keys-in-line", start + match.start(1), whole, {"found": match[1]})
        closed = max(line.rfind("}"), line.rfind("]"))
        if 0 < closed < len(line) - 1:
            whole = replace(text, start + closed + 1, start + len(line), "")
            found = {"found": line[closed + 1 :].strip(), "cure": line[: closed + 1]}
            yield Repair("text-after-bracket", start + closed + 1, whole, found)


def missing_commas(text: str, own: int) -> Iterator[Repair]:
    """Ways to part what stands in brackets without a comma between."""
    for start in flow_starts(text, own):
        line = text[start:].split("\n", maxsplit=1)[0].rstrip()
        for match in _GAP.finditer(line):
            whole = replace(text, start + match.start(), start + match.end(), ", ")
            before, after = line[: match.start()].split()[-1:], line[match.end() :].split()[:1]
            found = {"found": " ".join(before + after), "cure": ", ".join(before + after)}
            yield Repair("comma-missing", start + match.start(), whole, found)


def _matched(line: str) -> tuple[str, int, str]:
    """A line whose brackets match, where it differs first, and the code of what was wrong."""
    opened: list[tuple[str, int]] = []
    made, quote = "", ""
    at, code = -1, ""
    for position, character in enumerate(line):
        before = made.rstrip()[-1:]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and before in ("{", "[", ",", ":"):
            quote = character
        elif character in _PAIRS:
            opened.append((character, position))
        elif character in "}])" and (character != ")" or "(" not in line):
            if not opened:
                return made, position, "bracket-too-many"
            closing = _PAIRS[opened[-1][0]]
            if character != closing and at < 0:
                at, code = opened[-1][1], "bracket-not-closed"
            opened.pop()
            made += closing
            continue
        made += character
    if opened and not quote:
        made = made.rstrip(", ") + "".join(_PAIRS[bracket] for bracket, _ in reversed(opened))
        at, code = (opened[-1][1], "bracket-not-closed") if at < 0 else (at, code)
    return made, max(at, 0), code
