"""Opens a file of terms: which format it has, its text, and what keeps it from being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.opening import Refused, read_regular
from portal.data.problem import Place, Problem
from portal.data.root import decode
from portal.term_import.given import GivenFile
from portal.term_import.tbx_terms import read_tbx
from portal.term_import.term_sheet import read_rows

if TYPE_CHECKING:
    from pathlib import Path

_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""Byte order marks with which spreadsheets begin a text in UTF-16."""
_MARK = b"\xef\xbb\xbf"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""Beginnings of XLSX and ODS, and of XLS."""


def read_term_file(path: Path, name: str) -> GivenFile:
    """What a file says; its problems name it by ``name``."""
    start = Place(name)
    try:
        raw = read_regular(path)
    except Refused as error:
        return _refused(Problem(start, error.code, {"found": path.name} | error.found))
    if raw.startswith(_WORKBOOKS):
        return _refused(Problem(start, "import-workbook", {"found": path.name}))
    if raw.lstrip(b"\xef\xbb\xbf\xfe\xff\x00 \t\r\n").startswith(b"<"):
        return read_tbx(name, raw)
    text, problems = _text(name, raw)
    if problems:
        return GivenFile(problems=problems)
    if not text.strip():
        return _refused(Problem(start, "import-empty"))
    return read_rows(name, text)


def _text(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    """The text, which may be in UTF-8 or, with its mark, in UTF-16, with lines that end in LF."""
    if raw[:2] in _WIDE:
        try:
            raw = raw[2:].decode(_WIDE[raw[:2]]).encode()
        except UnicodeError:
            return "", [Problem(Place(name), "other-encoding", {"found": "UTF-16"})]
    text, problems = decode(name, raw.removeprefix(_MARK))
    return text, [problem for problem in problems if problem.code != "file-empty"]


def _refused(problem: Problem) -> GivenFile:
    return GivenFile(problems=[problem])
