from __future__ import annotations

import os
from pathlib import Path

import pytest

from portal.data import opening as module
from portal.data.opening import LARGEST_FILE
from portal.data.root import Root


def read(root: Path, raw: bytes) -> tuple[str, list[str]]:
    (root / "file.yaml").write_bytes(raw)
    text, problems = Root(root).read_text(root / "file.yaml")
    return text, [f"{problem.place}: {problem.code}" for problem in problems]


def test_utf8_is_read_as_it_stands(tmp_path: Path) -> None:
    assert read(tmp_path, "a: 加賀\n".encode()) == ("a: 加賀\n", [])


def test_a_byte_order_mark_is_told_and_left_out(tmp_path: Path) -> None:
    text, problems = read(tmp_path, "\ufeffa: 加賀\n".encode())
    assert text == "a: 加賀\n"
    assert problems == ["file.yaml:1:1: byte-order-mark"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_may_end_as_on_any_system(tmp_path: Path, end: str) -> None:
    text, problems = read(tmp_path, f"a: 加賀\nbc{end}d{end}".encode())
    assert text == "a: 加賀\nbc\nd\n"
    assert problems == []


def test_the_column_of_a_wrong_byte_counts_characters(tmp_path: Path) -> None:
    assert read(tmp_path, "a: 1\nb: 加賀".encode() + b"\xff") == ("", ["file.yaml:2:6: not-utf-8"])


@pytest.mark.parametrize("raw", [b"\xed\xa0\x80", b"\xc0\xaf"])
def test_surrogates_and_overlong_forms_are_not_utf8(tmp_path: Path, raw: bytes) -> None:
    assert read(tmp_path, raw) == ("", ["file.yaml:1:1: not-utf-8"])


@pytest.mark.parametrize("encoding", ["utf-16", "big5"])
def test_another_encoding_is_named(tmp_path: Path, encoding: str) -> None:
    told = ["file.yaml:1:1: other-encoding"]
    assert read(tmp_path, "a: 加賀市\n".encode(encoding)) == ("", told)


def test_a_merge_left_half_done_makes_any_file_unusable(tmp_path: Path) -> None:
    text = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d\n"
    assert read(tmp_path, text.encode()) == ("", ["file.yaml:2:1: merge-conflict"])
    assert read(tmp_path, b"Title\n=======\n")[1] == []


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_nothing_but_space_is_an_empty_file(tmp_path: Path, raw: bytes) -> None:
    text, problems = read(tmp_path, raw)
    assert text == ""
    assert problems[-1] == "file.yaml:1:1: file-empty"


def test_a_large_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE", 4)
    assert read(tmp_path, b"a: 1") == ("a: 1", [])
    assert read(tmp_path, b"a: 12") == ("", ["file.yaml:1:1: file-too-large"])


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "file.yaml").symlink_to("secret")
    text, problems = Root(tmp_path).read_text(tmp_path / "file.yaml")
    assert text == ""
    assert [problem.code for problem in problems] == ["file-is-link"]


def test_a_file_in_a_linked_folder_outside_is_not_read(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (outside / "file.yaml").write_text("secret", encoding="utf-8")
    (root / "data").symlink_to(outside)
    text, problems = Root(root).read_text(root / "data" / "file.yaml")
    assert text == ""
    assert [problem.code for problem in problems] == ["file-is-link"]


def test_a_link_to_a_folder_inside_is_not_followed_either(tmp_path: Path) -> None:
    (tmp_path / "data" / "real").mkdir(parents=True)
    (tmp_path / "data" / "real" / "file.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "data" / "alias").symlink_to("real")
    root = Root(tmp_path)
    for _ in range(2):
        assert root.read_text(tmp_path / "data" / "real" / "file.yaml") == ("a: 1", [])
        text, problems = root.read_text(tmp_path / "data" / "alias" / "file.yaml")
        assert text == ""
        assert [problem.line("en").partition("; ")[0] for problem in problems] == [
            "data/alias/file.yaml:1:1: this is a symbolic link, which is not followed"
        ]


def test_the_portal_itself_may_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real" / "data").mkdir(parents=True)
    (tmp_path / "real" / "data" / "file.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "portal").symlink_to("real")
    root = Root(tmp_path / "portal")
    path = tmp_path / "portal" / "data" / "file.yaml"
    assert root.name_of(path) == "data/file.yaml"
    assert root.read_text(path) == ("a: 1", [])


def test_a_byte_order_mark_is_told_whatever_ends_the_lines(tmp_path: Path) -> None:
    text, problems = read(tmp_path, "\ufeffa: 1\nb: 加賀\r\nc: 1\r\n".encode())
    assert text == "a: 1\nb: 加賀\nc: 1\n"
    assert problems == ["file.yaml:1:1: byte-order-mark"]


def test_the_first_wrong_byte_is_told(tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_bytes("a: 1\nb: 加".encode() + b"\xa4\xff\n")
    _, problems = Root(tmp_path).read_text(tmp_path / "file.yaml")
    assert [(str(problem.place), problem.found["found"]) for problem in problems] == [
        ("file.yaml:2:5", "0xA4")
    ]


def test_how_large_a_file_is_and_may_be_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.touch()
    os.truncate(path, LARGEST_FILE)
    assert Root(tmp_path).read_bytes(path)[1] == []
    os.truncate(path, LARGEST_FILE + 1)
    raw, problems = Root(tmp_path).read_bytes(path)
    assert raw == b""
    assert [problem.line("en") for problem in problems] == [
        "file.yaml:1:1: the file has 16777217 bytes, the limit is 16777216; "
        "split it into smaller files"
    ]
