"""A kind of record that only this test declares stands in every output, and no module was touched for it.

``tests/portals/ceremonies`` is all that it needs: a model, its declaration, two templates, labels, a record.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from building import ROOT, TODAY, Built, build, contents
from editing import put
from lxml.html import HtmlElement
from rdflib import Graph, Literal, URIRef

PORTALS = Path(__file__).parents[1] / "portals"
SITE = "https://ceremonies.example.org/"
CONFIG = f"""\
INHERIT: {ROOT}/mkdocs.yml
site_name: Ceremonies
site_url: {SITE}
hooks: [kinds.py, {ROOT}/hooks/mkdocs_events.py]
nav: [about/counting.md]
"""
RECORD = "data/ceremonies/2026/lantern-welcome.yaml"
PAGE = "ceremonies/2026/lantern-welcome/"

MOST_FILES = 6
"""Touched for a new kind, as CONTRIBUTING.md promises."""

both_languages = pytest.mark.parametrize("prefix", ["", "en/"])


def portal(folder: Path) -> Path:
    """The smallest portal, and in it the kind."""
    shutil.copytree(PORTALS / "minimal", folder)
    shutil.copytree(PORTALS / "ceremonies", folder, dirs_exist_ok=True)
    put(folder, {"mkdocs.yml": CONFIG})
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command ``portal`` where the kind is declared."""
    program = "import sys, kinds; from portal.commands.main import main; main(sys.argv[1:])"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments, "--root", "."],
        cwd=folder, capture_output=True, text=True, check=False,
        env={"PORTAL_TODAY": TODAY, "PATH": "", "LANG": "en"},
    )  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = portal(tmp_path_factory.mktemp("kind") / "portal")
    found = build(folder / "mkdocs.yml", folder.parent / "site")
    assert found.code == 0, found.output
    return found


@pytest.fixture(scope="module")
def site(built: Built) -> Path:
    return built.folder


def page(site: Path, address: str) -> HtmlElement:
    return lxml.html.parse(site / address / "index.html").getroot()


def linked(element: HtmlElement, xpath: str, address: str) -> set[str]:
    """The addresses below the root that links lead to, from the page at an address."""
    element.make_links_absolute(f"{SITE}{address}")
    return {str(link).removeprefix(SITE) for link in element.xpath(f"{xpath}//a/@href")}


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


