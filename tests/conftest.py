"""A small valid portal that a test may change, and the real portal: built once, served, in a browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import lxml.html
import pytest
from building import ROOT, build
from editing import put
from lxml.html import HtmlElement
from playwright.sync_api import Browser
from serving import open_browser, serve

from portal.model.catalog.catalog import Catalog, build_catalog
from portal.model.checks.check import check
from portal.model.reading.load import Loaded, load
from portal.model.values.moment import Moment
from portal.resources import BASE

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
def now() -> Moment:
    return Moment.parse("2026-11-22")


@pytest.fixture
def portal_folder(tmp_path: Path) -> Path:
    """A copy of the smallest portal: one home, one city, one source, and the written pages."""
    return Path(shutil.copytree(MINIMAL, tmp_path / "portal"))


@pytest.fixture
def loaded(portal_folder: Path) -> Callable[[Files], Loaded]:
    """Load the small portal with these files added or replaced."""

    def load_with(files: Files) -> Loaded:
        put(portal_folder, files)
        return load(portal_folder, BASE)

    return load_with


@pytest.fixture
def catalog(loaded: Callable[[Files], Loaded], now: Moment) -> Callable[[Files], Catalog]:
    """The catalog of the small portal with these files, which must be right."""

    def catalog_with(files: Files) -> Catalog:
        found = loaded(files)
        assert [p.line("en") for p in [*found.problems, *check(found, now)]] == []
        return build_catalog(found, now)

    return catalog_with


@pytest.fixture
def mistakes(loaded: Callable[[Files], Loaded], now: Moment) -> Callable[[Files], list[str]]:
    """Every problem of the small portal's data with these files: ``path:line:column: code``."""

    def mistakes_with(files: Files) -> list[str]:
        found = loaded(files)
        problems = sorted([*found.problems, *check(found, now)])
        for problem in problems:
            assert problem.message("zh") != problem.message("en")  # each can be told
        return [f"{problem.place}: {problem.code}" for problem in problems]

    return mistakes_with


@pytest.fixture
def report(loaded: Callable[[Files], Loaded], now: Moment) -> Callable[[Files], list[str]]:
    """Every problem of the small portal's data with these files, as an editor reads it in English."""

    def report_with(files: Files) -> list[str]:
        found = loaded(files)
        return [problem.line("en") for problem in sorted([*found.problems, *check(found, now)])]

    return report_with


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real portal, built strictly; the build must not warn."""
    built = build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("built") / "site")
    assert built.code == 0, built.output
    assert "WARNING" not in built.output, built.output
    return built.folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, HtmlElement]:
    """Every page of the site by its address: ``cities/jp-kaga/``."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): lxml.html.parse(
            path
        ).getroot()
        for path in sorted(site.rglob("index.html"))
    }


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each opens a context of its own."""
    with open_browser() as opened:
        yield opened
