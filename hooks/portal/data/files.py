"""Which files of ``data/`` hold records, which are beside records, and which do not belong there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from portal.data.document import Document, read_document
from portal.data.file_names import is_copy
from portal.data.likeness import nearest
from portal.data.listing import list_tree
from portal.data.media_file import DOCUMENTS, PICTURES
from portal.data.problem import Place, Problem
from portal.data.root import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from portal.data.root import Root

FOLDER = "data"

NOT_RECORDS = {"README.md": "", "schema": ".json"}
"""What else may be in the folder: the data dictionary, and the JSON Schema with the suffix of its files."""

MEDIA_DEPTH = 3
"""Path components of a picture or document below the folder of its kind: ``2026/<id>/<file>``."""

_YAML = (".yaml", ".yml")
_MEDIA = frozenset(f".{suffix}" for suffix in {*PICTURES, *DOCUMENTS})


def parse_file(root: Root, path: Path, raw: bytes) -> Document:
    """The YAML file below ``root`` with those bytes, with every problem in its bytes and syntax."""
    name = root.name_of(path)
    text, problems = decode(name, raw)
    document = read_document(name, text, lambda: root.read_text(path)[0])
    document.problems[:0] = problems
    if not text:
        document.value = None
    return document


@dataclass(slots=True)
class DataFiles:
    """What lies in ``data/``. All names are paths from the portal's root."""

    records: dict[str, list[str]] = field(default_factory=dict)
    """Files with records, by the file or folder of their kind."""
    media: list[str] = field(default_factory=list)
    """Pictures and documents beside records."""
    problems: list[Problem] = field(default_factory=list)
    """What is not read, and files that nothing reads."""
    gaps: set[str] = field(default_factory=set)
    """Files and folders that could not be read or listed, or that have another name."""

    def add_stray(
        self, name: str, shown: str, names: Iterable[str], missing: Collection[str] = ()
    ) -> None:
        """Add what nothing reads; if it has the name of something ``missing`` but for a slip, it is that."""
        problem = _stray(name, shown, names)
        self.problems.append(problem)
        meant = problem.found.get("nearest", "")
        if meant in missing:
            self.gaps.add(f"{FOLDER}/{meant}")
        elif not names and meant.endswith(_YAML[0]):
            self.gaps.add(str(PurePosixPath(name).with_name(meant)))


def data_files(root: Path, known: Iterable[str], with_media: Collection[str] = ()) -> DataFiles:
    """Sort what lies in ``data/`` by the files and folders of kinds, ``known``.

    In the folders ``with_media``, pictures and documents may be in ``<year>/<id>/``.
    """
    names = dict.fromkeys(known)
    listing = list_tree(root, FOLDER, _is_file_name)
    found = DataFiles({name: [] for name in names}, [], listing.problems, listing.gaps)
    if listing.is_missing:
        found.problems.append(Problem(Place(FOLDER), "folder-missing", {"found": FOLDER}))
        found.gaps.add(FOLDER)
    missing = names.keys() - {name.split("/")[1] for name in (*listing.files, *listing.folders)}
    for name in listing.folders:
        top = name.removeprefix(f"{FOLDER}/")
        if "/" not in top and top not in names and top not in NOT_RECORDS:
            found.add_stray(name, top, names, missing)
    for name in listing.files:
        top, *inner = name.removeprefix(f"{FOLDER}/").split("/")
        if top in names:
            _sort(name, top, inner, found, with_media)
        elif not inner and top not in NOT_RECORDS:
            found.add_stray(name, top, names, missing)
        elif inner and not name.endswith(NOT_RECORDS.get(top, "")):
            found.problems.append(_stray(name, inner[-1], ()))
    return found


def _sort(
    name: str, top: str, inner: list[str], found: DataFiles, with_media: Collection[str]
) -> None:
    """Put a file where it belongs that lies in the folder of a kind, or where a kind has its file or folder."""
    suffix = PurePosixPath(name).suffix.lower()
    if name.endswith(_YAML[0]):
        found.records[top].append(name)
    elif not inner:
        found.problems.append(Problem(Place(name), "folder-is-file"))
        found.gaps.add(name)
    elif is_copy(inner[-1]) or suffix in _YAML:
        found.add_stray(name, inner[-1], ())
    elif top in with_media and len(inner) == MEDIA_DEPTH:
        found.media.append(name)
    elif suffix in _MEDIA:
        found.problems.append(Problem(Place(name), "media-misplaced", {"found": inner[-1]}))
    else:
        found.problems.append(_stray(name, inner[-1], ()))


def _stray(name: str, shown: str, names: Iterable[str]) -> Problem:
    """A file or folder that nothing reads, with the most likely reason."""
    found = {"found": shown, "path": FOLDER}
    if is_copy(shown):
        return Problem(Place(name), "stray-copy", found)
    cure = nearest(shown, sorted(names))
    if not cure and PurePosixPath(shown).suffix.lower() in _YAML:
        cure = PurePosixPath(shown).with_suffix(_YAML[0]).name
    code = "stray-file-near" if cure and cure != shown else "stray-file"
    return Problem(Place(name), code, {**found, "nearest": cure})


def _is_file_name(name: str) -> bool:
    """Whether a folder of that name looks like a file."""
    return PurePosixPath(name).suffix.lower() in (*_YAML, *_MEDIA, ".md")
