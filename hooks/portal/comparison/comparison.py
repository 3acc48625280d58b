"""Everything that differs between a portal as it was and as it is proposed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from portal.comparison.count_changes import count_changes
from portal.comparison.file_changes import file_changes
from portal.comparison.page_changes import page_changes
from portal.comparison.row_changes import row_changes
from portal.comparison.setting_changes import label_changes, own_file_changes, setting_changes
from portal.comparison.timetable import time_changes

if TYPE_CHECKING:
    from collections.abc import Callable

    from portal.comparison.count_changes import CountChange
    from portal.comparison.file_changes import FileChange
    from portal.comparison.page_changes import PageChanges
    from portal.comparison.row_changes import RowChanges
    from portal.comparison.setting_changes import LabelChange
    from portal.comparison.side import Side
    from portal.comparison.timetable import TimeChanges


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a change alters on the public site."""

    pages: PageChanges
    times: TimeChanges
    files: list[FileChange]
    counts: list[CountChange]
    rows: list[RowChanges]
    labels: list[LabelChange]
    settings: list[str]
    own_files: list[str]

    @property
    def is_same(self) -> bool:
        """Whether nothing changes."""
        pages = (getattr(self.pages, field.name) for field in fields(self.pages))
        others = (
            self.times.changes,
            self.times.later,
            self.files,
            self.counts,
            self.rows,
            self.labels,
            self.settings,
            self.own_files,
        )
        return not any(pages) and not any(others)


def compare_sides(
    old: Side, new: Side, advance: Callable[[int], None] = lambda _: None
) -> Comparison:
    """Compare two portals at the same moment; ``advance`` hears of each page that has been looked at."""
    was, is_ = old.edition, new.edition
    return Comparison(
        pages=page_changes(was, is_, advance),
        times=time_changes(was, is_),
        files=file_changes(was, is_),
        counts=count_changes(was, is_),
        rows=row_changes(was, is_),
        labels=label_changes(old, new),
        settings=setting_changes(old, new),
        own_files=own_file_changes(old, new),
    )
