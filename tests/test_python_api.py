"""What ``docs/python-api.md`` shows is what happens."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys

import pytest
from building import ROOT

import portal

PAGE = ROOT / "docs" / "python-api.md"


def test_the_examples_of_the_document_are_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert found.attempted >= 8
    assert found.failed == 0


def test_every_public_name_is_there_and_documented() -> None:
    documented = set(re.findall(r"`(\w+)", PAGE.read_text(encoding="utf-8")))
    assert set(portal.__all__) <= documented
    for name in portal.__all__:
        assert getattr(portal, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'read_portals'"):
        _ = portal.read_portals


def test_a_portal_is_read_without_mkdocs() -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from portal import Moment, read_portal\n"
        "edition = read_portal(Path('examples/hualien-city'), Moment.parse('2026-11-22'))\n"
        "print(len(edition.pages) > 10, 'mkdocs' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True False\n"
