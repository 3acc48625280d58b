"""What a build promises: the same bytes, nothing half-written, nothing that is not public."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import demonstration
import pytest
from building import ROOT, build, contents, small_portal

from portal.edition import Edition


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_input_gives_the_same_bytes_in_another_folder_and_by_one_process(
    site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / demonstration.FOLDER.relative_to(ROOT)
    shutil.copytree(demonstration.FOLDER, copy)
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    settings = {"PYTHONPATH": str(tmp_path / "hooks"), "PORTAL_PROCESSES": "1"}
    again = build(copy / "mkdocs.yml", tmp_path / "site", PYTHONHASHSEED="2", **settings)
    assert again.code == 0, again.output
    assert contents(again.folder) == contents(site)


ELSEWHERE = (
    {
        "PYTHONHASHSEED": "2",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "America/Anchorage",
    },
    {"PYTHONHASHSEED": "3", "LC_ALL": "C.UTF-8", "LANGUAGE": "tr", "TZ": "Pacific/Kiritimati"},
)
"""Machines of other people: no order of a set, no locale (the first has ASCII only) and no time zone may matter."""


@pytest.mark.parametrize(
    ("machine", "mask"), list(zip(ELSEWHERE, (0o077, 0o002), strict=True)), ids=["west", "east"]
)
def test_the_same_input_gives_the_same_bytes_on_every_machine(
    site: Path, tmp_path: Path, machine: dict[str, str], mask: int
) -> None:
    before = os.umask(mask)
    try:
        again = build(demonstration.CONFIG, tmp_path / "site", **machine)
    finally:
        os.umask(before)
    assert again.code == 0, again.output
    made, expected = contents(again.folder), contents(site)
    assert sorted(made) == sorted(expected)
    assert [path for path in made if made[path] != expected[path]] == []


def test_the_demonstration_has_a_city_in_the_lists_of_several_kinds(edition: Edition) -> None:
    """The order of its kinds once came from a set, and the whole search index with it."""
    kinds = [{tie.kind for tie in city.partnerships} for city in edition.catalog.cities.values()]
    homes = [{tie.home for tie in city.partnerships} for city in edition.catalog.cities.values()]
    assert any(
        {"friendship", "sister"} <= k and len(h) > 1 for k, h in zip(kinds, homes, strict=True)
    )


def test_the_fork_properdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    built = build(demonstration.CONFIG, tmp_path / "site", program="properdocs")
    assert built.code == 0, built.output
    assert "WARNING" not in built.output
    assert contents(built.folder) == contents(site)


def test_a_problem_stops_the_build_and_leaves_the_last_good_site(tmp_path: Path) -> None:
    config = small_portal(tmp_path)
    good = build(config, tmp_path / "site")
    assert good.code == 0, good.output
    before = contents(good.folder)
    _edit(tmp_path / "data" / "cities.yaml", "kind: friendship", "kind: frendship")
    bad = build(config, tmp_path / "site")
    assert bad.code != 0
    assert "kind cannot be 'frendship'; did you mean friendship?" in bad.output
    assert "data/cities.yaml:10:13: kind 不能是「frendship」" in bad.output
    assert "Traceback" not in bad.output
    assert contents(bad.folder) == before


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_a_warning_stops_a_strict_build_and_leaves_the_last_good_site(
    tmp_path: Path, program: str
) -> None:
    config = small_portal(tmp_path)
    before = contents(build(config, tmp_path / "site", program=program).folder)
    page = tmp_path / "content" / "zh" / "about" / "counting.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n[死](no-such-page.md)\n", "utf-8")
    bad = build(config, tmp_path / "site", program=program)
    assert bad.code != 0
    assert "no-such-page.md" in bad.output
    assert contents(bad.folder) == before


def test_what_is_not_public_is_in_no_output(tmp_path: Path) -> None:
    config = small_portal(tmp_path)
    cities = tmp_path / "data" / "cities.yaml"
    _edit(cities, "- id: us-bellevue\n", "- id: us-bellevue\n  public_from: 2026-11-23\n")
    _edit(cities, "      kind: friendship\n", "      kind: friendship\n      confidential: true\n")
    exchange = tmp_path / "data" / "exchanges" / "2019" / "2019-morioka-signing.yaml"
    _edit(exchange, "type: signing\n", "type: signing\ndraft: true\n")
    built = build(config, tmp_path / "site")
    assert built.code == 0, built.output
    everything = b"\n".join(contents(built.folder).values())
    for hidden in ("bellevue", "Bellevue", "貝爾優", "morioka", "Morioka", "盛岡市", "2019-11-24"):
        assert hidden.encode() not in everything, hidden
    next_day = build(config, tmp_path / "later", PORTAL_TODAY="2026-11-23")
    assert (next_day.folder / "cities" / "us-bellevue" / "index.html").is_file()


def test_a_renamed_record_is_found_under_its_old_address(tmp_path: Path) -> None:
    config = small_portal(tmp_path)
    _edit(
        tmp_path / "data" / "cities.yaml",
        "- id: us-bellevue\n",
        "- id: us-bellevue\n  former_ids: [us-bellevue-wa]\n",
    )
    built = build(config, tmp_path / "site")
    for prefix in ("", "en/"):
        old = built.folder / prefix / "cities" / "us-bellevue-wa" / "index.html"
        assert 'content="0; url=../../cities/us-bellevue/"' in old.read_text(encoding="utf-8")


def test_a_removed_record_leaves_no_trace(tmp_path: Path) -> None:
    config = small_portal(tmp_path)
    build(config, tmp_path / "site")
    (tmp_path / "data" / "exchanges" / "2019" / "2019-morioka-signing.yaml").unlink()
    built = build(config, tmp_path / "site")
    assert built.code == 0, built.output
    assert b"2019-morioka-signing" not in b"\n".join(contents(built.folder).values())


def test_another_citys_portal_shows_nothing_of_this_one(tmp_path: Path) -> None:
    built = build(ROOT / "examples" / "hualien-city" / "mkdocs.yml", tmp_path / "site")
    assert built.code == 0, built.output
    everything = b"\n".join(contents(built.folder).values())
    for name in ("臺北", "Taipei", "高雄", "Kaohsiung", "臺中", "Taichung"):
        assert name.encode() not in everything, name
    front = (built.folder / "en" / "index.html").read_text(encoding="utf-8")
    assert "<title>Hualien City Diplomacy</title>" in front
    assert (built.folder / "cities" / "jp-morioka" / "index.html").is_file()


def test_markup_in_a_record_comes_out_as_text() -> None:
    from portal.assembly import read_portal
    from portal.model.values.moment import Moment
    from portal.pages.record_pages import record_pages

    edition = read_portal(ROOT / "examples" / "hualien-city", Moment.parse("2026-11-22"))
    cities = edition.catalog.shelves["cities"]
    city = cities["us-bellevue"]
    hostile = "<script>alert(1)</script> {{ 7*7 }} {% for x in y %}"
    name = city.name.model_copy(update={"zh": hostile, "en": hostile})
    assert isinstance(cities, dict)
    cities["us-bellevue"] = city.model_copy(update={"name": name})
    for page in record_pages(edition.catalog, edition.relations):
        html = edition.render(page, "en").content
        assert "<script>" not in html
        if page.path == "cities/us-bellevue/":
            assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} {% for x in y %}" in html
