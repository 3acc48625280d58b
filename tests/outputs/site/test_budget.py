"""Pages that are too heavy are told with the place of their record."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path

from building import build, small_portal

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.outputs.site.budget import LOADED, budget_problems
from portal.pages.record_pages import record_pages

Read = Callable[[Mapping[str, str]], Catalog]

LIGHT = dict.fromkeys(LOADED, b"")


def test_only_the_page_of_a_record_that_is_too_heavy_is_told(catalog: Read) -> None:
    records = catalog({})
    pages = list(record_pages(records, build_relations(records)))
    sizes = {f"{prefix}{page.path}index.html": 9000 for page in pages for prefix in ("", "en/")}
    assert list(budget_problems(pages, sizes, LIGHT)) == []
    sizes["en/cities/jp-kaga/index.html"] = 20 * 1024
    (problem,) = budget_problems(pages, sizes, LIGHT)
    assert problem.line("zh") == (
        "data/cities.yaml:1:3: cities/jp-kaga/ 的網頁有 20.00 KB，上限為 15.00 KB；"
        "請縮短內文，或把部分內容改寫成另一筆紀錄"
    )
    assert problem.line("en") == (
        "data/cities.yaml:1:3: the page cities/jp-kaga/ has 20.00 KB, the limit is 15.00 KB; "
        "shorten its text, or make a part of it a record of its own"
    )


def test_style_sheet_and_script_are_weighed_as_they_travel() -> None:
    noise = random.Random(1).randbytes(40 * 1024)
    assert list(budget_problems([], {}, LIGHT | {"assets/portal.css": b"a" * 100_000})) == []
    (problem,) = budget_problems([], {}, LIGHT | {"assets/portal.js": noise})
    assert problem.code == "assets-too-heavy"
    assert "CSS + JavaScript have 40.05 KB compressed, the limit is 30.00 KB" in problem.line("en")
    codes = [p.code for p in budget_problems([], {}, LIGHT | {"assets/portal.css": noise * 2})]
    assert codes == ["assets-too-heavy"] * 2


def test_a_build_that_is_too_heavy_leaves_the_site_as_it_is(tmp_path: Path) -> None:
    config = small_portal(tmp_path / "portal")
    site = tmp_path / "site"
    assert build(config, site).code == 0
    before = (site / "index.html").read_bytes()
    labels = config.parent / "data" / "labels.yaml"
    with labels.open("a", encoding="utf-8") as file:
        file.write(
            f"evidence.title: {{zh: 查證, en: Check}}\nnav.home: {{zh: {'首' * 9000}, en: Home}}\n"
        )
    built = build(config, site)
    assert built.code == 1
    assert "上限為 15.00 KB" in built.output
    assert "Traceback" not in built.output
    assert (site / "index.html").read_bytes() == before
