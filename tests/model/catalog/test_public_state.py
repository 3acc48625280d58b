"""What is public is one number: whatever readers can see moves it, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from editing import put, replace_in
from releases import release
from samples import photograph

from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.public_state import PublicState, public_state
from portal.model.reading.load import Loaded, load
from portal.model.values.moment import Moment
from portal.resources import BASE

State = Callable[..., PublicState]

CITY = """\
- id: jp-sado
  name: {zh: 佐渡, en: Sado, ja: 佐渡市}
  level: city
  country: JP
  sources: [report]
  partnerships:
    - {home: alpha, kind: friendship, status: active, confidential: true, sources: [report]}
"""
EXCHANGE = """\
id: %s
title: {zh: 往來, en: Exchange}
type: conference
start: 2026-11-25
end: 2026-11-26
status: planned
%s
"""


def exchange(name: str, more: str = "") -> dict[str, str]:
    return {f"data/exchanges/2026/{name}.yaml": EXCHANGE % (name, more)}


@pytest.fixture
def state(portal_folder: Path) -> State:
    def found(files: Mapping[str, str] | None = None, now: str = "2026-11-22") -> PublicState:
        put(portal_folder, files or {})
        loaded = load(portal_folder, BASE)
        assert [problem.line("en") for problem in loaded.problems] == []
        return public_state(build_catalog(loaded, Moment.parse(now)))

    return found


@pytest.mark.parametrize(
    "files",
    [
        release("a", "2026-11-01", "draft: true\n"),
        release("a", "2026-11-23"),
        release("a", "2026-11-01", "public_from: 2026-11-22T00:01\n"),
        release("a", "2026-11-01", "public_until: 2026-11-21\n"),
        exchange("a", "public_from: 2026-11-24"),
    ],
)
def test_what_is_not_public_does_not_move_it(state: State, files: Mapping[str, str]) -> None:
    assert state() == state(files)


def test_a_confidential_tie_and_the_city_that_has_no_other_do_not_move_it(
    state: State, portal_folder: Path
) -> None:
    before, cities = state(), portal_folder / "data" / "cities.yaml"
    text = cities.read_text("utf-8")
    for hidden in (CITY, f"# Secret until spring.\n{CITY}", CITY.replace("Sado", "Sato")):
        assert state({"data/cities.yaml": text + hidden}) == before


def test_a_word_of_what_is_kept_back_in_a_public_record_does_not_move_it(
    state: State, portal_folder: Path
) -> None:
    """The text of a record is not what readers see of it."""
    cities = portal_folder / "data" / "cities.yaml"
    tie = "    - {home: alpha, kind: friendship, status: active, confidential: true, sources: [report]}\n"
    before = state()
    cities.write_text(cities.read_text("utf-8") + tie, "utf-8")
    assert state() == before
    replace_in(cities, "kind: friendship", "kind: partner")
    assert state() == before


def test_how_a_record_is_written_does_not_move_it(state: State, portal_folder: Path) -> None:
    before, cities = state(), portal_folder / "data" / "cities.yaml"
    replace_in(
        cities, "signed: 2014-07-08", "signed: 103/7/8   # as the report has it\n      notes:"
    )
    replace_in(cities, "\n      notes:", "")
    assert state() == before
    cities.write_bytes(cities.read_bytes().replace(b"\n", b"\r\n"))
    assert state() == before
    replace_in(
        cities, "name: {zh: 加賀, en: Kaga, ja: 加賀市}", "name: {ja: 加賀市, en: Kaga, zh: 加賀}"
    )
    assert state().digest == before.digest


def test_when_a_public_record_ends_does_not_move_it(state: State) -> None:
    before = state(release("a"))
    assert state(release("a", more="public_until: 2026-12-31\n")) == before
    assert state(release("a", more="public_from: 2026-11-02\n")) == before


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("data/cities.yaml", "signed: 2014-07-08", "signed: 2014-07-09"),
        ("data/cities.yaml", "en: Kaga", "en: Caga"),
        ("data/cities.yaml", "verified: 2026-01-05", "verified: 2026-01-06"),
        ("data/homes.yaml", "en: Culture Bureau", "en: Bureau of Culture"),
        ("data/sources.yaml", "date: 2025", "date: 2024"),
        ("data/press_releases/2026/a.yaml", "zh: 內文。", "zh: 本文。"),
        ("data/press_releases/2026/a.yaml", "id: a", "former_ids: [b]\nid: a"),
        (
            "data/press_releases/2026/a.yaml",
            "id: a",
            "withdrawn: {date: 2026-11-20, reason: {zh: 有誤。, en: Wrong.}}\nid: a",
        ),
        ("data/tombstones.yaml", "zh: 併入。", "zh: 合併。"),
    ],
)
def test_what_readers_see_moves_it(
    state: State, portal_folder: Path, path: str, old: str, new: str
) -> None:
    stone = "/press/2025/old/:\n  removed: 2026-11-01\n  reason: {zh: 併入。, en: Merged.}\n"
    before = state(release("a") | {"data/tombstones.yaml": stone})
    replace_in(portal_folder / path, old, new)
    assert state().digest != before.digest


def test_another_picture_of_the_same_size_moves_it(state: State, portal_folder: Path) -> None:
    words = "{zh: 兩人握手, en: Two people shake hands}"
    images = f"images:\n  - {{file: a.jpg, alt: {words}, caption: {words}}}\n"
    file = portal_folder / "data/press_releases/2026/a/a.jpg"
    file.parent.mkdir(parents=True)
    file.write_bytes(photograph(800, 600))
    before = state(release("a", more=images))
    raw = file.read_bytes()
    file.write_bytes(raw[:-3] + bytes([raw[-3] ^ 1]) + raw[-2:])
    assert state().digest != before.digest
    file.write_bytes(raw)
    assert state() == before


def test_a_release_that_appears_and_expires_moves_it_and_back(state: State) -> None:
    empty = state()
    public = release("a", "2026-11-23T09:30", "public_until: 2026-11-24\n")
    moments = ("2026-11-23T09:29", "2026-11-23T09:30", "2026-11-24T23:59", "2026-11-25")
    found = [state(public, now) for now in moments]
    assert [one.count for one in found] == [3, 4, 4, 3]
    assert found[0].digest == found[3].digest == empty.digest
    assert found[1].digest == found[2].digest != empty.digest


def test_time_moves_it_when_an_exchange_begins_and_when_a_plan_has_passed(state: State) -> None:
    days = ("2026-11-24T23:59", "2026-11-25", "2026-11-26T23:59", "2026-11-27", "2027-11-27")
    digests = [state(exchange("a"), day).digest for day in days]
    assert digests[1] == digests[2]
    assert digests[3] == digests[4]
    assert len(set(digests)) == 3


def test_it_says_how_many_and_how_new(loaded: Callable[[Mapping[str, str]], Loaded]) -> None:
    def told(files: Mapping[str, str]) -> tuple[int, str]:
        found = public_state(build_catalog(loaded(files), Moment.parse("2026-11-22")))
        return found.count, str(found.newest)

    assert told({}) == (3, "2026-01-05")
    assert told(release("b", "2026-11-23", "verified: 2026-11-22\n")) == (3, "2026-01-05")
    assert told(release("a", "2026-11-01T10:00")) == (4, "2026-11-01")
    assert told(release("a", more="verified: 2026-11-03\n")) == (4, "2026-11-03")
    assert told(release("a", more="updated: 2026-11-04\n")) == (4, "2026-11-04")
