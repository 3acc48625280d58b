from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.reading.load import Loaded
from portal.pages.links.untold import Untold

Load = Callable[[Mapping[str, str]], Loaded]

ADDRESSES = (
    "cities/jp-kaga/", "cities/xx-other/", "cities/", "cities/countries/jp/", "homes/alpha/exchanges/",
    "homes/beta/exchanges/", "press/2026/visit/", "press/2026/", "press/atom.xml", "about/counting/",
)  # fmt: skip

TABS = "\tid: x\n"


def untold(loaded: Loaded) -> list[str]:
    judge = Untold(loaded)
    return [address for address in ADDRESSES if judge(address)]


def test_what_is_read_is_told(loaded: Load) -> None:
    assert untold(loaded({})) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"data/cities.yaml": TABS},
            ["cities/jp-kaga/", "cities/xx-other/", "cities/", "cities/countries/jp/",
             "homes/alpha/exchanges/", "press/2026/"],
        ),
        (
            {"data/cities.yaml": "- id: jp-kaga\n  level: nothing\n"},
            ["cities/jp-kaga/", "cities/", "cities/countries/jp/", "homes/alpha/exchanges/", "press/2026/"],
        ),
        (
            {"data/press_releases/2026/visit.yaml": TABS},
            ["cities/countries/jp/", "homes/alpha/exchanges/", "press/2026/visit/", "press/2026/", "press/atom.xml"],
        ),
        (
            {"data/press_releases/2026/call.yaml": "id: call\nformer_ids: [visit]\n"},
            ["cities/countries/jp/", "homes/alpha/exchanges/", "press/2026/visit/", "press/2026/", "press/atom.xml"],
        ),
        (
            {"data/tombstones.yaml": TABS},
            list(ADDRESSES),
        ),
        (
            {"data/tombstones.yaml": "/press/2026/visit/: {removed: x}\n"},
            ["cities/countries/jp/", "homes/alpha/exchanges/", "press/2026/visit/", "press/2026/"],
        ),
    ],
)  # fmt: skip
def test_what_could_not_be_read_may_be_there(
    loaded: Load, files: Mapping[str, str], expected: list[str]
) -> None:
    assert untold(loaded(files)) == expected


def test_a_city_of_an_unknown_country_has_no_page(loaded: Load) -> None:
    city = "- {id: qk-kaga, name: {zh: 加賀, en: Kaga}, level: city, country: QK}\n"
    found = loaded({"data/cities.yaml": city})
    assert Untold(found)("cities/qk-kaga/")
    assert not Untold(found)("cities/jp-kaga/")


def test_without_content_any_page_may_be_there(loaded: Load) -> None:
    found = loaded({})
    found.gaps.paths.add("content")
    assert untold(found) == list(ADDRESSES)
