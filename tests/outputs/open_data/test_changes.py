"""The log tells what was added, changed and removed, and names nothing that is not public."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import read
from releases import release

from portal.edition import Edition
from portal.outputs.open_data.changes import HISTORY, Changes, Publication, change_log, note_records
from portal.outputs.open_data.export import exports
from portal.outputs.open_data.unnamed_rows import UnnamedRows

CITY = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"


def fingerprints(edition: Edition, site: str = "/") -> dict[str, str]:
    return {e.table.name: e.fingerprints for e in exports(edition.catalog, site)}


def publish(edition: Edition) -> int:
    return note_records(edition.root, fingerprints(edition), edition.catalog.today.iso)


def log(edition: Edition) -> list[Publication]:
    return change_log(
        edition.root, fingerprints(edition), UnnamedRows(edition.basis.loaded, edition.catalog).has
    )


@pytest.fixture
def published(portal_folder: Path) -> Path:
    """The small portal with two releases, after its publication."""
    edition = read(portal_folder, release("one") | release("two"))
    assert log(edition) == []
    assert publish(edition) == 0
    assert log(edition) == []
    return portal_folder


def test_without_a_snapshot_nothing_is_compared(portal_folder: Path) -> None:
    assert log(read(portal_folder, release("one"))) == []


def test_what_was_added_changed_and_removed_is_named(published: Path) -> None:
    (published / "data/press_releases/2026/two.yaml").unlink()
    edition = read(published, release("three") | {"data/cities.yaml": CITY})
    (pending,) = log(edition)
    assert pending.date == ""
    assert [changes.table for changes in pending.tables] == [
        "cities", "partnerships", "press_releases",
    ]  # fmt: skip
    cities, ties, press = pending.tables
    assert [id_ for id_, _ in cities.changed] == ["jp-kaga"]
    assert cities.changed[0][1] == ("name_local",)
    assert ties.removed == ("jp-kaga--alpha",)
    assert press == Changes("press_releases", ("three",), (), ("two",), ())


def test_a_snapshot_keeps_the_log_and_begins_anew(published: Path) -> None:
    assert publish(read(published, release("three"))) == 1
    edition = read(published, release("four"), "2026-11-23")
    assert publish(edition) == 1
    assert [(p.date, p.tables[0].added) for p in log(edition)] == [
        ("2026-11-23", ("four",)),
        ("2026-11-22", ("three",)),
    ]
    before = (published / HISTORY).read_text(encoding="utf-8")
    assert publish(edition) == 0
    assert (published / HISTORY).read_text(encoding="utf-8") == before


@pytest.mark.parametrize("hide", ["draft: true\n", "public_until: 2026-11-21\n"])
def test_a_record_that_is_no_longer_public_is_counted_and_not_named(
    published: Path, hide: str
) -> None:
    edition = read(published, release("two", more=hide))
    (pending,) = log(edition)
    assert pending.tables == (Changes("press_releases", (), (), (), (("removed", 1),)),)
    publish(edition)
    assert "two" not in str(log(edition))


def test_a_confidential_tie_is_counted_and_not_named(published: Path) -> None:
    cities = (published / "data/cities.yaml").read_text(encoding="utf-8")
    tie = (
        "    - {home: alpha, unit: alpha-culture, kind: sister, status: active, confidential: %s}\n"
    )
    shown = cities.replace("  partnerships:\n", "  partnerships:\n" + tie % "false")
    publish(read(published, {"data/cities.yaml": shown}))
    hidden = shown.replace("false", "true")
    (pending, _) = log(read(published, {"data/cities.yaml": hidden}))
    assert pending.tables == (Changes("partnerships", (), (), (), (("removed", 1),)),)


def test_another_address_of_the_site_is_no_change(published: Path) -> None:
    edition = read(published, {})
    assert fingerprints(edition) == fingerprints(edition, "https://other.example/")


def test_a_new_column_is_no_change_of_every_row(published: Path) -> None:
    path = published / "published/records/countries.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    without = "\n".join(line.rpartition(",")[0] for line in lines)
    path.write_text(f"{without}\n", encoding="utf-8")
    assert log(read(published, {})) == []
