"""Content that the last build knew is made only when its file does not stand any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.publish.tree import Tree, bring
from portal.site_file import Known


@pytest.fixture
def live(tmp_path: Path) -> Tree:
    (tmp_path / "site").mkdir()
    tree = Tree(tmp_path / "site")
    tree.put("data/cities.csv", b"id\r\n", b"known")
    return tree


def never() -> bytes:
    raise AssertionError("nobody needs it")


def test_a_file_that_stands_is_shared_without_being_made(live: Tree, tmp_path: Path) -> None:
    (tmp_path / "next").mkdir()
    tree = Tree(tmp_path / "next")
    bring("data/cities.csv", Known(b"known", never), live, tree)
    assert (tree.folder / "data/cities.csv").read_bytes() == b"id\r\n"
    bring("data/cities.csv", Known(b"known", never), live, live)


@pytest.mark.parametrize("digest", [b"known", b"other"])
def test_a_file_that_was_touched_or_is_another_is_made(live: Tree, digest: bytes) -> None:
    if digest == b"known":
        (live.folder / "data/cities.csv").write_bytes(b"touched")
    bring("data/cities.csv", Known(digest, lambda: b"id,name\r\n"), live, live)
    assert (live.folder / "data/cities.csv").read_bytes() == b"id,name\r\n"
