"""A small valid portal that a test may change, and a whole one: built once, served, in a browser.

Neither is ours: what looks at our own records and pages lies in ``content/``.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import demonstration
import guard
import pytest
from building import build_once, fingerprint
from editing import put
from hypothesis import HealthCheck, settings
from parsed import Pages
from playwright.sync_api import Browser
from serving import open_browser, serve

from portal.edition import Edition
from portal.model.catalog.catalog import Catalog, build_catalog
from portal.model.checks.check import check
from portal.model.reading.load import Loaded, load
from portal.model.values.moment import Moment
from portal.resources import BASE

CONTENT = Path(__file__).with_name("content")
MINIMAL = Path(__file__).with_name("portals") / "minimal"

Files = Mapping[str, str]
"""Text by path from the portal's root."""

# How long an example takes is the machine's affair, and no test depends on it.
settings.register_profile("portal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("portal")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="Write what is found into the files of expected text.",
    )
    parser.addoption(
        "--samples",
        type=int,
        help="How many portals tests/secrecy makes up and keeps back parts of.",
    )
    parser.addoption(
        "--gate",
        action="store_true",
        help="Look at our own portal as it stands only, built without its search.",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what looks at our own records and pages."""
    for item in items:
        if CONTENT in item.path.parents:
            item.add_marker("content")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Let only tests of our content, and their fixtures, read it."""
    guard.allows = "content" in item.keywords and "code" not in item.keywords
    return (yield)


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
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site(shared: Path) -> Iterator[Path]:
    """The demonstration portal, built strictly. No test may change it: one that does makes the run fail."""
    built = build_once(shared / "demonstration", demonstration.CONFIG, PYTHONHASHSEED="1")
    before = fingerprint(built)
    yield built
    assert fingerprint(built) == before, "a test changed the site that all tests share"


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """Its pages by address; each look-up gives a copy."""
    return Pages(site)


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The demonstration portal before MkDocs builds it."""
    found = demonstration.read()
    assert [problem.line("en") for problem in found.problems] == []
    return found


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
