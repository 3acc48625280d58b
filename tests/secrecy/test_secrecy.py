"""What is not public is in no output: portals of which parts are kept back at random, every word of these marked.

A few samples are made in each run; ``pytest tests/secrecy --samples 500`` makes more.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from building import build, contents
from publishing import publish
from secrecy.everything import NOW, everything, read, snapshot
from secrecy.marks import found_in, traces
from secrecy.rules import REFERENCES, WAYS, places_of_ids
from secrecy.sample import FIRST, Sample

from portal.publish.frame import Frame, slot
from portal.publish.publisher import Publisher

BUILT, MADE = 2, 4
"""Samples of a plain run: built by MkDocs, and made in this process."""

PUBLIC_AGAIN = "2027-01-01"
"""When nothing waits any more for its ``public_from``."""

EVERYWHERE = (
    "cities/index.html", "en/cities/index.html", "en/press/atom.xml", "press/feed.json", "exchanges/calendar.ics",
    "data/cities.csv", "data/cities.json", "data/cities.jsonld", "data/cities.geojson", "data/changes.json",
    "open-data/index.html", "sitemap.xml", "search-index/en/documents/", "search-index/zh-Hant-TW/words/",
    "needs-verification/index.html", "site-map/index.html", "sources/index.html", "search/index.html",
)  # fmt: skip
"""Files in which the marks stand if nothing is kept back, or how their paths begin."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name, least in (("built", BUILT), ("made", MADE)):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, range(metafunc.config.getoption("--samples") or least))


def test_a_built_site_tells_nothing_of_what_is_kept_back(built: int, tmp_path: Path) -> None:
    """Neither one that is new, nor one that told it before; and what it told lies nowhere beside it."""
    sample = Sample(built)
    folder, site = tmp_path / "portal", tmp_path / "site"
    snapshot(sample, folder)
    config = sample.write(folder)
    first = build(config, site)
    assert first.code == 0, first.output
    before = contents(site)
    assert traces(before | {"output": first.output.encode()}) == []

    sample.write(folder, open_=True)
    assert build(config, site).code == 0
    told = [path for path, content in contents(site).items() if found_in(content)]
    assert [path for path in EVERYWHERE if not any(name.startswith(path) for name in told)] == []

    sample.write(folder)
    assert build(config, site).code == 0
    assert contents(site) == before
    assert traces(contents(tmp_path / ".site" / "spare")) == []
    assert traces({path.as_posix(): b"" for path in (tmp_path / ".site").rglob("*")}) == []


def test_what_is_kept_back_changes_nothing(made: int, tmp_path: Path) -> None:
    """Everything is as if it had never been written."""
    sample = Sample(made)
    sample.write(tmp_path / "portal")
    shown = everything(read(tmp_path / "portal"))
    assert traces(shown) == []
    sample.write(tmp_path / "rest", sample.rest().kept)
    rest = everything(read(tmp_path / "rest"))
    assert sorted(shown) == sorted(rest)
    assert [path for path in shown if shown[path] != rest[path]] == []


def test_what_becomes_public_is_shown_by_a_warm_build_as_by_a_new_one(
    made: int, tmp_path: Path
) -> None:
    sample = Sample(made)
    sample.write(tmp_path / "portal")
    frame = Frame.cut(slot("title") + slot("content") + slot("linked_data") + slot("feed_links"))
    sites = {}
    for name, moments in (
        ("warm", (NOW, PUBLIC_AGAIN, NOW)),
        ("new", (NOW,)),
        ("later", (PUBLIC_AGAIN,)),
    ):
        for moment in moments:
            publish(read(tmp_path / "portal", moment), Publisher(tmp_path / name), frame)
            sites[name, moment] = contents(tmp_path / name)
    assert sites["warm", PUBLIC_AGAIN] == sites["later", PUBLIC_AGAIN]
    assert sites["warm", NOW] == sites["new", NOW]


def test_the_samples_keep_back_everything_in_every_way() -> None:
    """The first of them are made in every run: there, each field of a record that is shown names something hidden."""
    ways, fields = set(), set()
    for seed in FIRST:
        sample = Sample(seed)
        rest = sample.rest()
        hidden = set().union(*(raw.names() for raw in rest.gone))
        ways |= {raw.why for raw in sample.records}
        for raw in sample.records:
            if raw in rest.gone:
                ways |= set() if raw.why else {"follows"}
                continue
            for holder, key, kinds, field in places_of_ids(raw.data):
                if any((kind, holder[key]) in hidden for kind in kinds):
                    fields.add(field)
    assert ways == {*WAYS, "follows", ""}
    assert REFERENCES.keys() - fields == {"issuer", "contact_unit"}
