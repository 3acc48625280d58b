"""The folder that readers see is whole at any moment, and what others did to it is noticed."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import contents
from editing import put, replace_in
from publishing import publish as publish_edition
from releases import release

from portal.assembly import read_portal
from portal.data.document import Document
from portal.data.files import parse_file
from portal.data.root import Root
from portal.model.values.moment import Moment
from portal.publish import publisher as module
from portal.publish.frame import Frame, frame_key, slot
from portal.publish.publisher import Publisher, Report
from portal.publish.swap import swap
from portal.publish.tree import Tree

NOW = Moment.parse("2026-11-22")
FRAME = Frame.cut(f"<title>{slot('title')}</title>{slot('content')}")

Publish = Callable[[], Report]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def publish(portal_folder: Path, site: Path, now: Moment) -> Publish:
    def run() -> Report:
        publisher = Publisher(site)
        edition = read_portal(portal_folder, now, publisher.memory)
        assert edition.problems == []
        return publish_edition(edition, publisher, FRAME, {"robots.txt": b"x"}, b"same")

    return run


def test_a_second_build_makes_and_writes_nothing(publish: Publish, site: Path) -> None:
    first = publish()
    assert first.made >= first.pages > 10  # calendars are made too
    before = {path: (site / path).stat().st_mtime_ns for path in contents(site)}
    second = publish()
    assert (second.made, second.written, second.removed) == (0, 0, 0)
    assert {path: (site / path).stat().st_mtime_ns for path in contents(site)} == before


def test_a_site_that_somebody_touched_is_mended(publish: Publish, site: Path) -> None:
    publish()
    good = contents(site)
    assert Publisher(site).is_current(b"same", NOW)
    (site / "cities" / "jp-kaga" / "index.html").write_text("defaced", encoding="utf-8")
    shutil.rmtree(site / "en" / "homes")
    (site / "foreign.html").write_text("foreign", encoding="utf-8")
    assert not Publisher(site).is_current(b"same", NOW)
    publish()
    publish()
    publish()
    assert contents(site) == good


def test_nothing_that_was_taken_down_is_kept_beside_the_site(
    publish: Publish, portal_folder: Path, site: Path
) -> None:
    spare = site.with_name(".site") / "spare"
    files = release("secret-pact", "2026-11-01", "public_until: 2026-11-30\n")
    put(portal_folder, files)
    publish()
    publish()
    assert contents(spare) == contents(site)
    withdrawn = "withdrawn: {date: 2026-11-20, reason: {zh: 有誤。, en: Wrong.}}\n"
    put(portal_folder, {path: text + withdrawn for path, text in files.items()})
    publish()
    public = contents(site)
    assert "press/2026/secret-pact/index.html" in public
    assert contents(spare).items() <= public.items()
    for path in files:
        (portal_folder / path).unlink()
    publish()
    assert contents(spare).items() <= contents(site).items()
    assert not list(spare.rglob("*secret-pact*"))
    publish()
    publish()
    assert contents(spare) == contents(site)


@pytest.mark.parametrize("name", ["tree-*", "ledger-*", "inputs-*", "rows/*"])
def test_damaged_state_is_noticed(publish: Publish, site: Path, name: str) -> None:
    publish()
    good = contents(site)
    for file in site.with_name(".site").glob(name):
        file.write_bytes(file.read_bytes()[:-7] + b"damaged")
    assert publish().pages
    assert contents(site) == good


def test_what_begins_with_a_dot_is_left_to_its_owner(publish: Publish, site: Path) -> None:
    publish()
    (site / ".nojekyll").touch()
    for _ in range(3):
        publish()
        assert (site / ".nojekyll").exists()


def test_a_hidden_file_of_the_site_is_made_anew_until_its_owner_takes_it_over(
    site: Path, portal_folder: Path, now: Moment
) -> None:
    edition = read_portal(portal_folder, now)
    hidden = site / ".htaccess"

    def run(content: bytes) -> bytes:
        others = {".htaccess": b"# made\n" + content}
        publish_edition(edition, Publisher(site), FRAME, others)
        return hidden.read_bytes()

    assert run(b"a") == b"# made\na"
    assert run(b"b") == b"# made\nb"
    hidden.write_bytes(b"# made\ndefaced")
    assert run(b"c") == b"# made\nc"
    hidden.unlink()
    assert run(b"c") == b"# made\nc"
    hidden.write_bytes(b"mine")
    for _ in range(4):
        assert run(b"d") == b"mine"
    hidden.unlink()
    assert run(b"e") == b"# made\ne"


def test_a_build_that_stops_anywhere_leaves_the_last_site(
    publish: Publish, site: Path, portal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    publish()
    good = contents(site)
    cities = portal_folder / "data" / "cities.yaml"
    cities.write_text(cities.read_text(encoding="utf-8").replace("en: Kaga", "en: Caga"), "utf-8")
    for step in ("publisher.bring", "publisher.take", "publisher.swap"):
        with monkeypatch.context() as patched:
            patched.setattr(f"portal.publish.{step}", _stop)
            with pytest.raises(KeyboardInterrupt):
                publish()
        assert contents(site) == good, step
    publish()
    assert b"<title>Caga</title>" in contents(site)["en/cities/jp-kaga/index.html"]
    assert not [path for path, content in contents(site).items() if b"Kaga" in content]


def test_a_build_that_stops_after_the_swap_is_not_taken_for_the_one_before(
    publish: Publish, site: Path, portal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    cities = portal_folder / "data" / "cities.yaml"
    cities.write_text(cities.read_text(encoding="utf-8").replace("en: Kaga", "en: Caga"), "utf-8")
    edition = read_portal(portal_folder, Moment.parse("2026-11-22"))

    def swap_and_stop(first: Path, second: Path) -> None:
        swap(first, second)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "swap", swap_and_stop)
    with pytest.raises(KeyboardInterrupt):
        publish_edition(edition, Publisher(site), FRAME, inputs=b"new")
    assert b"Caga" in contents(site)["en/cities/jp-kaga/index.html"]
    assert not Publisher(site).is_current(b"same", NOW)
    assert Publisher(site).is_current(b"new", NOW)


def test_a_preview_parses_only_what_changed(
    portal_folder: Path, site: Path, now: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher = Publisher(site, in_place=True)
    cities = portal_folder / "data" / "cities.yaml"

    def parsed() -> list[str]:
        names: list[str] = []

        def parse(root: Root, path: Path, raw: bytes) -> Document:
            names.append(path.name)
            return parse_file(root, path, raw)

        with monkeypatch.context() as patched:
            patched.setattr("portal.model.reading.file_reading.parse_file", parse)
            edition = read_portal(portal_folder, now, publisher.memory)
        publish_edition(edition, publisher, FRAME)
        return names

    assert "homes.yaml" in parsed()
    cities.write_text(cities.read_text(encoding="utf-8").replace("en: Kaga", "en: Caga"), "utf-8")
    assert parsed() == ["cities.yaml"]
    assert parsed() == []
    assert b"Caga" in contents(site)["en/cities/jp-kaga/index.html"]


def test_frames_are_filled_and_told_apart() -> None:
    assert FRAME.fill({"title": "A", "content": "B"}) == "<title>A</title>B"
    with pytest.raises(KeyError):
        FRAME.fill({"title": "A"})
    assert frame_key("cities/") == ("cities", 1, True)
    assert frame_key("cities/countries/jp/") == ("cities", 3, False)


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_page_names_no_feed_that_has_ended(site: Path, portal_folder: Path, now: Moment) -> None:
    """The page of the city never showed its only release, which was withdrawn."""
    frame = Frame.cut(f"{slot('feed_links')}{slot('content')}")
    reason = "withdrawn: {date: 2026-11-20, reason: {zh: 誤刊。, en: A mistake.}}\n"
    put(portal_folder, release("news", more=f"cities: [jp-kaga]\n{reason}"))
    named = "cities/jp-kaga/index.html"

    def run() -> bytes:
        publish_edition(read_portal(portal_folder, now), Publisher(site), frame)
        return contents(site)[named]

    assert b"atom.xml" in run()
    (portal_folder / "data/press_releases/2026/news.yaml").unlink()
    assert b"atom.xml" not in run()


@pytest.mark.parametrize("fails_at", [1, 2, 5, 20, 40])
@pytest.mark.parametrize("what", ["put", "keep"])
def test_a_full_disk_leaves_the_last_site(
    publish: Publish,
    site: Path,
    portal_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    fails_at: int,
) -> None:
    publish()
    before = contents(site)
    replace_in(portal_folder / "data" / "cities.yaml", "en: Kaga", "en: Kaga City")
    owner = Tree if what == "put" else module
    write, count = getattr(owner, what), itertools.count(1)

    def full(*arguments: object) -> None:
        if next(count) >= fails_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "file")
        write(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(owner, what, full)
        patched.setenv("PORTAL_PROCESSES", "1")
        try:
            publish()
        except OSError:
            assert contents(site) == before
        else:  # only what the next build can do without was not written
            assert next(count) <= fails_at or what == "keep"
    publish()
    assert "Kaga City" in (site / "en/cities/jp-kaga/index.html").read_text(encoding="utf-8")
    mended = contents(site)
    shutil.rmtree(site)
    publish()
    assert contents(site) == mended


def test_a_file_of_the_state_in_the_place_of_another_is_noticed(
    publish: Publish, site: Path
) -> None:
    publish()
    good = contents(site)
    state = site.with_name(".site")
    source = next(state.glob("ledger-*"))
    for file in [*state.glob("tree-*"), *state.glob("inputs-*"), *(state / "rows").iterdir()]:
        shutil.copy(source, file)
    assert publish().pages
    assert contents(site) == good


def test_a_link_in_a_site_is_not_followed_to_delete(
    publish: Publish, site: Path, portal_folder: Path, tmp_path: Path
) -> None:
    publish()
    theirs = Path(shutil.copytree(site / "cities", tmp_path / "theirs"))
    before = contents(theirs)
    for name in ("cities", "en/cities"):
        shutil.rmtree(site / name)
        (site / name).symlink_to(theirs)
    replace_in(portal_folder / "data" / "cities.yaml", "en: Kaga", "en: Kaga City")
    publish()
    publish()
    assert contents(theirs) == before
    assert not (site / "cities").is_symlink()
