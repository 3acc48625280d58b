"""Fixtures of the same names as for the tests of the code, but of our own portal: as it stands, and edited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import build_lock
from content.portals import AS_IT_STANDS, EDITED, Portal, built
from parsed import Pages
from serving import serve

from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.today import build_moment


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the edited portal out of the gate, which is for editors in a hurry."""
    if config.getoption("--gate"):
        items[:] = [item for item in items if EDITED not in item.name]


@pytest.fixture(scope="session")
def today(shared: Path) -> Moment:
    """The real moment, the same for all processes of this run."""
    file = shared / "moment"
    with build_lock(shared):
        if not file.exists():
            file.write_text(str(build_moment()), encoding="utf-8")
    return Moment.parse(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="session", params=[AS_IT_STANDS, EDITED])
def portal(request: pytest.FixtureRequest, shared: Path, today: Moment) -> Portal:
    """Our portal as it stands, and after correct edits: what is tested must hold for both."""
    gate = bool(request.config.getoption("--gate"))
    name = str(request.param).replace(" ", "-")
    return built(request.param, shared / name, today, search=not gate)


@pytest.fixture(scope="session")
def site(portal: Portal) -> Path:
    """Its site, built strictly without a warning."""
    return portal.site


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """The pages of the site by address."""
    return Pages(site)


@pytest.fixture(scope="session")
def edition(portal: Portal) -> Edition:
    """What the site was made from; nothing is wrong with it."""
    found = portal.read()
    assert [problem.line("en") for problem in found.problems] == []
    return found


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address at which the site is served."""
    with serve(site) as address:
        yield address
