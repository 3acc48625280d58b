"""A folder of this machine that a web server serves: files get there by renaming, so that none is ever half there."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from portal.delivery.delivered import NOTE, STATE, parse_delivered
from portal.delivery.place import Seen
from portal.delivery.stages import above
from portal.delivery.undelivered import Undelivered
from portal.publish.swap import swap

try:
    import fcntl
except ImportError:  # this system has no such locks
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from portal.delivery.built_site import BuiltSite, SiteFile
    from portal.delivery.delivered import Delivered
    from portal.delivery.place import Advance

_FILE, _FOLDER = 0o644, 0o755
"""Modes that let any web server read."""


class FolderPlace:
    """A folder; ``told`` is called once while another deployment is under way there."""

    def __init__(self, folder: Path, told: Callable[[], None]) -> None:
        self._folder, self._told = folder, told
        self._state = folder / STATE
        self._hand = self._state / "tmp"
        """Files in hand, on the same file system."""

    @contextmanager
    def hold(self) -> Iterator[None]:
        self._make_folders()
        with (self._state / "lock").open("ab") as file:
            if fcntl is not None:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    self._told()
                    fcntl.flock(file, fcntl.LOCK_EX)
            self._clear_hand()
            try:
                yield
            finally:
                self._clear_hand()

    def still_held(self) -> None:
        """The system itself keeps others out."""

    def noted(self) -> Delivered | None:
        path = self._state / NOTE
        if self._state.is_symlink() or path.is_symlink():
            raise self._in_the_way(STATE)
        try:
            return parse_delivered(path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def note(self, delivered: Delivered) -> None:
        self._write(self._state / NOTE, delivered.text(), lasting=True)

    def strangers(self) -> list[str]:
        try:
            return [p.name for p in self._folder.iterdir() if not p.name.startswith(".")]
        except FileNotFoundError:
            return []

    def compare(self, site: BuiltSite, before: Delivered, advance: Advance) -> Seen:
        seen, blocked = Seen(), set()
        for folder in {folder for path in site.files for folder in above(path)}:
            mode = self._mode(folder)
            if (
                mode
                and not stat.S_ISDIR(mode)
                and (stat.S_ISLNK(mode) or folder not in before.files)
            ):
                blocked.add(folder)
        for path, file in site.files.items():
            mode = self._mode(path)
            if not mode:
                seen.new.append(path)
            elif stat.S_ISDIR(mode):
                seen.new.append(path)
                if any(inner not in before.files for inner in self._below(path)):
                    blocked.add(path)
            elif self._is_same(path, file, mode, site):
                seen.same.append(path)
            else:
                seen.changed.append(path)
            advance(1)
        seen.blocked = sorted(blocked)
        return seen

    def known(self, file: SiteFile) -> dict[str, str]:
        return {"sha256": file.sha256}

    def put(self, site: BuiltSite, paths: Sequence[str], advance: Advance) -> None:
        for path in paths:
            self._make_parents(self._folder, path)
            self._write(self._folder / path, site.read(site.files[path]))
            advance(1)

    def remove(self, paths: Sequence[str], advance: Advance) -> None:
        for path in paths:
            folders = above(path)
            if not any((self._folder / folder).is_symlink() for folder in folders):
                with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
                    (self._folder / path).unlink()
                for folder in folders:
                    try:
                        (self._folder / folder).rmdir()
                    except OSError:  # others have something in it
                        break
            advance(1)

    def turn(
        self, site: BuiltSite, puts: Sequence[str], removes: Sequence[str], advance: Advance
    ) -> None:
        units: dict[str, list[str]] = {}
        for path in puts:
            top = next((folder for folder in above(path) if folder in removes), path)
            units.setdefault(top, []).append(path)
        for top, paths in units.items():
            made = self._hand / "turned"
            for path in paths:
                inner = f"turned{path.removeprefix(top)}"
                self._make_parents(self._hand, inner)
                self._write(self._hand / inner, site.read(site.files[path]))
            swap(self._folder / top, made)
            self._clear_hand()
            advance(len(paths))
        advance(len(removes))

    def _mode(self, path: str) -> int:
        """The mode of what is there; 0 if there is nothing."""
        try:
            return os.lstat(self._folder / path).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return 0

    def _below(self, top: str) -> Iterator[str]:
        for here, folders, names in os.walk(self._folder / top):
            links = [name for name in folders if Path(here, name).is_symlink()]
            for name in (*names, *links):
                yield Path(here, name).relative_to(self._folder).as_posix()

    def _is_same(self, path: str, file: SiteFile, mode: int, site: BuiltSite) -> bool:
        if not stat.S_ISREG(mode) or mode & 0o444 != 0o444:
            return False
        there = self._folder / path
        return there.stat().st_size == file.size and there.read_bytes() == site.read(file)

    def _write(self, target: Path, content: bytes, *, lasting: bool = False) -> None:
        """Give a path that content in one step; ``lasting``: so that no loss of power undoes it."""
        try:
            self._write_by(self._hand / "file", target, content, lasting)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            self._write_by(target.with_name(f"{STATE}-tmp"), target, content, lasting)

    @staticmethod
    def _write_by(hand: Path, target: Path, content: bytes, lasting: bool) -> None:
        hand.unlink(missing_ok=True)
        try:
            with hand.open("xb") as file:
                file.write(content)
                file.flush()
                hand.chmod(_FILE)
                if lasting:
                    os.fsync(file.fileno())
            hand.replace(target)
        except BaseException:
            hand.unlink(missing_ok=True)
            raise

    def _make_folders(self) -> None:
        for folder in (self._folder, self._state, self._hand):
            if folder.is_symlink() and folder != self._folder:
                raise self._in_the_way(STATE)
            if not folder.is_dir():
                folder.mkdir()
                folder.chmod(stat.S_IMODE(folder.stat().st_mode) | _FOLDER)

    @staticmethod
    def _make_parents(top: Path, path: str) -> None:
        for folder in reversed(above(path)):
            if not (top / folder).is_dir():
                (top / folder).mkdir()
                (top / folder).chmod(stat.S_IMODE((top / folder).stat().st_mode) | _FOLDER)

    def _clear_hand(self) -> None:
        for path in list(self._hand.iterdir()):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()

    @staticmethod
    def _in_the_way(name: str) -> Undelivered:
        return Undelivered(
            zh=f"目標裡的 {name} 是連結；請移走後再執行",
            en=f"{name} at the target is a link; move it away and run again",
        )
