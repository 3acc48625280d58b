"""Quotes that do not close, close too early, are curly, or hold a backslash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.data.yaml_faults.bracket_faults import is_in_flow
from portal.data.yaml_faults.piece import pieces, quoted
from portal.data.yaml_faults.repair import Repair, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

_CURLY = {"“": "”", "‘": "’", "＂": "＂", "„": "“", "«": "»", "＇": "＇", "〝": "〞"}
_CLOSING = "”’＂＇」』»〞"
_END = re.compile(
    r"(?=\s*(?:,\s*[\"']?[A-Za-z_][\w.-]*[\"']?\s*:|,|[}\]]+\s*,?\s*$|$))", re.MULTILINE
)
_KEY_END = re.compile(r"(?=\s*:(?:\s|$))", re.MULTILINE)
_SEPARATOR = re.compile(r"[ ]*[,}\]]")
_ESCAPE = re.compile(r"\\(?![0abtnvfre \"/\\N_LP\nxuU])")


def quote_faults(text: str, own: int) -> Iterator[Repair]:
    """Ways to mend quotes, from an offset on."""
    yield from _escapes(text, own)
    for piece in pieces(text, own):
        for start, value in ((piece.value_start, piece.value), (piece.start, piece.key)):
            if value[:1] in _CURLY:
                yield from _curly(text, start, value)
    for line_start, line in _lines(text, own):
        for match in re.finditer(r"(?:^|(?<=[:\s,{\[]))[\"'](?=\S)", line):
            yield from _unclosed(text, line_start + match.start())
    for line_start, line in _lines(text, own):
        for match in re.finditer(r"(?:^|(?<=[:\s,{\[]))[\"'](?=\S)", line):
            yield from _early(text, line_start + match.start(), line_start + len(line))


def _lines(text: str, own: int) -> Iterator[tuple[int, str]]:
    start = own
    for line in text[own:].split("\n"):
        yield start, line
        start += len(line) + 1


def _curly(text: str, start: int, value: str) -> Iterator[Repair]:
    """The signs with which a word processor replaces straight quotes."""
    line = text[start:].split("\n", maxsplit=1)[0]
    closing = _CURLY[value[0]]
    for match in re.finditer(re.escape(closing) + r"(?=\s*(?:[,}\]:]|$))", line[1:]):
        inner = line[1 : match.start() + 1]
        whole = line[: match.end() + 1]
        cure = quoted(inner)
        mended = replace(text, start, start + len(whole), cure)
        for other in re.findall(
            r"(?<=[:,{\[ ])[“‘＂][^”’＂\n]*[”’＂](?=\s*[,}\]]|\s*$)", mended[start:].split("\n")[0]
        ):
            mended = mended.replace(other, quoted(other[1:-1]), 1)
        yield Repair("curly-quotes", start, mended, {"found": whole, "cure": cure})


def _unclosed(text: str, at: int) -> Iterator[Repair]:
    """The other half belongs before the next key, before the closing brackets, or at the end of a line below."""
    quote = text[at]
    line = text[at:].split("\n", maxsplit=1)[0]
    for match in re.finditer(f"[{_CLOSING}]", line):
        mended = replace(text, at + match.start(), at + match.end(), quote)
        found = {"found": line.strip(), "cure": line[: match.start()] + quote}
        yield Repair("quote-not-closed", at, mended, found)
    ends = [at + m.start() for m in _END.finditer(line, 1)]
    ends += [at + m.start() for m in _KEY_END.finditer(line, 1)]
    below = at + len(line)
    for more in text[below + 1 :].split("\n")[:20]:
        below += len(more) + 1
        if more.strip():
            ends.append(below)
    for end in ends:
        if text[end - 1] != quote:
            found = {"found": line.strip(), "cure": text[at:end] + quote}
            yield Repair("quote-not-closed", at, replace(text, end, end, quote), found)


def _early(text: str, at: int, line_end: int) -> Iterator[Repair]:
    """The quote closes, and more follows."""
    quote = text[at]
    line = text[at:line_end]
    closing = line.find(quote, 1)
    if closing < 0:
        return
    if _SEPARATOR.match(text, at + closing + 1) and is_in_flow(text, at):
        return
    tail = re.match(r"[ ]*[,;，；。、]+[ ]*$", line[closing + 1 :])
    if tail:
        mended = replace(text, at + closing + 1, line_end, "")
        found = {"found": tail[0].strip(), "cure": line[: closing + 1]}
        yield Repair("text-after-quote", at + closing + 1, mended, found)
    for match in _END.finditer(line, closing + 1):
        value = line[: match.start()]
        cure = ""
        if value.endswith(quote) and value.count(quote) > 2:
            if re.search(rf"{quote}\s*,\s*{quote}", value):
                cure = f"[{value}]"
                mended = replace(text, at, at + len(value), cure)
                yield Repair(
                    "text-after-quote", at + closing + 1, mended, {"found": value, "cure": cure}
                )
            cure = _requoted(value[1:-1], quote)
            found = {"found": value, "cure": cure}
            yield Repair(
                "quote-in-quotes", at + closing, replace(text, at, at + len(value), cure), found
            )
        elif len(value) > closing + 1:
            cure = quoted(
                value.replace(quote, "", 2) if quote == '"' else value[1:].replace(quote, "", 1)
            )
            mended = replace(text, at, at + len(value), cure)
            found = {"found": value[closing + 1 :].strip(), "cure": cure}
            yield Repair("text-after-quote", at + closing + 1, mended, found)


def _requoted(inner: str, quote: str) -> str:
    """A value that holds the quotes that were put around it."""
    if quote == '"' and "'" not in inner:
        return f"'{inner}'"
    if quote == "'" and '"' not in inner and "\\" not in inner:
        return f'"{inner}"'
    return "'" + inner.replace("'", "''") + "'"


def _escapes(text: str, own: int) -> Iterator[Repair]:
    for match in re.finditer(r'"[^"\n]*"', text[own:]):
        if _ESCAPE.search(match[0]):
            cure = "'" + match[0][1:-1].replace("'", "''") + "'"
            start = own + match.start()
            at = start + match[0].index("\\")
            mended = replace(text, start, own + match.end(), cure)
            found = {"found": text[at : at + 2], "cure": cure}
            yield Repair("escape-in-quotes", at, mended, found)
