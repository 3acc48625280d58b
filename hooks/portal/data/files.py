"""Which files of ``data/`` hold records, and which do not belong there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.document import Document, read_document
from portal.data.problem import Place, Problem, nearest
from portal.data.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NOT_RECORDS = frozenset({"README.md", "schema"})
"""What else may lie in ``data/``: the data dictionary and the JSON Schema."""


def read_file(root: Path, path: Path) -> Document:
    """One YAML file below ``root``, with every problem of its bytes and its syntax."""
    text, problems = read_text(root, path)
    document = read_document(path.relative_to(root).as_posix(), text)
    document.problems[:0] = problems
    if not text:
        document.value = None
    return document


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder and its subfolders, sorted by path; links are listed, never followed."""
    if folder.is_dir() and not folder.is_symlink():
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not path.is_symlink():
                yield from yaml_files(path)
            elif path.suffix == ".yaml" or path.is_symlink():
                yield path


def stray_files(root: Path, known: Iterable[str]) -> Iterator[Problem]:
    """Files in ``data/`` that nothing reads: misspelt names, other endings, folders that no kind has."""
    data, names = root / "data", set(known)
    if not data.is_dir():
        yield Problem(Place("data"), "folder-missing", {"found": "data"})
        return
    for path in sorted(data.iterdir()):
        if path.name in NOT_RECORDS or path.name.startswith("."):
            continue
        place = Place(path.relative_to(root).as_posix())
        is_for_folder = path.name in names and not path.suffix
        if path.name in names and path.is_dir() == is_for_folder:
            if path.is_symlink() and is_for_folder:
                yield Problem(place, "file-is-link")
            elif is_for_folder:
                yield from _stray_in_folder(root, path)
            continue
        cure = "" if path.name in names else nearest(path.name, sorted(names))
        found = {"found": path.name, "nearest": cure}
        code = "stray-file-near" if found["nearest"] else "stray-file"
        yield Problem(place, code, found)


def _stray_in_folder(root: Path, folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".yaml" and not path.name.startswith("."):
            place = Place(path.relative_to(root).as_posix())
            cure = path.with_suffix(".yaml").name
            yield Problem(place, "stray-file-near", {"found": path.name, "nearest": cure})
