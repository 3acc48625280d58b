"""A correct edit of our records or pages leaves ``make test`` green.

This is proved in three steps:

- No test of the code reads our records and pages: ``conftest.py`` refuses it, and the first test here sees it refuse.
- Each edit of ``edits.py``, one of every kind that editors make, leaves nothing to complain of for ``portal check``.
- All edits together make a second portal. It is built strictly, and the whole folder, this file but for the browser,
  asserts of it what it asserts of our portal as it stands: the fixture ``portal`` has both.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT, build, contents
from content.edits import EDITS
from content.portals import EDITED, Portal, copy_portal
from parsed import Pages, is_redirect

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment

only_edited = pytest.mark.parametrize("portal", [EDITED], indirect=True, scope="session")


@pytest.mark.code
@pytest.mark.parametrize(
    "name", ["data/cities.yaml", "content/en/index.md", "published/changes.csv"]
)
def test_a_test_of_the_code_cannot_read_our_records(name: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="tests/content"):
        (ROOT / name).read_text(encoding="utf-8")
    with pytest.raises(AssertionError, match="tests/content"):
        build(ROOT / "mkdocs.yml", tmp_path)


def test_each_edit_changes_something_and_is_right(tmp_path: Path, today: Moment) -> None:
    root = copy_portal(tmp_path / "portal")
    before = contents(root)
    for edit in EDITS:
        edit(root, today.day.iso)
        after = contents(root)
        assert after != before, edit.__name__
        problems = read_portal(root, today).problems
        assert [problem.line("en") for problem in problems] == [], edit.__name__
        before = after


@only_edited
def test_the_edits_are_on_the_site(portal: Portal, pages: Pages, edition: Edition) -> None:
    year = portal.now.day.year
    for path in (
        "cities/jp-nagihama/", "glossary/tide-treaty/", "organizations/tide-cities/", "homes/chaoxi/", "about/tides/",
        "plans/tide-plan/", f"reports/{year}-nagihama-trip/", f"exchanges/{year}/{year}-nagihama-visit/",
        f"press/{year}/tide-treaty-signed/",
    ):  # fmt: skip
        assert path in pages, path
        assert f"en/{path}" in pages, path
    renamed = next(city for city in edition.catalog.cities.values() if city.id.endswith("-renamed"))
    assert is_redirect(pages[f"cities/{renamed.former_ids[0]}/"])
    assert edition.catalog.withdrawn
    assert edition.catalog.tombstones
    everything = b"\n".join(contents(portal.site).values())
    assert b"secret-" not in everything
    assert b"Clandestine" not in everything
