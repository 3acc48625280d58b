from __future__ import annotations

import os
from pathlib import Path

import pytest
from privileges import forbidden, without_privileges

from portal.data.listing import DEEPEST_FOLDER, Listing, list_tree


def listed(root: Path, top: str = "content") -> Listing:
    return list_tree(root, top, lambda name: name.endswith(".md"))


def told(listing: Listing) -> list[str]:
    assert all(problem.message("zh") != problem.message("en") for problem in listing.problems)
    return [f"{problem.place.path}: {problem.code}" for problem in listing.problems]


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


def test_files_and_folders_come_in_order(tmp_path: Path) -> None:
    make(
        tmp_path,
        "content/b.md",
        "content/a.md",
        "content/zh/c.md",
        "content/en/d/e.md",
        "content/en/a.png",
    )
    found = listed(tmp_path)
    assert found.files == [
        "content/a.md",
        "content/b.md",
        "content/en/a.png",
        "content/en/d/e.md",
        "content/zh/c.md",
    ]
    assert found.folders == ["content/en", "content/en/d", "content/zh"]
    assert (found.problems, found.gaps, found.is_missing) == ([], set(), False)


def test_there_may_be_no_such_folder(tmp_path: Path) -> None:
    assert listed(tmp_path).is_missing
    (tmp_path / "content").touch()
    assert told(listed(tmp_path)) == ["content: folder-is-file"]
    assert listed(tmp_path).gaps == {"content"}
    (tmp_path / "content").unlink()
    os.mkfifo(tmp_path / "content")
    assert told(listed(tmp_path)) == ["content: file-is-pipe"]


@pytest.mark.parametrize("target", ["..", ".", "/", "/etc/passwd", "nothing", "loop", "a.md"])
def test_no_link_is_followed(tmp_path: Path, target: str) -> None:
    make(tmp_path, "content/a.md")
    (tmp_path / "content" / "loop").symlink_to(target)
    found = listed(tmp_path)
    assert found.files == ["content/a.md"]
    assert told(found) == ["content/loop: file-is-link"]
    assert found.gaps == {"content/loop"}


def test_the_folder_itself_may_be_no_link(tmp_path: Path) -> None:
    make(tmp_path, "elsewhere/a.md")
    (tmp_path / "content").symlink_to("elsewhere")
    found = listed(tmp_path)
    assert (found.files, told(found)) == ([], ["content: file-is-link"])
    assert found.gaps == {"content"}


def test_what_is_no_file_is_told_once(tmp_path: Path) -> None:
    make(tmp_path, "content/page.md/inner.md", "content/a.md")
    os.mkfifo(tmp_path / "content" / "pipe.md")
    found = listed(tmp_path)
    assert found.files == ["content/a.md"]
    assert told(found) == [
        "content/page.md: folder-named-as-file",
        "content/pipe.md: file-is-pipe",
    ]


def test_what_systems_leave_is_passed_over_even_if_it_is_strange(tmp_path: Path) -> None:
    make(
        tmp_path, "content/.DS_Store", "content/Thumbs.db", "content/.git/config", "content/Icon\r"
    )
    os.mkfifo(tmp_path / "content" / ".pipe")
    (tmp_path / "content" / ".link").symlink_to("/")
    found = listed(tmp_path)
    assert (found.files, found.folders, found.problems) == ([], [], [])


def test_a_name_that_cannot_be_printed_is_told_and_printed(tmp_path: Path) -> None:
    for name in (b"a\xff.md", b"b\n::error::.md", "c\u202e.md".encode(), b"d:\\.md"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).touch()
    (tmp_path / os.fsdecode(b"\xb4\xc1\xa6r")).mkdir()
    found = list_tree(tmp_path.parent, tmp_path.name, lambda _: False)
    assert found.files == []
    lines = [problem.line("en").partition("/")[2].partition("; ")[0] for problem in found.problems]
    assert sorted(lines) == [
        r"\xb4\xc1\xa6r:1:1: the name holds \xb4\xc1\xa6, which is not UTF-8",
        r"a\xff.md:1:1: the name holds \xff, which is not UTF-8",
        r"b\n::error::.md:1:1: the name holds the invisible character U+000A",
        r"c\u202e.md:1:1: the name holds the invisible character U+202E",
        r"d:\.md:1:1: ':' cannot stand in a name on Windows",
    ]


def test_names_that_other_systems_take_for_one_are_told(tmp_path: Path) -> None:
    for name in ("About.md", "about.md", "é.png", "e\u0301.png", "zh/a", "ZH/b"):
        make(tmp_path, f"content/{name}")
    found = listed(tmp_path)
    assert told(found) == [
        "content/About.md: name-twin",
        "content/ZH: name-twin",
        "content/e\u0301.png: name-twin",
    ]


def test_what_may_not_be_listed_is_told_once(tmp_path: Path) -> None:
    make(tmp_path, "content/zh/a.md", "content/en/a.md")
    tmp_path.chmod(0o755)

    def found() -> tuple[list[str], list[str], set[str]]:
        listing = listed(Path())
        return listing.files, told(listing), listing.gaps

    for mode in (0, 0o444):
        with forbidden(tmp_path / "content" / "en", mode):
            assert without_privileges(tmp_path, found) == (
                ["content/zh/a.md"],
                ["content/en: not-permitted"],
                {"content/en"},
            )


def test_folders_have_a_limit_of_depth(tmp_path: Path) -> None:
    path = "content/" + "/".join("d" * DEEPEST_FOLDER)
    make(tmp_path, f"{path}/a.md", "content/b.md")
    found = listed(tmp_path)
    assert found.files == ["content/b.md"]
    assert told(found) == [f"{path}: folder-too-deep"]
