"""``portal same`` finds every byte that two sites do not share, and says where it is."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import ROOT, contents, fingerprint
from commanding import run


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    first = tmp_path / "first"
    (first / "en" / "城市").mkdir(parents=True)
    (first / "index.html").write_text("<h1>臺北市</h1>\n", encoding="utf-8")
    (first / "en" / "城市" / "card.png").write_bytes(bytes(range(256)) * 9000)
    (first / "empty.txt").touch()
    return first, Path(shutil.copytree(first, tmp_path / "second"))


def test_the_same_bytes_are_the_same_whatever_their_times_and_modes(two: tuple[Path, Path]) -> None:
    os.utime(two[1] / "index.html", (1, 1))
    (two[1] / "index.html").chmod(0o600)
    result = run("same", *two)
    assert (result.exit_code, result.output) == (0, "both sites are the same: 3 files\n")
    assert "共 3 個檔案" in run("same", "--lang", "zh", *two).output


def write(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda root: (root / name).write_bytes(content)


PICTURE = bytearray(range(256)) * 9000
PICTURE[2_000_000] ^= 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            write("index.html", "<h1>臺中市</h1>\n".encode()),
            "index.html: differs from byte 8 on\n  - <h1>臺北市</h1>\\n∎\n  + <h1>臺中市</h1>\\n∎\n",
        ),
        (write("index.html", b""), "index.html: differs from byte 1 on\n"),
        (write("new.html", b"x"), "new.html: only in the second\n"),
        (write("empty.txt", b"\x1b[2J"), "  + \\x1b[2J∎\n"),
        (write("en/城市/card.png", bytes(PICTURE)), "en/城市/card.png: differs from byte 2000001 on\n"),
        (lambda root: (root / "empty.txt").unlink(), "empty.txt: only in the first\n"),
        (lambda root: (root / "en").rename(root / "EN"), "en/城市/card.png: only in the first\n"),
    ],
    ids=["word", "cut", "added", "control", "late byte", "gone", "renamed"],
)  # fmt: skip
def test_a_difference_is_told_with_its_place(
    two: tuple[Path, Path], change: Callable[[Path], object], told: str
) -> None:
    change(two[1])
    result = run("same", *two)
    assert result.exit_code == 1
    assert told in result.stdout
    assert "are not the same" in result.stderr


def test_a_link_is_no_file_even_if_it_leads_to_the_same(two: tuple[Path, Path]) -> None:
    (two[1] / "index.html").unlink()
    (two[1] / "index.html").symlink_to(two[0] / "index.html")
    assert run("same", *two).stdout == "index.html: is not a regular file but a link or a device\n"


def test_many_differences_are_counted(two: tuple[Path, Path]) -> None:
    for number in range(60):
        (two[1] / f"{number}.html").touch()
    result = run("same", *two)
    assert result.stdout.count("only in the second") == 50
    assert result.stdout.endswith("and 10 other files\n")
    assert result.stderr == "60 of 63 files are not the same\n"


@pytest.mark.parametrize("missing", [0, 1])
def test_a_missing_folder_is_told(two: tuple[Path, Path], missing: int) -> None:
    shutil.rmtree(two[missing])
    result = run("same", *two)
    assert result.exit_code == 2
    assert result.output == f"there is no folder {two[missing]}; name a site that was built\n"


def test_two_empty_folders_prove_nothing(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
    assert run("same", tmp_path / "a", tmp_path / "b").exit_code == 2


@pytest.mark.parametrize(("other", "code"), [("sha256:aa", 0), ("sha256:ab", 1)])
def test_what_builds_tell_of_themselves_will_do(tmp_path: Path, other: str, code: int) -> None:
    (tmp_path / "site").mkdir()
    files = [tmp_path / "site" / "build.json", tmp_path / "other.json"]
    for file, digest in zip(files, ("sha256:aa", other), strict=True):
        file.write_text(json.dumps({"site": {"digest": digest}}), encoding="utf-8")
    for first in files[0], files[0].parent:
        result = run("same", first, files[1])
        assert result.exit_code == code
        assert "sha256:aa" in result.output


@pytest.mark.parametrize("text", ["", "[]", '{"site": null}', '{"site": {"digest": 3}}', "\0"])
def test_a_file_that_tells_no_digest_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "build.json").write_text(text, encoding="utf-8")
    result = run("same", tmp_path / "build.json", tmp_path / "build.json")
    assert result.exit_code == 2
    assert "has no site.digest" in result.output


def test_a_whole_site_is_the_same_as_its_copy_and_not_as_one_with_another_word(
    site: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(site, tmp_path / "other"))
    assert fingerprint(other) == fingerprint(site)
    result = run("same", site, other)
    assert (result.exit_code, result.output) == (
        0,
        f"both sites are the same: {len(contents(site))} files\n",
    )
    page = other / "en" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"</main>", b" </main>"))
    assert "en/index.html: differs from byte" in run("same", site, other).stdout


def test_the_step_gives_its_exit_code_and_speaks_chinese(two: tuple[Path, Path]) -> None:
    import subprocess

    step = ["bash", str(ROOT / ".ci" / "same-bytes")]
    for second, code, told in (
        (two[1], 0, "兩個網站相同"),
        (two[0] / "en", 1, "只在第一個"),
        (two[0] / "no", 2, "找不到資料夾"),
    ):
        done = subprocess.run(
            [*step, str(two[0]), str(second)], capture_output=True, text=True, check=False
        )
        assert done.returncode == code
        assert told in done.stdout + done.stderr
