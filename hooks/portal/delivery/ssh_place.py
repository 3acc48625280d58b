"""A folder of another machine, reached by rsync over ssh; only rsync is needed there, and no shell."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from portal.delivery.built_site import rebuilt
from portal.delivery.delivered import STATE
from portal.delivery.distant_place import DistantPlace
from portal.delivery.place import Seen
from portal.delivery.rsync import PARTIAL, VANISHED, Rsync
from portal.delivery.stages import above

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from portal.delivery.built_site import BuiltSite, SiteFile
    from portal.delivery.delivered import Delivered
    from portal.delivery.place import Advance
    from portal.delivery.target import SshTarget

_HAND = "tmp"
_MODES = ("--perms", "--chmod=D755,F644")
"""Any web server may read the files."""

_WAY = re.compile(r"could not make way for new regular file: (.*)")
"""What rsync says of a folder that is not empty where a file is to be."""

_LISTED = re.compile(r"([-dlpscb])\S+ +[\d,.]+ \S+ \S+ (.*)", re.S)
"""A line of ``rsync --list-only``: kind, mode, size, day, time, name."""


class SshPlace(DistantPlace):
    """A folder of another machine."""

    def __init__(self, target: SshTarget, told: Callable[[], None]) -> None:
        self._rsync = Rsync(target)
        super().__init__(told)

    @contextmanager
    def hold(self) -> Iterator[None]:
        with super().hold(), TemporaryDirectory() as empty:
            hand = f"{self._rsync.place}{STATE}/{_HAND}/"
            self._rsync.done(self._rsync.run("--recursive", "--delete", f"{empty}/", hand))
            yield

    def strangers(self) -> list[str]:
        return [name for _, name in self._list() if not name.startswith(".")]

    def compare(self, site: BuiltSite, before: Delivered, advance: Advance) -> Seen:
        seen, folders, found = Seen(), list[str](), dict[str, str]()

        def note(line: str) -> None:
            what, _, name = line.partition(" ")
            if what.startswith("cd+"):
                folders.append(name.rstrip("/"))
            elif name in site.files:
                found[name] = what

        ran = self._rsync.run(
            "--checksum", "--dry-run", *_MODES, "--out-format=%i %n",
            f"{site.folder}/", self._rsync.place, names=site.files, line=note,
        )  # fmt: skip
        ways = _WAY.findall(ran.said)
        self._rsync.done(ran, fine=(PARTIAL,) if ways else ())
        for path in site.files:
            what = "<f+++" if path in ways else found.get(path)
            into = seen.same if what is None else seen.new if what[2:3] == "+" else seen.changed
            into.append(path)
        advance(len(site.files))
        if seen.same or seen.changed or ways or before.files:
            tops = [folder for folder in folders if not {*above(folder)} & {*folders}]
            there = self._kinds(tops)
            ours = {path for path in before.files if there.get(path) == "f"}
            blocking = {name for name in tops if there.get(name, "d") != "d"} - ours
            seen.blocked = sorted({*blocking, *self._filled(ways, before)})
        return seen

    def known(self, file: SiteFile) -> dict[str, str]:
        return {"sha256": file.sha256}

    def put(self, site: BuiltSite, paths: Sequence[str], advance: Advance) -> None:
        self._put(site, paths, advance, *_MODES, "--no-implied-dirs")

    def remove(self, paths: Sequence[str], advance: Advance) -> None:
        self._delete(paths)
        folders = sorted({folder for path in paths for folder in above(path)})
        kinds = self._kinds(folders)
        folders = [folder for folder in folders if kinds.get(folder) == "d"]
        for depth in sorted({folder.count("/") for folder in folders}, reverse=True):
            self._delete([folder for folder in folders if folder.count("/") == depth])
        advance(len(paths))

    def turn(
        self, site: BuiltSite, puts: Sequence[str], removes: Sequence[str], advance: Advance
    ) -> None:
        self._put(site, puts, advance, *_MODES, "--force")  # makes way, in one call
        advance(len(removes))

    def _put(self, site: BuiltSite, paths: Sequence[str], advance: Advance, *options: str) -> None:
        self._still_built(site, paths)
        ran = self._rsync.run(
            "--checksum", "--compress", *options, f"--temp-dir={STATE}/{_HAND}", "--out-format=%n",
            f"{site.folder}/", self._rsync.place, names=paths, line=lambda _: advance(1),
        )  # fmt: skip
        self._rsync.done(ran)
        self._still_built(site, paths)

    def _kinds(self, names: Sequence[str]) -> dict[str, str]:
        """Of what is there under these names: ``f`` a file, ``d`` a folder, ``L`` a link, or another letter."""
        kinds = dict[str, str]()

        def note(line: str) -> None:
            what, _, name = line.partition(" ")
            kinds[name.partition(" -> ")[0].rstrip("/")] = what[1:2]

        if names:
            with TemporaryDirectory() as empty:
                words = ["--dry-run", "--dirs", "--links", "--devices", "--specials"]
                words += ["--ignore-missing-args", "--no-implied-dirs", "--out-format=%i %n"]
                ran = self._rsync.run(*words, self._rsync.place, empty, names=names, line=note)
            self._rsync.done(ran, fine=(PARTIAL, VANISHED))
        return kinds

    def _filled(self, folders: Sequence[str], before: Delivered) -> Iterator[str]:
        """Folders where files are to be, with something in them that is not ours."""
        for folder in folders:
            inner = [f"{folder}/{name}" for kind, name in self._list(folder) if kind != "d"]
            if not before.files.keys() >= {*inner}:
                yield folder

    def _list(self, below: str = "") -> list[tuple[str, str]]:
        """Kind and name of what is in the folder, or of all that is below one in it."""
        found = list[tuple[str, str]]()

        def note(line: str) -> None:
            if (listed := _LISTED.fullmatch(line)) and listed[2] != ".":
                found.append((listed[1], listed[2]))

        place, how = (
            (f"{self._rsync.place}{below}/", "--recursive")
            if below
            else (self._rsync.place, "--dirs")
        )
        ran = self._rsync.run("--list-only", how, place, line=note)
        if not ran.is_absent:
            self._rsync.done(ran)
        return found

    def _read(self, name: str) -> bytes | None:
        with TemporaryDirectory() as folder:
            ran = self._rsync.run(f"{self._rsync.place}{STATE}/{name}", f"{folder}/")
            if ran.is_absent:
                return None
            self._rsync.done(ran)
            return Path(folder, name).read_bytes()

    def _write(self, name: str, content: bytes) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder, STATE, name)
            path.parent.mkdir()
            path.write_bytes(content)
            names = [f"{STATE}/{name}"]
            ran = self._rsync.run(
                "--checksum",
                *_MODES,
                "--no-implied-dirs",
                f"{folder}/",
                self._rsync.place,
                names=names,
            )
            self._rsync.done(ran)

    def _erase(self, name: str) -> None:
        self._delete([f"{STATE}/{name}"])

    def _delete(self, paths: Sequence[str]) -> None:
        """Delete files, and folders that are empty; what is not there is fine."""
        with TemporaryDirectory() as empty:
            words = ["--dirs", "--delete-missing-args"]
            ran = self._rsync.run(*words, f"{empty}/", self._rsync.place, names=paths)
            self._rsync.done(ran, fine=(VANISHED,))

    @staticmethod
    def _still_built(site: BuiltSite, paths: Sequence[str]) -> None:
        """Raise Undelivered if the site was built again: rsync would send what is there now."""
        for path in paths:
            try:
                same = (site.folder / path).stat().st_size == site.files[path].size
            except OSError:
                same = False
            if not same:
                raise rebuilt()
