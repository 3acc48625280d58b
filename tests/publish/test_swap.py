"""Readers see one build or the other, and what an interruption leaves is put right."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest

from portal.publish.swap import recover, swap


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The site, and the next one beside it."""
    for name in ("site", "next"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"of-{name}").touch()
    return tmp_path / "site", tmp_path / "next"


def has_swapped(site: Path, following: Path) -> bool:
    return (site / "of-next").exists() and (following / "of-site").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems need two steps")
@pytest.mark.parametrize("is_relative", [False, True])
def test_folders_change_places_in_one_step(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, is_relative: bool
) -> None:
    def rename(*_: object) -> None:
        raise AssertionError("for a moment there is no site")

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.chdir(folders[0].parent)
    swap(*((Path("site"), Path("next")) if is_relative else folders))
    assert has_swapped(*folders)


def test_folders_change_places_where_the_system_has_no_such_step(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    swap(*folders)
    assert has_swapped(*folders)
    assert sorted(path.name for path in folders[0].parent.iterdir()) == ["next", "site"]


def test_folders_change_places_where_the_library_has_no_such_step(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    swap(*folders)
    assert has_swapped(*folders)


def test_folders_change_places_where_the_file_system_refuses_the_step(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Library:
        def renameat2(self, *_: object) -> int:
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library())
    swap(*folders)
    assert has_swapped(*folders)


def test_the_first_site_takes_its_place(folders: tuple[Path, Path]) -> None:
    site, following = folders
    (site / "of-site").unlink()
    site.rmdir()
    swap(site, following)
    assert (site / "of-next").exists()
    assert not following.exists()


def test_a_missing_next_site_is_an_error_and_the_site_stays(folders: tuple[Path, Path]) -> None:
    site, following = folders
    with pytest.raises(OSError, match="nothing"):
        swap(site, following.with_name("nothing"))
    recover(site)
    assert (site / "of-site").exists()


def test_what_was_left_aside_comes_back(folders: tuple[Path, Path]) -> None:
    site, _ = folders
    site.rename(site.with_name(".site.aside"))
    recover(site)
    assert (site / "of-site").exists()
    assert not site.with_name(".site.aside").exists()


def test_what_was_left_aside_never_takes_the_place_of_a_site(folders: tuple[Path, Path]) -> None:
    site, following = folders
    following.rename(site.with_name(".site.aside"))
    recover(site)
    assert (site / "of-site").exists()
