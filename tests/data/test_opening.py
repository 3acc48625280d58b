from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from privileges import forbidden, without_privileges

from portal.data import opening
from portal.data.opening import LARGEST_FILE, Refused, entries, read_regular, status_of


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as error:
        read_regular(path)
    return error.value.code


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a\r\n\0" * 100_000)
    assert read_regular(tmp_path / "file") == b"a\r\n\0" * 100_000


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "dangling").symlink_to("nothing")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "socket"))
        assert refusal(tmp_path / "socket") == "file-is-socket"
    assert refusal(tmp_path / "pipe") == "file-is-pipe"
    assert refusal(tmp_path / "folder") == "folder-named-as-file"
    assert refusal(tmp_path / "link") == "file-is-link"
    assert refusal(tmp_path / "dangling") == "file-is-link"
    assert refusal(Path("/dev/null")) == "file-is-device"
    assert refusal(tmp_path / "nothing") == "file-unreadable"


@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_what_is_exchanged_before_it_is_opened_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    (tmp_path / "file").write_bytes(b"a")
    before = os.lstat(tmp_path / "file")
    (tmp_path / "file").rename(tmp_path / "secret")
    os.mkfifo(tmp_path / "file") if kind == "pipe" else (tmp_path / "file").symlink_to("secret")
    monkeypatch.setattr(os, "lstat", lambda _: before)
    assert refusal(tmp_path / "file") == f"file-is-{kind}"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    os.truncate(tmp_path / "file", LARGEST_FILE + 1)
    with pytest.raises(Refused) as error:
        read_regular(tmp_path / "file")
    assert error.value.code == "file-too-large"
    assert error.value.found == {"found": str(LARGEST_FILE + 1), "limit": str(LARGEST_FILE)}
    assert len(read_regular(tmp_path / "file", 2**30)) == LARGEST_FILE + 1


def test_systems_without_such_flags_are_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_FLAGS", os.O_RDONLY)
    (tmp_path / "file").write_bytes(b"a")
    (tmp_path / "link").symlink_to("file")
    assert read_regular(tmp_path / "file") == b"a"
    assert refusal(tmp_path / "link") == "file-is-link"


def test_without_permission_nothing_is_read_or_listed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    def codes() -> list[str]:
        found = []
        for read, name in ((read_regular, "file"), (entries, "folder")):
            try:
                read(Path(name))
            except Refused as error:
                found.append(error.code)
        return found

    tmp_path.chmod(0o755)
    assert without_privileges(tmp_path, codes) == []
    with forbidden(tmp_path / "file"), forbidden(tmp_path / "folder"):
        assert without_privileges(tmp_path, codes) == ["not-permitted"] * 2
    with forbidden(tmp_path / "folder", 0o444):
        assert without_privileges(tmp_path, codes) == ["not-permitted"]


def test_other_refusals_of_the_system_are_named(tmp_path: Path) -> None:
    with pytest.raises(Refused) as error:
        read_regular(tmp_path / ("x" * 300))
    assert (error.value.code, error.value.found) == ("file-unreadable", {"found": "ENAMETOOLONG"})


def test_of_nothing_there_is_no_status(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert status_of(tmp_path / "nothing") is None
    assert status_of(tmp_path / "file" / "inner") is None
    assert status_of(tmp_path / "file") is not None
