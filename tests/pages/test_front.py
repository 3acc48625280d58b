from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.pages.front import Front

Read = Callable[[Mapping[str, str]], Catalog]


def exchange(name: str, start: str) -> dict[str, str]:
    text = (
        f"id: {name}\ntitle: {{zh: 往來, en: Exchange}}\ntype: conference\nstart: {start}\nstatus: "
    )
    status = "planned" if start > "2026-11-22" else "held"
    return {f"data/exchanges/{start[:4]}/{name}.yaml": f"{text}{status}\n"}


def test_what_comes_and_what_was_are_told_apart(catalog: Read) -> None:
    files = (
        exchange("far", "2027-05-01")
        | exchange("near", "2026-12-01")
        | exchange("today", "2026-11-22")
        | exchange("old", "2020-01-01")
    )
    found = catalog(files)
    front = Front(found, build_relations(found))
    assert [one.id for one in front.next_exchanges(3)] == ["near", "far"]
    assert [one.id for one in front.next_exchanges(1)] == ["near"]
    assert [one.id for one in front.past_exchanges(3)] == ["today", "old"]
    assert [one.id for one in front.past_exchanges(1)] == ["today"]
    assert (front.totals.places, front.totals.countries, front.totals.exchanges.held) == (1, 1, 2)


@pytest.mark.parametrize(
    ("more", "is_shown"),
    [
        ("start: 2026-11-01", True),
        ("start: 2026-11-20\nend: 2026-11-24\nstatus: planned", True),
        ("start: 2026-11-20\nend: 2026-11-21\nstatus: planned", False),
        ("start: 2026-11-01\nstatus: cancelled", False),
    ],
)
def test_the_latest_are_those_that_took_place(catalog: Read, more: str, is_shown: bool) -> None:
    text = f"id: one\ntitle: {{zh: 往來, en: Exchange}}\ntype: conference\n{more}\n"
    found = catalog({"data/exchanges/2026/one.yaml": text})
    assert bool(Front(found, build_relations(found)).past_exchanges(9)) is is_shown
    figures = catalog({"data/exchanges/2026/one.yaml": text.replace("conference", "count")})
    assert Front(figures, build_relations(figures)).past_exchanges(9) == []


def text(name: str, more: str) -> dict[str, str]:
    return {
        f"data/press_releases/2026/{name}.yaml": f"id: {name}\ncategory: visits\n"
        "title: {zh: 往來, en: News}\nlead: {zh: 導言。, en: Lead.}\nbody: {zh: 內文。, en: Body.}\n"
        f'sources: ["https://example.org/a"]\n{more}\n'
    }


def test_a_feature_is_as_new_as_what_it_is_about_and_a_release_as_its_day(catalog: Read) -> None:
    files = (
        exchange("old", "2014-01-01")
        | exchange("new", "2025-01-01")
        | exchange("far", "2027-05-01")
        | text("about-old", "date: 2026-11-20\nexchanges: [old]")
        | text("about-new", "date: 2026-11-20\nexchanges: [old, new]")
        | text("about-far", "date: 2026-11-20\nexchanges: [far]")
        | text("background", "date: 2026-11-21")
        | text("issued", "date: 2026-01-02\nissuer: alpha\nexchanges: [old]")
    )
    found = catalog(files)
    front = Front(found, build_relations(found))
    assert [one.id for one in front.texts(9)] == [
        "issued", "about-new", "about-old", "background", "about-far",
    ]  # fmt: skip
    assert [one.id for one in front.texts(2)] == ["issued", "about-new"]
