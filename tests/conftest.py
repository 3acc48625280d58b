"""A small valid portal in a folder of its own, and what is read from it once a test has changed it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from portal.model.catalog import Catalog, build_catalog
from portal.model.checks import check
from portal.model.dates import PartialDate
from portal.model.load import Loaded, load
from portal.portal import GENERATOR

MINIMAL = Path(__file__).with_name("portals") / "minimal"

Files = Mapping[str, str]
"""Text by path from the portal's root."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="Write what is found into the files of expected text.",
    )


@pytest.fixture
def today() -> PartialDate:
    return PartialDate(2026, 11, 22)


@pytest.fixture
def portal_folder(tmp_path: Path) -> Path:
    """A copy of the smallest portal: one home, one city, one source, and the written pages."""
    return Path(shutil.copytree(MINIMAL, tmp_path / "portal"))


@pytest.fixture
def loaded(portal_folder: Path) -> Callable[[Files], Loaded]:
    """Load the small portal with these files added or replaced."""

    def load_with(files: Files) -> Loaded:
        for path, text in files.items():
            file = portal_folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return load(portal_folder, GENERATOR)

    return load_with


@pytest.fixture
def catalog(loaded: Callable[[Files], Loaded], today: PartialDate) -> Callable[[Files], Catalog]:
    """The catalog of the small portal with these files, which must be right."""

    def catalog_with(files: Files) -> Catalog:
        found = loaded(files)
        assert [p.line("en") for p in [*found.problems, *check(found, today)]] == []
        return build_catalog(found, today)

    return catalog_with


@pytest.fixture
def mistakes(loaded: Callable[[Files], Loaded], today: PartialDate) -> Callable[[Files], list[str]]:
    """Every problem of the small portal's data with these files: ``path:line:column: code``."""

    def mistakes_with(files: Files) -> list[str]:
        found = loaded(files)
        problems = sorted([*found.problems, *check(found, today)])
        return [f"{problem.place}: {problem.code}" for problem in problems]

    return mistakes_with
