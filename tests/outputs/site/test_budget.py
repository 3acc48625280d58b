"""Pages that are too heavy as they travel are told with the place of their record, and published all the same."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from building import build, small_portal
from heavy import cities

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.outputs.site.budget import (
    LEAST_GAIN,
    LOADED,
    RECORD_PAGE,
    compressed,
    heavy_assets,
    heavy_pages,
)
from portal.pages.record_pages import record_pages
from portal.resources import BASE

Read = Callable[[Mapping[str, str]], Catalog]

LIGHT = dict.fromkeys(LOADED, b"")


def noise(size: int) -> bytes:
    """Bytes that cannot be compressed."""
    return random.Random(1).randbytes(size)


def told(catalog: Read, heavy: Mapping[str, bytes]) -> list[str]:
    """The advice about the small portal if these files had this content."""
    records = catalog({})
    pages = list(record_pages(records, build_relations(records)))
    files = {f"{prefix}{page.path}index.html": b"" for page in pages for prefix in ("", "en/")}
    files |= heavy
    sizes = {path: len(content) for path, content in files.items()}
    return [advice.line("en") for advice in heavy_pages(pages, sizes, files.__getitem__)]


def test_a_server_sends_what_gzip_makes_of_a_page() -> None:
    page = b"<li>Kaga</li>" * 900 + noise(900)
    assert compressed(page) == len(gzip.compress(page, 6))


def test_a_slow_phone_receives_the_limit_in_half_a_second_and_two_round_trips() -> None:
    assert RECORD_PAGE * 8 < 400_000 / 2
    assert 10 * 1460 < RECORD_PAGE < (10 + 20) * 1460


def test_a_page_that_travels_light_may_be_long(catalog: Read) -> None:
    path = "en/cities/jp-kaga/index.html"
    assert told(catalog, {path: b"<tr><td>Kaga</td></tr>" * 100_000}) == []


def test_the_heavier_of_two_languages_is_told(catalog: Read) -> None:
    zh, en = "cities/jp-kaga/index.html", "en/cities/jp-kaga/index.html"
    (line,) = told(catalog, {zh: noise(49 * 1024), en: noise(50 * 1024)})
    assert line == (
        "data/cities.yaml:1:3: advice: the page cities/jp-kaga/ has 50.04 KB compressed, but a slow phone receives"
        " 24.00 KB in half a second, so its readers wait longer; if you can, shorten its text, or make a part of it a"
        " record of its own"
    )


def test_only_pages_long_enough_to_be_heavy_are_compressed(catalog: Read) -> None:
    records = catalog({})
    pages = list(record_pages(records, build_relations(records)))
    sizes = {f"{prefix}{page.path}index.html": 49_152 for page in pages for prefix in ("", "en/")}
    asked: list[str] = []

    def content(path: str) -> bytes:
        asked.append(path)
        return b""

    assert list(heavy_pages(pages, sizes, content)) == []
    assert asked == []
    sizes["cities/jp-kaga/index.html"] += 1
    assert list(heavy_pages(pages, sizes, content)) == []
    assert asked == ["cities/jp-kaga/index.html"]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_compression_halves_whatever_is_written(locale: str) -> None:
    """Even text without any tags: the labels, each of which says something else."""
    labels = yaml.load((BASE / "data/labels.yaml").read_text("utf-8"), yaml.CBaseLoader)
    text = " ".join(label[locale] for label in labels.values()).encode()
    assert LEAST_GAIN * compressed(text) < len(text)


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"portal.css": b"a" * 100_000}, []),
        ({"portal.css": noise(30 * 1024 - 100)}, []),
        ({"portal.js": noise(40 * 1024)}, ["CSS + JavaScript"]),
        ({"portal.svg": noise(70 * 1024)}, ["HTML + CSS + JavaScript + SVG"]),
        (
            {"portal.css": noise(80 * 1024)},
            ["CSS + JavaScript", "HTML + CSS + JavaScript + SVG"],
        ),
    ],
)
def test_what_every_page_loads_is_weighed_as_it_travels(
    files: dict[str, bytes], found: list[str]
) -> None:
    advice = list(heavy_assets(LIGHT | files))
    assert all(one.is_advice and one.code == "assets-too-heavy" for one in advice)
    assert [one.found["path"] for one in advice] == found


def test_the_advice_about_assets_says_how_much_they_weigh() -> None:
    (advice,) = heavy_assets(LIGHT | {"portal.js": noise(40 * 1024)})
    assert "CSS + JavaScript have 40.05 KB compressed, the limit is 30.00 KB" in advice.line("en")


def test_a_strict_build_advises_and_publishes(tmp_path: Path) -> None:
    config = small_portal(tmp_path / "portal")
    site = tmp_path / "site"
    with (config.parent / "data" / "cities.yaml").open("a", encoding="utf-8") as file:
        file.write(cities(600, "hualien-city"))
    built = build(config, site)
    assert built.code == 0, built.output
    assert "INFO" in built.output
    assert "建議：網頁 homes/hualien-city/ 壓縮後有 " in built.output
    assert "but a slow phone receives 24.00 KB in half a second" in built.output
    assert "WARNING" not in built.output
    assert "jp-kaga599" in (site / "homes/hualien-city/index.html").read_text(encoding="utf-8")
