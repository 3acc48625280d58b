"""Marks of Markdown that readers of a written page would see, because they have no effect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.pages.writing.findings import Finding
from portal.pages.writing.html_scan import LESS_THAN, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.pages.writing.html_scan import HtmlScan, Run

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MEANT = "*_`#"
"""Marks that a backslash makes characters like others, and that a text can mean."""

_MARKS = re.compile(
    rf"""
      (?P<reference> \]\[ (?P<label> [^\[\]\n]* ) \] )
    | (?P<footnote> \[\^ [^\]\n]* \] )
    | (?P<link> !\[ | \[\[ | \]\( | \]\s?[(（] (?= \s*<? (?: /|\#|https?:|\.\.?/|[\w/-]+\.md ) ) )
    | (?P<box> \[[ ]\] | ^ \[[xX]\] (?=\s) )
    | (?P<list> \{{:?[ ]* (?: [.\#][\w-]+ | [\w-]+= ) [^}}\n]* \}}? )
    | (?P<tag> {LESS_THAN} [a-zA-Z/!?] [^>\n]* >? )
    | (?P<code> \{{\{{ (?: [^\n]*? \}}\}} )? | \}}\}} | \{{% (?: [^\n]*? %\}} )? | %\}} )
    | (?P<mark>
          \*+ (?: [^*\n]* \*+ )?
        | (?<![\w/.]) __+ | __+ (?![\w/]) | (?<=[{_HAN}]) _+ | _+ (?=[{_HAN}])
        | ~~ (?: [^~\n]* ~~ )? | == (?=\S) [^=\n]* == | `+ (?: [^`\n]* `+ )?
        | (?<![^\n]) (?: \#{{1,6}} (?=\s) | (?:!!!|\?\?\?\+?) (?=\s) )
        | \|[ ]* :?-{{3,}} | \\ (?=\n|$|[~|"'<&=^$%,:;/?@])
      )
    """,
    re.VERBOSE,
)
_CODES = {
    "reference": "reference-undefined",
    "footnote": "footnote-shown",
    "link": "link-shown",
    "box": "mark-shown",
    "list": "mark-shown",
    "code": "mark-shown",
    "tag": "mark-shown",
    "mark": "mark-shown",
}
_BEFORE, _AFTER = 6, 12
"""How much of the text around a mark a problem quotes."""


def mark_findings(scan: HtmlScan, notes: Iterable[str] = ()) -> Iterator[Finding]:
    """Marks without effect, at most one of a kind on each line; ``notes`` are the labels of what is no footnote."""
    for label in notes:
        sign = f"[{label}]"
        yield Finding("footnote-shown", {"found": sign, "key": sign}, sought=(f"{sign}:", sign))
    for index, run in enumerate(scan.runs):
        if run.is_verbatim or not run.text.strip():
            continue
        seen: set[tuple[int, str]] = set()
        for found in _MARKS.finditer(run.text):
            kind = found.lastgroup or ""
            kind = "reference" if kind == "label" else kind
            line = run.text.count("\n", 0, found.start())
            lacks_id = kind == "list" and _is_heading_without_id(run, scan)
            is_word = found[0] in ("[x]", "[X]") and not run.in_item
            if (line, found[0][:2]) not in seen and not lacks_id and not is_word:
                seen.add((line, found[0][:2]))
                yield _finding(index, run, found, _CODES[kind], kind)


def _is_heading_without_id(run: Run, scan: HtmlScan) -> bool:
    """Whether the text is in a heading: that its attributes were not read shows in its id already."""
    return run.heading is not None and scan.elements[run.heading].attrs.get("id") in (None, "-")


def _finding(index: int, run: Run, found: re.Match[str], code: str, kind: str) -> Finding:
    sign = _sign(found[0]) if kind == "mark" else _shown(found[0])
    begin, end = max(found.start() - _BEFORE, 0), max(found.start() + _AFTER, found.end())
    before = run.text[begin : found.start()].rpartition("\n")[2]
    after = run.text[found.start() : end].partition("\n")[0]
    given = {"found": _shown(before + after), "key": sign, "cure": f"\\{sign[:1]}"}
    if kind == "reference":
        words = _brackets(run.text, found.start())
        given["found"] = f"[{words}{found[0]}"
        given["key"] = found["label"] or words
        return Finding(code, given, run=index, position=found.start(), sought=(given["found"],))
    if code == "mark-shown" and sign[:1] in _MEANT:
        code = "mark-shown-or-meant"
    return Finding(
        code, given, run=index, position=found.start(), sought=(_shown(after), found[0], sign)
    )


def _sign(text: str) -> str:
    """The mark itself, of a text between two of them."""
    found = re.match(r"(\W|_)\1*", text)
    return found[0] if found else text


def _brackets(text: str, end: int) -> str:
    """What stands in the brackets that end there."""
    return text[text.rfind("[", 0, end) + 1 : end]


def _shown(text: str) -> str:
    return plain(text).strip()
