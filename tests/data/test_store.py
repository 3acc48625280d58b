from __future__ import annotations

import os
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from portal.data import store
from portal.data.store import digest, keep, recall
from portal.model.values.partial_date import PartialDate


class Trap:
    """A pickle that would write a file when it is read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.path,)


def forge(file: Path, content: bytes) -> None:
    """Write a pickle under the right head."""
    keep(file, None)
    head = file.read_bytes().partition(b"\n")[0] + b"\n"
    file.write_bytes(head + digest(content) + content)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    value = {"a": [PartialDate(2014, 7), (1, b"x")], "b": None}
    keep(tmp_path / "folder" / "file", value)
    assert recall(tmp_path / "folder" / "file") == value
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["file"]


def test_nothing_comes_of_nothing(tmp_path: Path) -> None:
    assert recall(tmp_path / "missing") is None
    (tmp_path / "empty").write_bytes(b"")
    assert recall(tmp_path / "empty") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_place_of_a_file_reads_as_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert recall(tmp_path / "pipe") is None


@pytest.mark.parametrize("position", [0, 8, 50, 60, -1])
def test_a_damaged_file_reads_as_nothing(tmp_path: Path, position: int) -> None:
    file = tmp_path / "file"
    keep(file, ["some", "words"])
    raw = bytearray(file.read_bytes())
    raw[position] ^= 1
    file.write_bytes(raw)
    assert recall(file) is None
    file.write_bytes(raw[:-3])
    assert recall(file) is None


def test_what_other_code_wrote_reads_as_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path / "file", ["some", "words"])
    monkeypatch.setattr(store, "code_digest", lambda: b"another release")
    assert recall(tmp_path / "file") is None


def test_a_foreign_file_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    forge(file, pickle.dumps(Trap(tmp_path / "trapped")))
    assert recall(file) is None
    assert not (tmp_path / "trapped").exists()


def test_numbers_of_records_come_back(tmp_path: Path) -> None:
    keep(tmp_path / "file", [Decimal("11.564")])
    assert recall(tmp_path / "file") == [Decimal("11.564")]


@pytest.mark.parametrize(
    "name",
    [
        b"portal.data.store\ndigest",  # a function, even of our own
        b"decimal\ngetcontext",
        b"portal.data.root\nPath",  # a class that a module of ours only uses
        b"portal.data.store\npickle.Unpickler",
        b"collections\nCounter",
    ],
)
def test_a_forged_pickle_gets_only_classes_of_ours(tmp_path: Path, name: bytes) -> None:
    file = tmp_path / "file"
    forge(file, b"c" + name + b"\n.")
    assert recall(file) is None


def test_a_forged_pickle_may_name_a_class_of_ours(tmp_path: Path) -> None:
    """Which is what makes the test above tell something."""
    file = tmp_path / "file"
    forge(file, b"cportal.model.values.partial_date\nPartialDate\n.")
    assert recall(file) is PartialDate


def test_a_name_of_bytes_is_short_and_their_own() -> None:
    assert digest(b"a") == digest(memoryview(b"a"))
    assert digest(b"a") != digest(b"b")
    assert len(digest(b"")) == 16


def test_other_versions_of_what_shapes_pages_are_other_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So a page is made anew after an upgrade, and a pickle of the version before reads as nothing."""
    found = {store.code_digest()}
    for upgraded in store.DEPENDENCIES:
        with monkeypatch.context() as patched:
            patched.setattr(store, "version", lambda name, new=upgraded: "1" + "!" * (name == new))
            store.code_digest.cache_clear()
            found.add(store.code_digest())
    store.code_digest.cache_clear()
    assert len(found) == 1 + len(store.DEPENDENCIES)


def test_a_value_is_kept_in_place_of_the_one_before(tmp_path: Path) -> None:
    keep(tmp_path / "a" / "b" / "file", 1)
    keep(tmp_path / "a" / "b" / "file", 2)
    assert recall(tmp_path / "a" / "b" / "file") == 2
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["file"]


def test_a_forged_pickle_does_not_even_import_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trap.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    forge(tmp_path / "file", b"ctrap\nTrap\n.")
    assert recall(tmp_path / "file") is None
