"""Values that hold what YAML takes for something else: ``: ``, `` #``, a comma, a sign at the beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.data.yaml_faults.piece import PLAIN_WORD, pieces, quoted
from portal.data.yaml_faults.repair import Repair, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.data.yaml_faults.piece import Piece

_BRACKETS = re.compile(r"[{,]\s*[A-Za-z_][\w-]*:\s+([\[{][^\[\]{},\n]*[\]}]\s*[^,}\]\s][^,}\]\n]*)")


def value_faults(text: str, own: int) -> Iterator[Repair]:
    """Ways to mend values that hold what YAML takes for something else: ``: ``, `` #``, a comma, a sign first."""
    found = list(pieces(text, own))
    for number, piece in enumerate(found):
        value = piece.value
        if not value or value[0] in "\"'":
            continue
        mended = replace(text, piece.value_start, piece.end, quoted(value))
        is_item = "- " in text[text.rfind("\n", 0, piece.start) + 1 : piece.start]
        if (piece.key or piece.bracket or is_item) and _has_meaning(value, piece.bracket):
            what = {"found": value[0], "cure": quoted(value)}
            yield Repair("value-start", piece.value_start, mended, what)
        if piece.bracket and (cut := re.search(r"\s#", value)):
            yield from _cut(text, piece.value_start, piece.value_start + cut.start())
        if value[0] not in "[{" and (colon := re.search(r":(?=\s|$)", value)) and piece.key:
            at = piece.value_start + colon.start()
            yield Repair("colon-in-value", at, mended, {"found": value, "cure": quoted(value)})
        before = found[number - 1]
        if piece.bracket == "{" == before.bracket and number and before.key and not piece.key:
            end = _end_of_text(text, found[number:])
            whole = text[before.value_start : end]
            joined = replace(text, before.value_start, end, quoted(whole))
            yield Repair(
                "comma-in-value", before.end, joined, {"found": whole, "cure": quoted(whole)}
            )

    for match in _BRACKETS.finditer(text, own):
        start, value = match.start(1), match[1].rstrip()
        mended = replace(text, start, start + len(value), quoted(value))
        yield Repair("value-start", start, mended, {"found": value[0], "cure": quoted(value)})


def _end_of_text(text: str, rest: list[Piece]) -> int:
    """Where a text ends that commas have cut into pieces; ``rest`` begins with the second of them."""
    end = rest[0].end
    for piece in rest[1:]:
        if piece.key or piece.bracket != "{" or not re.fullmatch(r",\s*", text[end : piece.start]):
            break
        end = piece.end
    return end


def _has_meaning(value: str, bracket: str) -> bool:
    """Whether a text begins with what is more than text to YAML."""
    if value[0] in "[{":
        is_template = value.startswith("{{") and "}}" in value
        return not bracket and (is_template or _is_prose(value))
    return value[0] in "@`%*&!|>,?" or value[:2] == "- "


def _is_prose(value: str) -> bool:
    """Whether words follow the brackets with which a value begins, and words are in them; or it is never closed."""
    closing = {"[": "]", "{": "}"}[value[0]]
    inside, bracket, after = value[1:].partition(closing)
    if not bracket:
        return value[0] == "{" and not re.search("[:,：，]", inside)
    words = after.strip(" ,;，；。")
    return bool(words and ":" not in inside and not PLAIN_WORD.fullmatch(inside.replace(", ", "")))


def _cut(text: str, start: int, hash_at: int) -> Iterator[Repair]:
    """A value in brackets, which ends before the next key or the last brackets of its line."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    for match in re.finditer(r",\s*[A-Za-z_][\w-]*:\s|\s*[}\]]+\s*$", line):
        value = line[: match.start()]
        if match.start() > hash_at - start:
            mended = replace(text, start, start + len(value), quoted(value))
            yield Repair(
                "hash-in-value", hash_at + 1, mended, {"found": value, "cure": quoted(value)}
            )
