"""A folder with a site, or with what only looks like one."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from delivery.sites import OLD, put_site

from portal.delivery.built_site import read_site
from portal.delivery.undelivered import Undelivered


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = (
        f"{p}\0{hashlib.blake2b(c, digest_size=16).hexdigest()}\n" for p, c in sorted(OLD.items())
    )
    told = f"sha256:{hashlib.sha256(''.join(lines).encode()).hexdigest()}"
    counted = {"files": len(OLD), "bytes": sum(map(len, OLD.values())), "digest": told}
    build = {"commit": "c" * 40, "day": "2026-11-30", "site": counted}
    return put_site(tmp_path / "site", OLD | {"build.json": json.dumps(build).encode()})


def test_every_file_is_read(folder: Path) -> None:
    site = read_site(folder)
    assert site.files.keys() == OLD.keys() | {"build.json"}
    assert site.build["commit"] == "c" * 40
    assert all(site.read(file) == (folder / path).read_bytes() for path, file in site.files.items())


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda folder: folder.rename(folder.with_name("other")), "run portal build"),
    "empty": (emptied, "index.html"),
    "no error page": (lambda folder: (folder / "404.html").unlink(), "404.html is missing"),
    "half": (lambda folder: (folder / "cities" / "index.html").unlink(), "files: 23 then, 22 now"),
    "cut off": (lambda folder: os.truncate(folder / "kept" / "index.html", 9), "bytes: "),
    "edited": (
        lambda folder: (folder / "turns").write_bytes(OLD["turns"].upper()),
        "content: sha256:",
    ),
    "damaged": (lambda folder: (folder / "build.json").write_text("{"), "build.json is damaged"),
    "list": (lambda folder: (folder / "build.json").write_text("[]"), "build.json is damaged"),
    "link": (lambda folder: (folder / "x").symlink_to("/etc/passwd"), "x is not a regular file"),
    "pipe": (lambda folder: os.mkfifo(folder / "x"), "x is not a regular file"),
    "name": (lambda folder: Path(os.fsdecode(bytes(folder / "x") + b"\xff")).touch(), "name"),
}


@pytest.mark.parametrize("case", WRONG)
def test_half_a_site_is_told(folder: Path, case: str) -> None:
    spoil, words = WRONG[case]
    spoil(folder)
    with pytest.raises(Undelivered) as refused:
        read_site(folder)
    assert words in refused.value.sentences["en"]
    assert refused.value.sentences["zh"] != refused.value.sentences["en"]


def test_a_site_that_is_built_again_meanwhile_is_told(folder: Path) -> None:
    site = read_site(folder)
    (folder / "kept" / "index.html").write_text("newer")
    with pytest.raises(Undelivered):
        site.read(site.files["kept/index.html"])
    (folder / "kept" / "index.html").unlink()
    with pytest.raises(Undelivered):
        site.read(site.files["kept/index.html"])
