from __future__ import annotations

import os
from pathlib import Path

import pytest

from portal.data.document import Document
from portal.data.files import DataFiles, data_files, parse_file
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


def found(data: Path, *more: str) -> DataFiles:
    return data_files(data.parent, [*KNOWN, *more], ["press_releases"])


def strays(data: Path, *more: str) -> list[str]:
    return [f"{p.place.path}: {p.code}" for p in found(data, *more).problems]


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
        ("exchanges/2014/c.yaml~", "stray-copy"),
        ("exchanges/2014/c.YAML", "stray-file-near"),
        ("exchanges/2014/b.yaml.orig", "stray-copy"),
        ("exchanges/notes.txt", "stray-file"),
        ("homes.yaml.bak", "stray-copy"),
        ("Cities.yml", "stray-file-near"),
        ("schema/cities.yaml", "stray-file"),
    ],
)
def test_a_file_that_nothing_reads_is_named(data: Path, name: str, code: str) -> None:
    (data / name).parent.mkdir(exist_ok=True)
    (data / name).touch()
    assert strays(data) == [f"data/{name}: {code}"]


def test_a_folder_that_no_kind_has_is_named(data: Path) -> None:
    (data / "trips").mkdir()
    assert strays(data) == ["data/trips: stray-file"]


@pytest.mark.parametrize("name", ["homes.yaml", "exchanges/2014/c.yaml", "exchanges/2014.yml"])
def test_a_folder_in_place_of_a_file_is_named(data: Path, name: str) -> None:
    (data / name).mkdir()
    (data / name / "inner.yaml").touch()
    assert strays(data) == [f"data/{name}: folder-named-as-file"]
    assert found(data).gaps == {f"data/{name}"}


def test_a_linked_folder_is_told_and_what_it_holds_is_not_listed(data: Path) -> None:
    (data / "exchanges").rename(data.parent / "elsewhere")
    (data.parent / "elsewhere" / "secret.txt").touch()
    (data / "exchanges").symlink_to(data.parent / "elsewhere")
    assert strays(data) == ["data/exchanges: file-is-link"]
    assert found(data).records["exchanges"] == []
    assert found(data).gaps == {"data/exchanges"}


@pytest.mark.parametrize(
    "name", ["labels.yaml", "exchanges/2014/c.yaml", "exchanges/2014/x.pdf", "odd"]
)
def test_a_pipe_is_told_wherever_it_lies(data: Path, name: str) -> None:
    os.mkfifo(data / name)
    assert strays(data, "labels.yaml") == [f"data/{name}: file-is-pipe"]
    assert found(data).gaps == {f"data/{name}"}


def test_a_missing_data_folder_is_the_only_problem(tmp_path: Path) -> None:
    assert strays(tmp_path / "data") == ["data: folder-missing"]
    assert found(tmp_path / "data").gaps == {"data"}
    (tmp_path / "data").touch()
    assert strays(tmp_path / "data") == ["data: folder-is-file"]


def test_files_of_records_come_in_the_order_of_their_paths(data: Path) -> None:
    (data / "exchanges" / "2013").mkdir()
    (data / "exchanges" / "2013" / "z.yaml").touch()
    assert found(data).records == {
        "cities.yaml": ["data/cities.yaml"],
        "homes.yaml": [],
        "exchanges": [
            "data/exchanges/2013/z.yaml",
            "data/exchanges/2014/a.yaml",
            "data/exchanges/2014/b.yaml",
        ],
    }


def test_problems_of_bytes_come_before_those_of_syntax(data: Path) -> None:
    (data / "cities.yaml").write_bytes(b"\xef\xbb\xbf- &a x\r\n")
    document = read_file(data.parent, data / "cities.yaml")
    assert [f"{problem.place} {problem.code}" for problem in document.problems] == [
        "data/cities.yaml:1:1 byte-order-mark",
        "data/cities.yaml:1:3 anchor",
    ]
    assert document.value == ["x"]


def test_an_unusable_file_has_no_value(data: Path) -> None:
    (data / "cities.yaml").write_bytes(b"\xff")
    assert read_file(data.parent, data / "cities.yaml").value is None


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("2026/news/a.pdf", ""),
        ("2026/news/notes.txt", ""),
        ("2026/news/.hidden", ""),
        ("2026/news/Thumbs.db", ""),
        ("a.pdf", "media-misplaced"),
        ("2026/a.PNG", "media-misplaced"),
        ("2026/news/more/a.odt", "media-misplaced"),
        ("2026/news.yml", "stray-file-near"),
        ("2026/news/a.yml", "stray-file-near"),
        ("2026/news/a.odt~", "stray-copy"),
        ("2026/news/more/notes.txt", "stray-file"),
    ],
)
def test_pictures_and_documents_lie_in_the_folder_of_a_record(
    data: Path, name: str, problem: str
) -> None:
    for folder in ("press_releases", "plans"):
        path = data / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    told = strays(data, "press_releases", "plans")
    assert f"data/press_releases/{name}: {problem}" in told or not problem
    hidden = name.endswith((".hidden", ".db"))
    assert len(told) == (0 if hidden else 1 + bool(problem))
    taken = found(data, "press_releases", "plans").media
    assert taken == ([] if problem or hidden else [f"data/press_releases/{name}"])


def test_what_to_do_with_a_stray_file_is_told(data: Path) -> None:
    for name in ("citys.yaml", "notes.txt", "exchanges/2014/c.yml", "exchanges/2014/c.pdf"):
        (data / name).touch()
    told = sorted(problem.line("en") for problem in found(data).problems)
    assert told == [
        "data/citys.yaml:1:1: nothing reads citys.yaml; did you mean cities.yaml?",
        "data/exchanges/2014/c.pdf:1:1: c.pdf is not in the folder of a press release; "
        "move it to data/press_releases/<year>/<id>/ and list it in that release",
        "data/exchanges/2014/c.yml:1:1: nothing reads c.yml; did you mean c.yaml?",
        "data/notes.txt:1:1: nothing reads notes.txt; move it out of data/",
    ]


def test_a_file_in_place_of_a_folder_is_named(data: Path) -> None:
    (data / "plans").touch()
    assert strays(data, "plans") == ["data/plans: folder-is-file"]
    assert found(data, "plans").gaps == {"data/plans"}


def test_a_file_of_records_knows_its_name_and_its_text(data: Path) -> None:
    path = data / "exchanges" / "2014" / "a.yaml"
    document = read_file(data.parent, path)
    assert document.path == "data/exchanges/2014/a.yaml"
    assert str(document.place(("id",))) == "data/exchanges/2014/a.yaml:1:5"


def test_a_stray_file_is_found_behind_those_that_are_right(data: Path) -> None:
    for name in (".gitkeep", "README.md", "homes.yaml", "notes.txt", "zzz.txt"):
        (data / name).touch()
    (data / "schema").mkdir()
    assert strays(data) == ["data/notes.txt: stray-file", "data/zzz.txt: stray-file"]
