from __future__ import annotations

from pathlib import Path

import pytest

from portal.data.document import Document
from portal.data.files import parse_file, stray_files, yaml_files
from portal.data.root import Root

KNOWN = ["cities.yaml", "homes.yaml", "exchanges"]


def read_file(root: Path, path: Path) -> Document:
    return parse_file(Root(root), path, path.read_bytes())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "exchanges" / "2014").mkdir(parents=True)
    (folder / "cities.yaml").write_text("[]\n", encoding="utf-8")
    (folder / "exchanges" / "2014" / "b.yaml").write_text("id: b\n", encoding="utf-8")
    (folder / "exchanges" / "2014" / "a.yaml").write_text("id: a\n", encoding="utf-8")
    return folder


def strays(data: Path) -> list[str]:
    return [f"{p.place.path}: {p.code}" for p in stray_files(data.parent, KNOWN)]


def test_a_right_folder_has_no_stray(data: Path) -> None:
    (data / "README.md").touch()
    (data / "schema").mkdir()
    (data / ".gitkeep").touch()
    assert strays(data) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("citys.yaml", "stray-file-near"),
        ("cities.yml", "stray-file-near"),
        ("notes.txt", "stray-file"),
        ("exchanges/2014/c.yml", "stray-file-near"),
        ("exchanges/2014/c.yaml~", "stray-file-near"),
    ],
)
def test_a_file_that_nothing_reads_is_named(data: Path, name: str, code: str) -> None:
    (data / name).touch()
    assert strays(data) == [f"data/{name}: {code}"]


def test_a_folder_that_no_kind_has_is_named(data: Path) -> None:
    (data / "trips").mkdir()
    assert strays(data) == ["data/trips: stray-file"]


def test_a_folder_in_place_of_a_file_is_named(data: Path) -> None:
    (data / "homes.yaml").mkdir()
    assert strays(data) == ["data/homes.yaml: stray-file"]


def test_a_linked_folder_is_told_and_what_it_holds_is_not_listed(data: Path) -> None:
    (data / "exchanges").rename(data.parent / "elsewhere")
    (data.parent / "elsewhere" / "secret.txt").touch()
    (data / "exchanges").symlink_to(data.parent / "elsewhere")
    assert strays(data) == ["data/exchanges: file-is-link"]
    assert list(yaml_files(data / "exchanges")) == []


def test_a_missing_data_folder_is_the_only_problem(tmp_path: Path) -> None:
    assert strays(tmp_path / "data") == ["data: folder-missing"]


def test_yaml_files_come_in_the_order_of_their_paths(data: Path) -> None:
    (data / "exchanges" / "2013").mkdir()
    (data / "exchanges" / "2013" / "z.yaml").touch()
    names = [path.relative_to(data).as_posix() for path in yaml_files(data)]
    assert names == [
        "cities.yaml",
        "exchanges/2013/z.yaml",
        "exchanges/2014/a.yaml",
        "exchanges/2014/b.yaml",
    ]


def test_a_linked_folder_inside_is_listed_but_not_entered(data: Path) -> None:
    (data / "exchanges" / "loop").symlink_to(data)
    paths = list(yaml_files(data / "exchanges"))
    assert paths[-1].name == "loop"
    _, problems = Root(data.parent).read_text(paths[-1])
    assert [problem.code for problem in problems] == ["file-is-link"]


def test_problems_of_bytes_come_before_those_of_syntax(data: Path) -> None:
    (data / "cities.yaml").write_bytes(b"\xef\xbb\xbf- &a x\r\n")
    document = read_file(data.parent, data / "cities.yaml")
    codes = [problem.code for problem in document.problems]
    assert codes == ["byte-order-mark", "carriage-return", "anchor"]
    assert document.value == ["x"]


def test_an_unusable_file_has_no_value(data: Path) -> None:
    (data / "cities.yaml").write_bytes(b"\xff")
    assert read_file(data.parent, data / "cities.yaml").value is None
