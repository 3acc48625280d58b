"""Between key and value: a full-width colon, one without space, none at all, or two pairs on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.data.yaml_faults.piece import PLAIN_WORD, is_in_block, pieces
from portal.data.yaml_faults.repair import Repair, column_of, replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


_BEGIN = r"(?:(?<=\n)|(?<=^)|(?<=[{,]))(?P<before>\s*(?:-[ ]+)*)"
_WORD = r"[A-Za-z_][\w.-]*"
_WIDE = re.compile(_BEGIN + rf"(?P<key>{_WORD})[ ]*[：﹕∶꞉][ ]*", re.ASCII)
_TIGHT = re.compile(_BEGIN + rf"(?P<key>{_WORD}):(?![\s/]|$)", re.ASCII)
_EQUALS = re.compile(_BEGIN + rf"(?P<key>{_WORD})[ ]*(?:=>?|->|＝|→)[ ]*", re.ASCII)
_NONE = re.compile(
    _BEGIN + rf"(?P<key>{_WORD})(?P<space>[ ]+|(?=[{{\[]|\n))(?P<value>[^\n]*)", re.ASCII
)
_INNER = re.compile(rf"(?<=[^\s:]) (?P<key>{_WORD}):(?=\s|$)", re.ASCII)
_FIRST = re.compile(rf"(?P<key>{_WORD}):[ ]+", re.ASCII)
_KNOWN = re.compile(rf"(?:^|[{{,])\s*(?:-[ ]+)*({_WORD}):(?=\s)", re.ASCII | re.MULTILINE)
_ALWAYS = frozenset(
    (
        "zh",
        "en",
        "lat",
        "lon",
        "id",
        "name",
        "title",
        "sources",
        "status",
        "kind",
        "summary",
        "note",
        "verified",
    )
)


def known_keys(text: str) -> frozenset[str]:
    """The words that a text has as keys where keys belong."""
    return frozenset(_KNOWN.findall(text)) | _ALWAYS


def separator_faults(text: str, own: int, known: Collection[str]) -> Iterator[Repair]:
    """Ways to mend colons, from an offset on; ``known`` are keys of the file."""
    yield from _together(text, own, _WIDE, "full-width-colon")
    yield from _together(text, own, _TIGHT, "colon-without-space")
    yield from _together(text, own, _EQUALS, "colon-missing")
    yield from _without(text, own, known)


def _together(text: str, own: int, form: re.Pattern[str], code: str) -> Iterator[Repair]:
    """Each alone; then all that are on one line."""
    all_found = [m for m in form.finditer(text, own) if not is_in_block(text, m.end("before"))]
    lines: dict[int, list[re.Match[str]]] = {}
    for match in all_found:
        lines.setdefault(text.count("\n", 0, match.start("key")), []).append(match)
    for on_line in lines.values():
        mended, first = text, on_line[0]
        for match in reversed(on_line):
            mended = replace(mended, match.start("key"), match.end(), f"{match['key']}: ")
        found = {"found": first[0][len(first["before"]) :].strip(), "cure": _pair(text, first)}
        yield Repair(code, first.end("key"), mended, found)


def _pair(text: str, match: re.Match[str]) -> str:
    """The key as it should be, with its value if that is short and whole."""
    rest = text[match.end() :].split("\n", 1)[0]
    value = re.split(r"[,}]", rest, maxsplit=1)[0] if _is_in_brackets(text, match) else rest
    return (
        f"{match['key']}: {value.strip()}".strip()
        if value[:1] not in ("{", "[")
        else f"{match['key']}:"
    )


def _is_in_brackets(text: str, match: re.Match[str]) -> bool:
    return text[max(0, match.start() - 1) : match.start()] in ("{", ",")


def _without(text: str, own: int, known: Collection[str]) -> Iterator[Repair]:
    for match in _NONE.finditer(text, own):
        key, value = match["key"], match["value"].strip()
        is_in_flow = _is_in_brackets(text, match)
        is_likely = value[:1] in ("{", "[") or not value or PLAIN_WORD.fullmatch(value)
        if not (key in known or (is_likely and not is_in_flow)) or is_in_block(
            text, match.start("key")
        ):
            continue
        mended = replace(text, match.end("key"), match.start("value"), ": " if value else ":")
        if is_in_flow:
            value = re.split("[,}]", value)[0].strip()
        cure = f"{key}: {value}".strip() if value[:1] not in ("{", "[") else f"{key}:"
        yield Repair("colon-missing", match.end("key"), mended, {"found": key, "cure": cure})


def joined_faults(text: str, own: int, known: Collection[str]) -> Iterator[Repair]:
    """Ways to part two keys that stand in one value."""
    for piece in pieces(text, own):
        if not piece.key:
            continue
        for match in _INNER.finditer(piece.value):
            if match["key"] not in known:
                continue
            at = piece.value_start + match.start()
            if piece.bracket:
                before = text[:at].rstrip(";；，、 ")
                mended = f"{before}, {text[at + 1 :]}"
                last = before.rpartition(" ")[2]
                found = {
                    "found": f"{last} {match['key']}:",
                    "cure": f"{last}, {match['key']}:",
                }
                yield Repair("comma-missing", at + 1, mended, found)
            else:
                mended = replace(text, at, at + 1, "\n" + " " * column_of(text, piece.start))
                yield Repair("two-keys-in-line", at + 1, mended, {"found": match["key"]})
        first = _FIRST.match(piece.value)
        if first and not piece.bracket and first["key"] in known:
            below = text[piece.end :].lstrip("\n").split("\n")[0]
            column = column_of(text, piece.start)
            indent = max(column + 2, len(below) - len(below.lstrip()))
            mended = replace(text, piece.value_start, piece.value_start, "\n" + " " * indent)
            yield Repair("two-keys-in-line", piece.value_start, mended, {"found": first["key"]})