# --- checked ---


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("form: welcome", "form: welcom", "form cannot be 'welcom'; did you mean welcome? Use one of: welcome"),
        ("home: alpha", "home: alhpa", "there is no alhpa in homes; did you mean alpha?"),
        ("home: alpha", "home: alpha\nrepeats: lantern-welcom", "there is no lantern-welcom in ceremonies; did you"),
        ("end: 2026-03-04", "end: 2026-03-01", "end is 2026-03-01, before start, which is 2026-03-03"),
        ("start: 2026-03-03", "start: 2025-03-03", "data/ceremonies/2025/lantern-welcome.yaml"),
        ("form: welcome\n", "", "form is missing"),
        ("在燈下合影", "在[燈](/lanterns/)下合影", "/lanterns/"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = portal(tmp_path / "portal")
    text = (folder / RECORD).read_text(encoding="utf-8")
    assert old in text
    put(folder, {RECORD: text.replace(old, new)})
    done = run(folder, "check", "--lang", "en")
    assert done.returncode == 1, done.stderr
    (problem,) = done.stdout.splitlines()
    assert problem.startswith(f"{RECORD}:")
    assert said in problem


def test_ids_are_unique_and_a_misspelt_folder_is_named(tmp_path: Path) -> None:
    folder = portal(tmp_path / "portal")
    text = (folder / RECORD).read_text(encoding="utf-8")
    put(folder, {RECORD.replace("/2026/", "/2025/"): text.replace("2026-", "2025-")})
    put(folder, {"data/ceremonys/2026/x.yaml": text})
    said = run(folder, "check", "--lang", "en").stdout
    assert "lantern-welcome" in said
    assert "did you mean ceremonies" in said
    assert len(said.splitlines()) == 2


# --- pages ---


@both_languages
def test_a_record_has_a_page_with_the_way_to_it(site: Path, prefix: str) -> None:
    html = page(site, f"{prefix}{PAGE}")
    title = "Welcome at the Lantern Festival" if prefix else "燈會迎賓"
    assert html.xpath("string(//main//h1)") == title
    assert title in html.xpath("string(//title)")
    description = html.xpath("string(//meta[@name='description']/@content)")
    assert description.startswith(title)
    above = linked(html, "//nav[@class='crumbs']", prefix + PAGE)
    assert {f"{prefix}ceremonies/", f"{prefix}ceremonies/2026/"} <= above
    other = "" if prefix else "en/"
    alternates = html.xpath("//link[@rel='alternate'][@hreflang]/@href")
    assert f"{SITE}{other}{PAGE}" in alternates
    assert html.xpath("//meta[@property='og:image']/@content") == [
        f"{SITE}assets/cards/ceremony.{'en' if prefix else 'zh'}.png"
    ]
    assert (site / f"assets/cards/ceremony.{'en' if prefix else 'zh'}.png").is_file()


@both_languages
def test_lists_have_it(site: Path, prefix: str) -> None:
    for address in (f"{prefix}ceremonies/", f"{prefix}ceremonies/2026/"):
        assert f"{prefix}{PAGE}" in linked(page(site, address), "//main", address)
    title = page(site, f"{prefix}ceremonies/2026/").xpath("string(//main//h1)")
    assert title == ("Ceremonies in 2026" if prefix else "2026年的典禮")


@both_languages
def test_menu_and_site_map_lead_to_its_list(site: Path, prefix: str) -> None:
    assert f"{prefix}ceremonies/" in linked(page(site, prefix), "//header", prefix)
    address = f"{prefix}site-map/"
    assert f"{prefix}ceremonies/" in linked(page(site, address), "//main", address)
    address = f"{prefix}search/"
    assert f"{prefix}ceremonies/" in linked(page(site, address), "//main", address)


@both_languages
def test_it_needs_verification(site: Path, prefix: str) -> None:
    address = f"{prefix}needs-verification/"
    html = page(site, address)
    assert f"{prefix}{PAGE}" in linked(html, "//main", address)
    assert ("Ceremonies" if prefix else "典禮") in html.get_element_by_id(
        "ceremonies"
    ).text_content()


def test_a_year_without_ceremonies_leads_to_the_list(tmp_path: Path) -> None:
    folder = portal(tmp_path / "portal")
    put(
        folder,
        {"published/addresses.txt": "/ceremonies/2019/\n/ceremonies/2026/lantern-welcome/\n"},
    )
    assert run(folder, "check", "--lang", "en").stdout == ""
    put(folder, {"published/addresses.txt": "/ceremonies/2019/opening/\n"})
    assert "/ceremonies/2019/opening/" in run(folder, "check", "--lang", "en").stdout


# --- for machines ---


def test_the_sitemap_and_the_guide_for_language_models_name_it(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    for address in (PAGE, f"en/{PAGE}", "ceremonies/", "ceremonies/2026/"):
        assert f"<loc>{SITE}{address}</loc>" in sitemap
    guide = (site / "llms.txt").read_text(encoding="utf-8")
    assert f"[Ceremonies]({SITE}en/ceremonies/): Ceremonies: welcomes and unveilings." in guide
    assert f"[典禮]({SITE}ceremonies/)" in guide


@both_languages
def test_its_page_says_what_it_is_in_the_words_of_schema_org(site: Path, prefix: str) -> None:
    (text,) = page(site, f"{prefix}{PAGE}").xpath("//script[@type='application/ld+json']/text()")
    event, web_page, way = json.loads(text)["@graph"]
    assert event == {
        "@type": "Event",
        "@id": f"{SITE}{PAGE}",
        "name": "Welcome at the Lantern Festival" if prefix else "燈會迎賓",
        "url": f"{SITE}{prefix}{PAGE}",
    }
    assert web_page["mainEntity"] == {"@id": f"{SITE}{PAGE}"}
    assert way["@type"] == "BreadcrumbList"


@both_languages
def test_the_search_finds_it_and_can_be_narrowed_to_it(site: Path, prefix: str) -> None:
    form = page(site, f"{prefix}search/")
    (choice,) = form.xpath("//label[input[@name='kind'][@value='ceremonies']]")
    assert choice.text_content().strip() == ("Ceremonies" if prefix else "典禮")
    assert form.xpath("//input[@name='year'][@value='2026']")
    index = site / "search-index" / ("en" if prefix else "zh-Hant-TW")
    shown = [gzip.decompress(path.read_bytes()).decode() for path in index.glob("documents/*")]
    assert any(PAGE in text and '"ceremonies"' in text for text in shown)
    (facets,) = (gzip.decompress(path.read_bytes()) for path in index.glob("facets/*"))
    assert b" ceremonies " in facets


# --- open data ---


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
def test_its_table_has_all_forms(site: Path) -> None:
    with (site / "data/ceremonies.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert line["id"] == "lantern-welcome"
    assert line["url_en"] == f"{SITE}en/{PAGE}"
    assert (line["title_zh"], line["form"], line["start"]) == ("燈會迎賓", "welcome", "2026-03-03")
    (row,) = load(site / "data/ceremonies.json")
    assert list(row) == list(line)
    assert row["cities"] == ["jp-kaga"]
    (node,) = load(site / "data/ceremonies.jsonld")["@graph"]
    assert (node["@id"], node["@type"]) == (f"{SITE}{PAGE}", "schema:Event")
    graph = Graph().parse(site / "data/ceremonies.jsonld", format="json-ld")
    form = URIRef(f"{SITE}open-data/ceremonies/#form")
    assert graph.value(URIRef(f"{SITE}{PAGE}"), form) == Literal("welcome")


@both_languages
def test_its_dictionary_explains_every_column(site: Path, prefix: str) -> None:
    html = page(site, f"{prefix}open-data/ceremonies/")
    rows = {
        row.xpath("string(th)"): row
        for row in html.xpath("//table[contains(@class, 'dictionary')]//tr")
    }
    start = rows["start"].xpath("string(td[2])")
    assert start == ("Start: First day." if prefix else "開始：第一天。")
    title = rows["title_zh"].xpath("string(td[2])")
    assert title == ("Title (Chinese): What it is called." if prefix else "標題（中文）：標題。")
    form = rows["form"].xpath("string(td[2])")
    assert ("unveiling Unveiling" if prefix else "unveiling 揭牌") in form
    assert all(row.xpath("string(td[2])").strip() for row in list(rows.values())[1:])
    address = f"{prefix}open-data/"
    assert f"{prefix}open-data/ceremonies/" in linked(page(site, address), "//main", address)


@pytest.mark.filterwarnings("ignore")
def test_the_catalogs_have_its_table(site: Path) -> None:
    from frictionless import Package

    package = Package(str(site / "data/datapackage.json"))
    assert package.validate().valid
    described = package.get_resource("ceremonies").schema
    assert described.get_field("form").constraints["enum"] == ["welcome", "unveiling"]
    assert described.get_field("form").title == "Form (code)"
    assert described.get_field("repeats").title == "repeats (id)", "one that nobody gave a title"
    keys = {key["fields"][0]: key["reference"]["resource"] for key in described.foreign_keys}
    assert (keys["home"], keys["repeats"]) == ("homes", "")
    graph = Graph().parse(site / "data/catalog.ttl")
    dataset = URIRef(f"{SITE}data/catalog.ttl#ceremonies")
    titles = set(graph.objects(dataset, URIRef("http://purl.org/dc/terms/title")))
    assert titles == {Literal("Ceremonies", lang="en"), Literal("典禮", lang="zh-Hant-TW")}
    assert "ceremonies.csv" in (site / "data/SHA256SUMS").read_text(encoding="utf-8")


# --- followed ---


@both_languages
def test_a_calendar_has_it(site: Path, prefix: str) -> None:
    lines = (site / f"{prefix}ceremonies/calendar.ics").read_text(encoding="utf-8").splitlines()
    assert f"URL:{SITE}{prefix}{PAGE}" in lines
    assert "DTSTART;VALUE=DATE:20260303" in lines
    assert f"{prefix}ceremonies/calendar.ics" in linked(
        page(site, f"{prefix}ceremonies/"), "//main", f"{prefix}ceremonies/"
    )


# --- schema ---


def test_editors_get_a_schema_and_a_dictionary(tmp_path: Path) -> None:
    folder = portal(tmp_path / "portal")
    lines = ("<!-- fields: written by `portal schema` -->", "<!-- end of fields -->")
    put(folder, {"data/README.md": "\n".join(lines)})
    assert run(folder, "schema").returncode == 0
    schema = load(folder / "data/schema/ceremonies.json")
    assert schema["properties"]["form"]["enum"] == ["welcome", "unveiling"]
    assert "### ceremonies" in (folder / "data/README.md").read_text(encoding="utf-8")


# --- embargo ---


def test_before_its_time_nothing_tells_of_it(built: Built, tmp_path: Path) -> None:
    """Not even the log of changes, although the record was public before."""
    folder = portal(tmp_path / "portal")
    assert run(folder, "snapshot").returncode == 0
    assert "lantern-welcome" in (folder / "published/records/ceremonies.csv").read_text()
    (folder / "published/addresses.txt").unlink()
    text = (folder / RECORD).read_text(encoding="utf-8")
    put(folder, {RECORD: f"{text}public_from: 2026-12-24T09:00\n"})
    before = build(folder / "mkdocs.yml", tmp_path / "site")
    assert before.code == 0, before.output
    secrets = re.compile("lantern|燈會|燈下", re.IGNORECASE)
    found = [
        path
        for path, content in contents(before.folder).items()
        if secrets.search(path) or secrets.search(content.decode("utf-8", "ignore"))
    ]
    assert found == []
    assert not secrets.search(before.output)
    assert "Build again at 2026-12-24T09:00+08:00" in before.output
    changes = load(before.folder / "data/changes.json")["changes"]
    assert changes["ceremonies"]["not_named"] == {"removed": 1}
    assert not (before.folder / "ceremonies").exists()
    assert (before.folder / "data/ceremonies.csv").is_file()


def test_nothing_else_knows_of_it() -> None:
    files = {path for path in (PORTALS / "ceremonies").rglob("*") if path.is_file()}
    assert len([path for path in files if path.suffix != ".pyc"]) <= MOST_FILES
    ours = [p for p in (ROOT / "hooks").rglob("*") if p.suffix in (".py", ".j2", ".yaml", ".js")]
    assert [p for p in ours if "ceremonies" in p.read_text(encoding="utf-8")] == []
