"""What changes around all pages: words of the interface, settings, the portal's own templates and theme."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portal.data.listing import list_tree
from portal.data.opening import Refused, read_regular
from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.comparison.side import Both, Side


@dataclass(frozen=True, slots=True)
class LabelChange:
    """A word of the interface that reads otherwise."""

    key: str
    old: Both
    """Empty in a locale where there was none."""
    new: Both


def label_changes(old: Side, new: Side) -> list[LabelChange]:
    """The labels that differ, by key."""
    was, is_ = (side.edition.catalog.labels for side in (old, new))
    found = []
    for key in sorted(was.keys() | is_.keys()):
        texts = [
            {locale.code: labels[key][locale.code] if key in labels else "" for locale in LOCALES}
            for labels in (was, is_)
        ]
        if texts[0] != texts[1]:
            found.append(LabelChange(key, *texts))
    return found


def setting_changes(old: Side, new: Side) -> list[str]:
    """The keys of ``mkdocs.yml`` whose values differ; the values are not told, since one may come from a secret."""
    keys = old.settings.keys() | new.settings.keys()
    return sorted(key for key in keys if old.settings.get(key) != new.settings.get(key))


def own_file_changes(old: Side, new: Side) -> list[str]:
    """The files of the portal's own templates and theme that differ: what they alter is shown by no record."""
    was, is_ = dict(_own_files(old)), dict(_own_files(new))
    return sorted(name for name in was.keys() | is_.keys() if was.get(name) != is_.get(name))


def _own_files(side: Side) -> Iterator[tuple[str, bytes]]:
    root = side.edition.root
    folders = {"templates"} | ({os.path.relpath(side.theme, root)} if side.theme else set())
    for folder in sorted(folders):
        for name in list_tree(root, Path(folder).as_posix(), lambda _: False).files:
            try:
                yield name, read_regular(root / name)
            except Refused as refused:
                yield name, refused.code.encode()
