"""A tree as Windows checks it out gives the same site."""

from __future__ import annotations

import shutil

import pytest
from building import ROOT, Built, build, contents
from demonstration import FOLDER

TEXT = (".yaml", ".yml", ".md", ".txt", ".csv", ".j2")


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """The same portal with lines that end with LF and with CR LF."""
    built = []
    for name, end in (("lf", b"\n"), ("crlf", b"\r\n")):
        # Two folders of one name: the settings of a build hold the way to it.
        folder = tmp_path_factory.mktemp(name) / "portal"
        shutil.copytree(FOLDER, folder)
        config = folder / "mkdocs.yml"
        config.write_text(config.read_text(encoding="utf-8").replace("../../..", str(ROOT)))
        for path in folder.rglob("*"):
            if path.suffix in TEXT:
                path.write_bytes(path.read_bytes().replace(b"\n", end))
        built.append(build(config, folder.parent / "site"))
    return built[0], built[1]


def test_it_is_built_without_a_problem(trees: tuple[Built, Built]) -> None:
    assert [built.code for built in trees] == [0, 0], trees[1].output


def test_every_file_has_the_same_bytes(trees: tuple[Built, Built]) -> None:
    with_lf, with_crlf = (contents(built.folder) for built in trees)
    assert with_lf.keys() == with_crlf.keys()
    assert [path for path, content in with_lf.items() if with_crlf[path] != content] == []
