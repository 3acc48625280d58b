"""What an editor does to the small portal of the tests: write files, and read it all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment


def put(folder: Path, files: Mapping[str, str]) -> None:
    """Write text by path from the portal's root."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def replace_in(file: Path, old: str, new: str) -> None:
    """Replace a text that the file must have."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def read(
    folder: Path,
    files: Mapping[str, str],
    now: str = "2026-11-22",
    *,
    site: str = "",
    kept: Path | None = None,
) -> Edition:
    """The portal with these files added or replaced, in which nothing must be wrong."""
    put(folder, files)
    edition = read_portal(folder, Moment.parse(now), site=site, kept=kept)
    assert [problem.line("en") for problem in edition.problems] == []
    return edition
