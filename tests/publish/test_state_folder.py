"""``.site`` mends itself, and takes nothing away that is not its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.data.store import keep
from portal.publish.lock import hold


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of somebody else."""
    folder = tmp_path / "elsewhere"
    for name in ("inner", "spare", "rows"):
        (folder / name).mkdir(parents=True)
        (folder / name / "file").write_text("theirs", encoding="utf-8")
    return folder


@pytest.fixture
def state(tmp_path: Path) -> Path:
    folder = tmp_path / "portal" / ".site"
    for name in ("rows", "events", "exports", "media", "spare"):
        (folder / name).mkdir(parents=True)
    for name in ("lock", "search", "pictures", "decoded", "tree-1", "rows/cities", "spare/a.html"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def mend(state: Path) -> None:
    with hold(state, wait=lambda: None):
        assert state.is_dir()
        assert not state.is_symlink()
        assert (state / "lock").is_file()


def whole(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_what_is_in_order_stays(state: Path) -> None:
    before = whole(state)
    mend(state)
    assert whole(state) == before
    assert (state / "rows" / "cities").read_text(encoding="utf-8") == "rows/cities"


@pytest.mark.parametrize("target", ["elsewhere", "nothing"])
def test_a_link_in_its_place_is_taken_away_and_not_followed(
    tmp_path: Path, elsewhere: Path, target: str
) -> None:
    state = tmp_path / ".site"
    state.symlink_to(tmp_path / target)
    before = whole(elsewhere)
    mend(state)
    assert whole(elsewhere) == before
    assert not (tmp_path / "nothing").exists()


def test_a_file_in_its_place_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / ".site").write_text("x", encoding="utf-8")
    mend(tmp_path / ".site")


def test_a_file_of_another_name_is_left_to_its_owner(tmp_path: Path) -> None:
    """The site ``~/profile`` would have its state in ``~/.profile``."""
    (tmp_path / ".profile").write_text("theirs", encoding="utf-8")
    with pytest.raises(FileExistsError):
        hold(tmp_path / ".profile", wait=lambda: None)
    assert (tmp_path / ".profile").read_text(encoding="utf-8") == "theirs"


NAMES = [
    "lock",
    "search",
    "pictures",
    "decoded",
    "links",
    "terms",
    "pairs",
    "land",
    "uses",
    "words",
    "tree-1",
    "ledger-1",
    "inputs-none",
]
FOLDERS = ["rows", "exports", "media", "spare", "mkdocs"]


def as_file(path: Path) -> None:
    path.write_text("x", encoding="utf-8")


def as_folder(path: Path) -> None:
    (path / "inner").mkdir(parents=True)
    (path / "inner" / "file").touch()


def as_closed_folder(path: Path) -> None:
    as_folder(path)
    (path / "inner").chmod(0)
    path.chmod(0)


def as_link(path: Path) -> None:
    path.symlink_to("../../elsewhere")


def as_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere")


def as_pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [as_folder, as_closed_folder, as_link, as_dangling_link, as_pipe])
@pytest.mark.parametrize(
    "name", [*NAMES, "rows/cities", "events/zh", "exports/cities", "media/0123"]
)
def test_what_should_be_a_file_and_is_none_is_thrown_away(
    state: Path, elsewhere: Path, name: str, make: Callable[[Path], None]
) -> None:
    (state / name).unlink(missing_ok=True)
    make(state / name)
    before = whole(elsewhere)
    mend(state)
    if name != "lock":
        assert not os.path.lexists(state / name)
        keep(state / name, ["a value"])
    assert whole(elsewhere) == before


@pytest.mark.parametrize("make", [as_file, as_link, as_dangling_link, as_pipe])
@pytest.mark.parametrize("name", FOLDERS)
def test_what_should_be_a_folder_and_is_none_is_thrown_away(
    state: Path, elsewhere: Path, name: str, make: Callable[[Path], None]
) -> None:
    if (state / name).is_dir():
        for path in (state / name).iterdir():
            path.unlink()
        (state / name).rmdir()
    make(state / name)
    before = whole(elsewhere)
    mend(state)
    assert not os.path.lexists(state / name)
    assert whole(elsewhere) == before


def test_what_mkdocs_left_is_taken_away_before_it_writes_again(
    state: Path, elsewhere: Path
) -> None:
    """It cleans the folder itself, but would write through a link in it."""
    (state / "mkdocs").mkdir()
    (state / "mkdocs" / "en").symlink_to(elsewhere)
    mend(state)
    assert not (state / "mkdocs").exists()
    assert (elsewhere / "inner" / "file").exists()


def test_half_a_file_of_a_killed_build_is_taken_away(state: Path) -> None:
    for name in ("tree-1.4711", "search.12", "rows/cities.99"):
        (state / name).touch()
    mend(state)
    assert not [path for path in whole(state) if path.rpartition(".")[2].isdecimal()]


def test_what_is_not_ours_stays(state: Path) -> None:
    for name in ("notes", "tree-house", "lock.old"):
        (state / name).mkdir()
        (state / name / "file").touch()
    before = whole(state)
    mend(state)
    assert whole(state) == before
