"""Which files of ``data/`` hold records, and which do not belong there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from portal.data.document import Document, read_document
from portal.data.media_file import DOCUMENTS, PICTURES, is_media
from portal.data.problem import Place, Problem, nearest
from portal.data.root import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from portal.data.root import Root

NOT_RECORDS = frozenset({"README.md", "schema"})
"""What else may be in ``data/``: the data dictionary and the JSON Schema."""

MEDIA_DEPTH = 3
"""Path components of a picture or document below the folder of its kind: ``2026/<id>/<file>``."""


def parse_file(root: Root, path: Path, raw: bytes) -> Document:
    """The YAML file below ``root`` with those bytes, with every problem in its bytes and syntax."""
    name = root.name_of(path)
    text, problems = decode(name, raw)
    document = read_document(name, text, lambda: root.read_text(path)[0])
    document.problems[:0] = problems
    if not text:
        document.value = None
    return document


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder and its subfolders, sorted by path; links are listed, never followed."""
    found = (e for e in _entries(folder) if e.is_symlink() or e.name.endswith(".yaml"))
    return [Path(entry.path) for entry in found]


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """The files of a folder and its subfolders, sorted by path, and the links, which are not followed."""
    if folder.is_dir() and not folder.is_symlink():
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path))
            else:
                yield entry


def stray_files(
    root: Path, known: Iterable[str], with_media: Collection[str] = ()
) -> Iterator[Problem]:
    """Files in ``data/`` that nothing reads: misspelled names, other extensions, folders of no kind.

    In the folders ``with_media``, pictures and documents may be in ``<year>/<id>/``.
    """
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
                depth = MEDIA_DEPTH if path.name in with_media else 0
                yield from _stray_in_folder(root, path, depth)
            continue
        cure = "" if path.name in names else nearest(path.name, sorted(names))
        found = {"found": path.name, "nearest": cure}
        code = "stray-file-near" if found["nearest"] else "stray-file"
        yield Problem(place, code, found)


def _stray_in_folder(root: Path, folder: Path, media_depth: int) -> Iterator[Problem]:
    for entry in _entries(folder):
        if not is_media(entry.name) or not entry.is_file():
            continue
        path = Path(entry.path)
        if len(path.relative_to(folder).parts) != media_depth:
            place = Place(path.relative_to(root).as_posix())
            if path.suffix.lstrip(".").lower() in {*PICTURES, *DOCUMENTS}:
                yield Problem(place, "media-misplaced", {"found": entry.name})
                continue
            cure = Path(entry.name).with_suffix(".yaml").name
            yield Problem(place, "stray-file-near", {"found": entry.name, "nearest": cure})
