"""The one way to list a folder of a portal: in order, without following links, and saying what is left out and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.data.file_names import folded, name_fault, passes_over
from portal.data.opening import Refused, entries, is_folder, refusal, status_of
from portal.data.problem import Place, Problem

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from pathlib import Path

DEEPEST_FOLDER = 24
"""Levels of folders below the root; a portal needs five, and systems refuse longer paths at some point."""


@dataclass(slots=True)
class Listing:
    """What lies below a folder. All names are paths from the portal's root, with ``/``."""

    files: list[str] = field(default_factory=list)
    """Regular files with names that any system can hold, sorted folder by folder."""
    folders: list[str] = field(default_factory=list)
    """The folders that were listed, without the uppermost."""
    problems: list[Problem] = field(default_factory=list)
    """Why something is in neither."""
    gaps: set[str] = field(default_factory=set)
    """Files and folders that are in neither, so that nothing is known of what they hold."""
    is_missing: bool = False
    """Whether there is no such folder."""


def list_tree(root: Path, top: str, is_file_name: Callable[[str], bool]) -> Listing:
    """Everything below ``root/top``, except what systems and programs leave there.

    A folder for whose name ``is_file_name`` is true has taken the place of a file: it is told and not entered.
    """
    listing = Listing()
    try:
        status = status_of(root / top)
        if status is not None and not is_folder(status):
            raise Refused(refusal(status) or "folder-is-file")
    except Refused as error:
        _refuse(listing, top, error)
        return listing
    listing.is_missing = status is None
    waiting = [] if status is None else [top]
    while waiting:
        folder = waiting.pop()
        if folder != top:
            listing.folders.append(folder)
        try:
            if folder.count("/") >= DEEPEST_FOLDER:
                raise Refused("folder-too-deep", {"limit": str(DEEPEST_FOLDER)})
            found = entries(root / folder)
        except Refused as error:
            _refuse(listing, folder, error)
            continue
        waiting += reversed(_sort_out(found, folder, is_file_name, listing))
    return listing


def _sort_out(
    found: list[os.DirEntry[str]],
    folder: str,
    is_file_name: Callable[[str], bool],
    listing: Listing,
) -> list[str]:
    """Add the files of a folder; returns the folders in it."""
    inner: list[str] = []
    last = {folded(entry.name): entry.name for entry in found}
    for entry in found:
        if passes_over(entry.name):
            continue
        name = f"{folder}/{entry.name}"
        try:
            _judge_name(entry.name, last[folded(entry.name)])
            is_file = entry.is_file(follow_symlinks=False)  # which the folder says itself
            status = None if is_file else status_of(entry)
            code = refusal(status) if status else ""
            if code != "folder-named-as-file":
                if code:
                    raise Refused(code)
                listing.files.append(name)
            elif is_file_name(entry.name):
                raise Refused(code, {"found": entry.name})
            else:
                inner.append(name)
        except Refused as error:
            _refuse(listing, name, error)
    return inner


def _judge_name(name: str, last: str) -> None:
    """Raise Refused if a name is not fit for every system; ``last`` is the last one in the folder that folds to it."""
    code, found = name_fault(name)
    if code:
        raise Refused(code, {"found": found})
    if name != last:  # which is the one in lower case
        raise Refused("name-twin", {"found": name, "other": last})


def _refuse(listing: Listing, name: str, error: Refused) -> None:
    listing.problems.append(Problem(Place(name), error.code, error.found))
    listing.gaps.add(name)
