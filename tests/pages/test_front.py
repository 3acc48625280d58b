from __future__ import annotations

from collections.abc import Callable, Mapping

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
    assert (front.totals.places, front.totals.countries, front.totals.exchanges.held) == (1, 1, 2)
