"""The portal that tests of the built site look at: all of it is invented, and its day never changes."""

from __future__ import annotations

from pathlib import Path

from building import BASE, TODAY

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment

FOLDER = Path(__file__).with_name("portals") / "demonstration"
CONFIG = FOLDER / "mkdocs.yml"
NOW = Moment.parse(TODAY)


def read() -> Edition:
    """Read it anew; in the tests the fixture ``edition`` has it already."""
    return read_portal(FOLDER, NOW, site=BASE)
