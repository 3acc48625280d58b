"""A folder of published files holds what was written, and notices what others did to it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from building import contents

from portal.publish.tree import Tree, bring, take
from portal.site_file import Known


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong code deletes what lies in the current folder: nothing of ours does."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def live(tmp_path: Path) -> Tree:
    """The site of readers, with one file."""
    (tmp_path / "site").mkdir()
    tree = Tree(tmp_path / "site")
    tree.put("data/cities.csv", b"id\r\n", b"known")
    return tree


@pytest.fixture
def following(tmp_path: Path) -> Tree:
    """The next site, still empty."""
    (tmp_path / "next").mkdir()
    return Tree(tmp_path / "next")


def never() -> bytes:
    raise AssertionError("nobody needs it")


def is_same_file(first: Path, second: Path) -> bool:
    return first.stat().st_ino == second.stat().st_ino


def test_a_file_that_stands_is_shared_without_being_made(live: Tree, following: Tree) -> None:
    bring("data/cities.csv", Known(b"known", never), live, following)
    assert contents(following.folder) == {"data/cities.csv": b"id\r\n"}
    assert following.is_intact("data/cities.csv")
    bring("data/cities.csv", Known(b"known", never), live, live)


@pytest.mark.parametrize("digest", [b"known", b"other"])
def test_a_file_that_was_touched_or_is_another_is_made(live: Tree, digest: bytes) -> None:
    if digest == b"known":
        (live.folder / "data/cities.csv").write_bytes(b"touched")
    bring("data/cities.csv", Known(digest, lambda: b"id,name\r\n"), live, live)
    assert contents(live.folder) == {"data/cities.csv": b"id,name\r\n"}
    assert live.is_intact("data/cities.csv")
    assert live.files["data/cities.csv"].digest == digest


def test_content_is_known_by_what_it_holds(live: Tree, following: Tree) -> None:
    bring("a.txt", b"a", live, live)
    bring("a.txt", b"a", live, following)
    assert is_same_file(live.folder / "a.txt", following.folder / "a.txt")
    bring("a.txt", b"b", live, following)
    assert contents(following.folder) == {"a.txt": b"b"}
    assert (live.folder / "a.txt").read_bytes() == b"a"


def test_content_that_stands_already_is_not_written_again(live: Tree, following: Tree) -> None:
    bring("a.txt", b"a", live, following)
    before = (following.folder / "a.txt").stat()
    bring("a.txt", b"a", live, following)
    assert (following.folder / "a.txt").stat() == before


def test_a_touched_file_of_the_site_is_not_shared(live: Tree, following: Tree) -> None:
    bring("a.txt", b"a", live, live)
    (live.folder / "a.txt").write_bytes(b"defaced")
    bring("a.txt", b"a", live, following)
    assert contents(following.folder) == {"a.txt": b"a"}


def test_a_touched_file_of_the_next_site_is_made_anew(live: Tree, following: Tree) -> None:
    bring("a.txt", b"a", live, following)
    (following.folder / "a.txt").write_bytes(b"defaced")
    bring("a.txt", b"a", live, following)
    assert contents(following.folder) == {"a.txt": b"a"}


def test_a_file_is_taken_over_once(
    live: Tree, following: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    take("data/cities.csv", live, following)
    taken = following.folder / "data/cities.csv"
    assert is_same_file(live.folder / "data/cities.csv", taken)
    assert following.files["data/cities.csv"].digest == b"known"
    monkeypatch.setattr(os, "link", lambda *_: never())
    take("data/cities.csv", live, following)
    take("data/cities.csv", live, live)
    assert contents(live.folder) == {"data/cities.csv": b"id\r\n"}


def test_a_file_that_changed_is_taken_over_again(live: Tree, following: Tree) -> None:
    take("data/cities.csv", live, following)
    live.put("data/cities.csv", b"id,name\r\n", b"newer")
    assert contents(following.folder) == {"data/cities.csv": b"id\r\n"}
    take("data/cities.csv", live, following)
    assert contents(following.folder) == {"data/cities.csv": b"id,name\r\n"}


def test_a_file_is_copied_where_the_file_system_has_no_links(
    live: Tree, following: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    os.utime(live.folder / "data/cities.csv", (1, 1))
    following.share("data/cities.csv", live)
    copied = following.folder / "data/cities.csv"
    assert copied.read_bytes() == b"id\r\n"
    assert copied.stat().st_mtime == 1
    assert not is_same_file(live.folder / "data/cities.csv", copied)


@pytest.mark.parametrize("harm", ["longer", "later", "another", "gone", "link", "folder"])
def test_what_somebody_did_to_a_file_is_noticed(live: Tree, harm: str) -> None:
    path = live.folder / "data/cities.csv"
    status = path.stat()
    assert live.is_intact("data/cities.csv")
    if harm == "longer":
        path.write_bytes(b"id,\r\n")
    elif harm == "later":
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    elif harm == "another":
        shutil.copy2(path, path.with_name("copy"))
        path.with_name("copy").replace(path)
    else:
        path.rename(path.with_name("elsewhere"))
        if harm == "link":
            path.symlink_to("elsewhere")
        elif harm == "folder":
            path.mkdir()
    if harm == "longer":
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert not live.is_intact("data/cities.csv")


def test_a_file_that_nobody_wrote_is_not_intact(live: Tree) -> None:
    (live.folder / "foreign.html").touch()
    assert not live.is_intact("foreign.html")


def test_a_file_never_replaces_one_that_is_not_known(live: Tree) -> None:
    (live.folder / "foreign.html").write_bytes(b"foreign")
    with pytest.raises(FileExistsError):
        live.put("foreign.html", b"ours", b"digest")
    assert (live.folder / "foreign.html").read_bytes() == b"foreign"


def test_a_known_file_that_is_gone_is_written_again(live: Tree) -> None:
    (live.folder / "data/cities.csv").unlink()
    live.put("data/cities.csv", b"id\r\n", b"known")
    assert live.is_intact("data/cities.csv")


def test_a_removed_file_takes_the_folders_along_that_it_leaves_empty(live: Tree) -> None:
    live.put("en/cities/jp-kaga/index.html", b"x", b"x")
    live.put("en/index.html", b"x", b"x")
    live.remove("en/cities/jp-kaga/index.html")
    assert sorted(path.name for path in live.folder.rglob("*")) == [
        "cities.csv",
        "data",
        "en",
        "index.html",
    ]
    assert not live.is_intact("en/cities/jp-kaga/index.html")
    live.remove("en/index.html")
    live.remove("data/cities.csv")
    assert live.folder.is_dir()
    assert list(live.folder.iterdir()) == []


def test_what_is_gone_already_can_be_removed(live: Tree) -> None:
    (live.folder / "data/cities.csv").unlink()
    live.remove("data/cities.csv")
    assert live.files == {}
    (live.folder / "other").mkdir()
    live.remove("other/unknown.html")
    assert not (live.folder / "other").exists()


def test_what_nobody_wrote_is_cleared_away(live: Tree, tmp_path: Path) -> None:
    live.put("en/cities/index.html", b"x", b"x")
    live.put("press/2026/11/news/index.html", b"x", b"x")
    live.put("en/touched.html", b"x", b"x")
    live.put("en/gone.html", b"x", b"x")
    (live.folder / "en/touched.html").write_bytes(b"defaced")
    (live.folder / "en/gone.html").unlink()
    for foreign in (
        "foreign.html",
        "en/foreign.html",
        "en/foreign/deep/a.html",
        "cities/index.html",
    ):
        (live.folder / foreign).parent.mkdir(parents=True, exist_ok=True)
        (live.folder / foreign).touch()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    (live.folder / "link").symlink_to(outside)
    (live.folder / "en/cities/link").symlink_to(outside)
    live.clear_unknown()
    assert contents(live.folder) == {
        "data/cities.csv": b"id\r\n",
        "en/cities/index.html": b"x",
        "press/2026/11/news/index.html": b"x",
    }
    assert sorted(path.name for path in live.folder.rglob("*") if path.is_dir()) == [
        "11",
        "2026",
        "cities",
        "data",
        "en",
        "news",
        "press",
    ]
    assert live.files.keys() == contents(live.folder).keys()
    assert (outside / "kept").exists()


def test_a_link_in_the_place_of_a_folder_is_cleared_away(live: Tree, tmp_path: Path) -> None:
    (live.folder / "data").rename(tmp_path / "elsewhere")
    (live.folder / "data").symlink_to(tmp_path / "elsewhere")
    live.clear_unknown()
    assert list(live.folder.iterdir()) == []
    assert live.files == {}
    assert (tmp_path / "elsewhere/cities.csv").exists()


def test_what_another_tree_has_no_longer_goes_with_its_folders(live: Tree, following: Tree) -> None:
    for path in (
        "press/2026/old/index.html",
        "press/2026/old/files/a.ods",
        "index.html",
        "en/index.html",
    ):
        live.put(path, path.encode(), path.encode())
    (live.folder / "en" / "of-another").write_bytes(b"")
    for path in ("data/cities.csv", "press/2026/index.html"):
        following.put(path, b"", b"known")
    following.put("index.html", b"new", b"new")
    live.clear_outdated(following)
    assert contents(live.folder) == {"data/cities.csv": b"id\r\n", "en/of-another": b""}
    assert not (live.folder / "press").exists()
    assert list(live.files) == ["data/cities.csv"]
    assert live.is_intact("data/cities.csv")


def test_a_file_that_is_gone_already_is_no_obstacle(live: Tree, following: Tree) -> None:
    shutil.rmtree(live.folder / "data")
    live.clear_outdated(following)
    assert live.files == {}
