"""Judges that are not ours look at every file of the built site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import markup, moda, nu
from accessibility.finding import Finding, report


@pytest.mark.parametrize(
    "judge", [markup.judge, nu.judge, moda.judge], ids=["markup", "nu", "moda"]
)
def test_every_page_passes(site: Path, judge: Callable[[Path], list[Finding]]) -> None:
    found = judge(site)
    assert not found, report(found)
