"""Brings files into the folder that is published, whatever they are."""

from __future__ import annotations

import errno
import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from portal.data.store import keep, recall
from portal.model.reading.memory import Memory
from portal.pages.render.ledger import Ledger
from portal.progress import Progress
from portal.publish.owned import bring_back, is_taken
from portal.publish.state_folder import SPARE, STAGING, throw_away
from portal.publish.swap import recover, swap
from portal.publish.tree import Entry, Tree, bring, take
from portal.site_file import BUILD
from portal.spread import processors, spread

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from portal.model.catalog.schedule import Schedule
    from portal.model.values.moment import Moment
    from portal.origin import Origin
    from portal.pages.render.facts import Facts
    from portal.pages.render.trace import Fact
    from portal.publish.stamp import Stamp
    from portal.site_file import Files, TracedFile

_STATE = ("tree", "ledger", "inputs")
"""What is kept for each tree: its files, what its pages were made from; what was read, how long that stays valid, and
what the site tells about itself."""


def state_of(folder: Path) -> Path:
    """The folder beside a published folder, for everything known about it."""
    return folder.with_name(f".{folder.name}")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    pages: int
    """Pages that the site has."""
    made: int
    """Pages and feeds that were made."""
    written: int
    """Files with new content."""
    removed: int
    """Files that were removed."""
    sizes: Mapping[str, int]
    """Bytes of each file that the site now has, by its path."""


