"""What a site tells of itself is true of its files, and another commit alone changes nothing else."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from building import contents

from portal.model.catalog.schedule import Schedule
from portal.model.values.moment import Moment
from portal.origin import Origin
from portal.pages.render.facts import Facts
from portal.publish.frame import Frame, slot
from portal.publish.publisher import Publisher
from portal.publish.stamp import Stamp, StampedPage
from portal.site_file import Files

NOW = Moment.parse("2026-11-22")
ALWAYS = Schedule(None, None)
FILES = {"index.html": b"<p>", "en/index.html": "臺".encode(), "a/b": b"", "a.b": b"2", "a-b": b"1"}

PAGE = StampedPage(
    Frame.cut(f"<main>{slot('state')}</main>"),
    known=Frame.cut(f"<a href=/{slot('commit')}>{slot('short')}</a>"),
    modified=Frame.cut(f"{slot('short')}+"),
    unknown=Frame.cut("?"),
)
STAMP = Stamp(
    generator=("portal", "1.0"),
    day="2026-11-22",
    records=(7, "sha256:0"),
    pages={"about/index.html": PAGE},
    origin=Origin("a" * 40),
)


class Site:
    """A site of a few files."""

    def __init__(self, folder: Path, edition: Any) -> None:
        self.folder = folder
        self._facts = Facts(edition.catalog, edition.relations)

    def publish(self, stamp: Stamp, files: dict[str, bytes] = FILES, **how: bool) -> None:
        whole = Files(whole=dict(files))
        Publisher(self.folder, **how).publish(whole, self._facts, ALWAYS, b"same", stamp)

    def again(self, origin: Origin) -> bool:
        publisher = Publisher(self.folder)
        assert publisher.is_current(b"same", NOW)
        return publisher.restamp(origin)

    @property
    def told(self) -> Any:
        return json.loads((self.folder / "build.json").read_bytes())

    @property
    def about(self) -> str:
        return (self.folder / "about/index.html").read_text("utf-8")

    def evidence(self) -> dict[str, tuple[int, int]]:
        """By which an untouched file is known."""
        stats = {path: (self.folder / path).stat() for path in contents(self.folder)}
        return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in stats.items()}


@pytest.fixture
def site(tmp_path: Path, edition: Any) -> Site:
    return Site(tmp_path / "site", edition)


def counted(folder: Path) -> dict[str, Any]:
    """What ``build.json`` must say of the files, computed by the description in the documents alone."""
    others = {path: raw for path, raw in contents(folder).items() if path != "build.json"}
    found = hashlib.sha256()
    for path in sorted(others, key=str.encode):
        name = hashlib.blake2b(others[path], digest_size=16).hexdigest()
        found.update(f"{path}\0{name}\n".encode())
    total = sum(map(len, others.values()))
    return {"files": len(others), "bytes": total, "digest": f"sha256:{found.hexdigest()}"}


def test_the_file_tells_of_all_others(site: Site) -> None:
    site.publish(STAMP)
    assert site.told == {
        "generator": {"name": "portal", "version": "1.0"},
        "commit": "a" * 40,
        "modified": False,
        "day": "2026-11-22",
        "records": {"count": 7, "digest": "sha256:0"},
        "site": counted(site.folder),
    }
    assert site.told["site"]["files"] == len(FILES) + 1
    raw = (site.folder / "build.json").read_bytes()
    assert raw == f"{json.dumps(site.told, indent=2, sort_keys=True)}\n".encode()


def test_the_digest_is_that_of_names_and_contents(site: Site) -> None:
    digests = set()
    for files in (FILES, FILES | {"a/b": b"x"}, FILES | {"c": b""}, {"a/b2": b""}, {"a/b": b"2"}):
        site.publish(STAMP, files)
        assert site.told["site"] == counted(site.folder)
        digests.add(site.told["site"]["digest"])
    assert len(digests) == 5


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        (Origin("b" * 40), f"<a href=/{'b' * 40}>{'b' * 12}</a>"),
        (Origin("c" * 64, modified=True), f"{'c' * 12}+"),
        (Origin("abcdef1"), "<a href=/abcdef1>abcdef1</a>"),
        (Origin(), "?"),
    ],
)
def test_another_commit_changes_the_pages_that_show_it_and_the_file(
    site: Site, origin: Origin, shown: str
) -> None:
    site.publish(STAMP)
    before, evidence = contents(site.folder), site.evidence()
    assert site.again(origin)
    assert site.about == f"<main>{shown}</main>"
    assert (site.told["commit"], site.told["modified"]) == (origin.commit, origin.modified)
    assert site.told["site"] == counted(site.folder)
    after = contents(site.folder)
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {"about/index.html", "build.json"}
    assert {path for path, seen in site.evidence().items() if evidence[path] != seen} == changed


def test_the_same_commit_changes_nothing(site: Site) -> None:
    site.publish(STAMP)
    evidence = site.evidence()
    assert not site.again(STAMP.origin)
    assert site.evidence() == evidence


def test_a_site_made_at_once_is_the_same_as_one_that_came_from_another_commit(
    site: Site, tmp_path: Path, edition: Any
) -> None:
    site.publish(STAMP)
    for name in ("b", "c", "d"):
        origin = Origin(name * 40, modified=name == "c")
        assert site.again(origin)
        whole = Site(tmp_path / name, edition)
        whole.publish(replace(STAMP, origin=origin))
        assert contents(whole.folder) == contents(site.folder)
        spare = site.folder.with_name(".site") / "spare"
        assert contents(spare).items() <= contents(site.folder).items() | contents(spare).items()
    site.publish(replace(STAMP, origin=Origin("e" * 40)), {"new": b"n"})
    assert sorted(contents(site.folder)) == ["about/index.html", "build.json", "new"]


def test_a_commit_that_is_interrupted_leaves_the_site_before(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(STAMP)
    good = contents(site.folder)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    for step in ("take", "bring", "swap"):
        with monkeypatch.context() as patched:
            patched.setattr(f"portal.publish.publisher.{step}", stop)
            with pytest.raises(KeyboardInterrupt):
                site.again(Origin("b" * 40))
        assert contents(site.folder) == good
    assert site.again(Origin("b" * 40))


def test_a_preview_shows_the_commit_and_has_no_such_file(site: Site) -> None:
    site.publish(STAMP, in_place=True)
    assert sorted(contents(site.folder)) == sorted([*FILES, "about/index.html"])
    assert "a" * 40 in site.about


def test_a_theme_without_room_for_the_commit_keeps_its_page(site: Site) -> None:
    plain = replace(PAGE, frame=Frame.cut("<main></main>"))
    site.publish(replace(STAMP, pages={"about/index.html": plain}))
    assert site.about == "<main></main>"
    assert site.again(Origin())
    assert site.told["commit"] is None
