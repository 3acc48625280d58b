"""Files that people keep are written all or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portal.data.whole_file import write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_and_their_folders_are_written(tmp_path: Path) -> None:
    write_whole({tmp_path / "a" / "b" / "new.txt": "新\n", tmp_path / "top.txt": "top\n"})
    assert (tmp_path / "a" / "b" / "new.txt").read_bytes() == "新\n".encode()
    assert names(tmp_path) == ["a", "a/b", "a/b/new.txt", "top.txt"]


def test_who_may_read_a_file_may_read_it_afterwards(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "file").chmod(0o640)
    write_whole({tmp_path / "file": "x"})
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


def test_nothing_is_changed_when_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "first").write_text("before", encoding="utf-8")
    write = Path.write_text

    def full(path: Path, text: str, **options: str) -> int:
        written = write(path, text[:2], **options)
        if "second" in path.name:
            raise OSError(28, os.strerror(28), str(path))
        return written

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left") as told:
        write_whole({tmp_path / "first": "after", tmp_path / "new" / "second": "after"})
    assert told.value.filename == str(tmp_path / "new" / "second")
    assert names(tmp_path) == ["first"]
    assert (tmp_path / "first").read_text(encoding="utf-8") == "before"


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> int:
        raise SystemExit(130)

    monkeypatch.setattr(Path, "write_text", interrupted)
    with pytest.raises(SystemExit):
        write_whole({tmp_path / "new" / "file": "x"})
    assert names(tmp_path) == []