class Publisher:
    """A published folder, and the folder beside it with what the next build needs to know.

    The folder ``.site`` beside ``site`` contains the last tree but one, which the next build updates and then swaps
    with ``site``: even if it is interrupted, readers see one build or the other. A preview has no such folder; it
    changes its own tree in place.
    """

    def __init__(self, folder: Path, *, in_place: bool = False) -> None:
        self.folder = folder
        self.in_place = in_place
        self.state = state_of(folder)
        self.staging = self.state / STAGING
        """Where MkDocs may write its own files."""
        self.memory = Memory(None if in_place else self.state / "rows")
        self._tree, self._ledger = Tree(folder), Ledger()
        self._known_inputs: tuple[bytes, Schedule, Stamp | None] | None = None
        recover(folder)
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), os.fspath(folder))

    def is_current(self, inputs: bytes, now: Moment) -> bool:
        """Whether the site was made from the same inputs, shows what is public now, and has not been touched since."""
        self._known_inputs = known = recall(self._state_of(self.folder, "inputs"))
        if not known or known[0] != inputs or not known[1].holds_at(now):
            return False
        self._open()
        return bool(self._tree.files) and all(map(self._tree.is_intact, self._tree.files))

    def restamp(self, origin: Origin) -> bool:
        """Let a current site tell that it is made from there; whether it told something else before."""
        inputs, schedule, stamp = self._known_inputs or (b"", None, None)
        if schedule is None or stamp is None or stamp.origin == origin:
            return False
        moved = stamp.moved_to(origin)
        live, next_tree = self._tree, self._spare()
        for path in next_tree.files.keys() - live.files.keys():
            next_tree.remove(path)
        for path in live.files:
            take(path, live, next_tree)
        self._stamp(next_tree, moved)
        self._finish(next_tree, (inputs, schedule, moved))
        return True

    def publish(
        self,
        files: Files,
        facts: Facts,
        schedule: Schedule,
        inputs: bytes = b"",
        stamp: Stamp | None = None,
    ) -> Report:
        """Make what changed, so that the folder contains exactly these files, and what the ``stamp`` tells of them.

        ``facts`` are those of the records that the files show.
        """
        started = time.monotonic()
        if not self.in_place:
            self._open()
        live, ledger = self._tree, self._ledger
        whole = {
            path: content
            for path, content in (files.defaults | files.whole).items()
            if not is_taken(self.folder, path, content)
        }
        next_tree = live if self.in_place else self._spare()
        keys = {file.path: file.key for file in files.traced}
        stale = ledger.stale(keys, facts)
        before = dict(next_tree.files if self.in_place else live.files)
        jobs = [f for f in files.traced if f.path in stale or not live.is_intact(f.path)]
        told = {*stamp.pages, BUILD} if stamp else set()
        for path in next_tree.files.keys() - keys.keys() - whole.keys() - told:
            next_tree.remove(path)
        for path in keys.keys() - {job.path for job in jobs}:
            take(path, live, next_tree)
        with Progress(len(jobs), "pages", since=started) as progress:
            make = partial(_make, live=live, tree=next_tree)
            for batch in spread(jobs, make, processes=1 if self.in_place else processors()):
                for path, entry, shown in batch:
                    next_tree.files[path] = entry
                    ledger.note(path, keys[path], shown)
                progress.advance(len(batch))
        for path, content in whole.items():
            bring(path, content, live, next_tree)
        if stamp:
            self._stamp(next_tree, stamp)
        ledger.close(keys, facts)
        after = next_tree.files
        report = Report(
            pages=sum(path.endswith(".html") for path in after),
            made=len(jobs),
            written=sum(
                path not in before or before[path].digest != after[path].digest for path in after
            ),
            removed=len(before.keys() - after.keys()),
            sizes={path: entry.size for path, entry in after.items()},
        )
        if not self.in_place:
            self._finish(next_tree, (inputs, schedule, stamp))
        self.memory.save()
        return report

    def _stamp(self, tree: Tree, stamp: Stamp) -> None:
        """Add what can be told only when all else is there; a preview tells less."""
        for path, content in stamp.files().items():
            bring(path, content, self._tree, tree)
        if not self.in_place:
            others = ((p, e.digest, e.size) for p, e in tree.files.items() if p != BUILD)
            bring(BUILD, stamp.build_json(others), self._tree, tree)

    def discard(self) -> None:
        """Delete the folder beside the published one."""
        shutil.rmtree(self.state, ignore_errors=True)

    def _open(self) -> None:
        """Read what is known about the folder in its present state."""
        self._tree = self._known(self.folder)
        ledger = recall(self._state_of(self.folder, "ledger"))
        self._ledger = ledger if isinstance(ledger, Ledger) and self._tree.files else Ledger()

    def _spare(self) -> Tree:
        """The tree to update: the last but one, or an empty one."""
        spare = self._known(self.state / SPARE)
        bring_back(spare.folder, self.folder)
        if spare.files:
            try:
                spare.clear_unknown()
            except OSError:  # it is not ours any more
                spare.files = {}
        if not spare.files:
            throw_away(spare.folder)
            spare.folder.mkdir(parents=True)
        return spare

    def _known(self, folder: Path) -> Tree:
        files = recall(self._state_of(folder, "tree"))
        return Tree(folder, files if isinstance(files, dict) else {})

    def _state_of(self, folder: Path, what: str) -> Path:
        """The state of a tree is named after the folder's inode, so it follows the folder when that is renamed."""
        try:
            return self.state / f"{what}-{os.lstat(folder).st_ino}"
        except OSError:
            return self.state / f"{what}-none"

    def _finish(self, tree: Tree, inputs: tuple[bytes, Schedule, Stamp | None]) -> None:
        """Keep the state of the new tree, then let it become the site."""
        keep(self._state_of(tree.folder, "tree"), tree.files)
        keep(self._state_of(tree.folder, "ledger"), self._ledger)
        keep(self._state_of(tree.folder, "inputs"), inputs)
        swap(self.folder, tree.folder)
        bring_back(tree.folder, self.folder)
        self._clear_spare(tree)
        trees = (self.folder, tree.folder)
        known = {self._state_of(folder, what) for folder in trees for what in _STATE}
        for path in {path for what in _STATE for path in self.state.glob(f"{what}-*")} - known:
            throw_away(path)

    def _clear_spare(self, published: Tree) -> None:
        """Keep nothing of the former site that is no longer published: it may have been withdrawn."""
        spare = Tree(published.folder, self._tree.files)
        if spare.folder.is_dir():
            spare.clear_outdated(published)
            with suppress(OSError):  # without it, the next build finds what is left
                keep(self._state_of(spare.folder, "tree"), spare.files)


def _make(file: TracedFile, *, live: Tree, tree: Tree) -> tuple[str, Entry, frozenset[Fact]]:
    """Make a file, and write it if its content is new; several processes do this, each with its own files."""
    text, shown = file.make()
    bring(file.path, text.encode(), live, tree)
    return file.path, tree.files[file.path], shown
