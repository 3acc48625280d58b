"""Independent readers accept the open data, and they say the same as the pages."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from building import BASE
from parsed import Pages
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from portal.edition import Edition
from portal.model.records.kinds import KINDS
from portal.outputs.open_data.table import Table
from portal.outputs.open_data.tables import table_of, tables

SHAPES = Path(__file__).parents[1] / "shapes"

every_table = pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)


@pytest.fixture(scope="module")
def data(site: Path) -> Path:
    return site / "data"


def lines(data: Path, table: Table) -> list[dict[str, str]]:
    with (data / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@every_table
def test_all_forms_have_the_same_rows(data: Path, table: Table) -> None:
    assert (data / f"{table.name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    ids = [line["id"] for line in lines(data, table)]
    assert len(set(ids)) == len(ids)
    rows = load(data / f"{table.name}.json")
    assert [row["id"] for row in rows] == ids
    assert [column.name for column in table.columns] == list(lines(data, table)[0]) == list(rows[0])
    assert [node["id"] for node in load(data / f"{table.name}.jsonld")["@graph"]] == ids
    if table.has_points:
        features = load(data / f"{table.name}.geojson")["features"]
        assert [feature["properties"]["id"] for feature in features] == ids


def test_there_are_as_many_rows_as_pages(data: Path, edition: Edition) -> None:
    found = Counter(page.subject[0] for page in edition.pages.values() if page.subject)
    assert found.keys() == {kind.name for kind in KINDS.with_pages}
    for kind, count in found.items():
        assert len(lines(data, table_of(kind))) == count


@every_table
def test_each_row_leads_to_its_place_in_both_languages(
    data: Path, pages: Pages, table: Table
) -> None:
    for line in lines(data, table):
        for name, prefix in (("url_zh", ""), ("url_en", "en/")):
            if not line[name] and table.name == "countries":
                continue
            parts = urlsplit(line[name])
            assert parts.path.startswith(f"/{prefix}")
            page = pages[parts.path.removeprefix("/")]
            assert not parts.fragment or page.get_element_by_id(parts.fragment) is not None


@pytest.mark.filterwarnings("ignore")
def test_frictionless_accepts_the_package_and_every_file(data: Path) -> None:
    from frictionless import Package

    report = Package(str(data / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "message"])
    described = {resource["path"] for resource in load(data / "datapackage.json")["resources"]}
    assert report.stats["tasks"] == len(described)
    assert {f"{table.name}.csv" for table in tables()} < described


@pytest.mark.filterwarnings("ignore")
def test_frictionless_would_find_a_wrong_cell(data: Path, tmp_path: Path) -> None:
    from frictionless import Package

    for path in filter(Path.is_file, data.iterdir()):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / "sources.csv").read_bytes()
    (tmp_path / "sources.csv").write_bytes(text.replace(b"2026-10-01", b"yesterday!"))
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert {"type-error", "hash-count"} <= {row[0] for row in report.flatten(["type"])}


@pytest.mark.filterwarnings("ignore")
def test_the_catalog_follows_dcat_ap(data: Path) -> None:
    from pyshacl import validate

    graph = Graph().parse(data / "catalog.ttl")
    assert isomorphic(graph, Graph().parse(data / "catalog.jsonld", format="json-ld"))
    shapes = Graph()
    for name in ("shapes", "range"):
        shapes.parse(SHAPES / f"dcat-ap-3.0.1-{name}.ttl")
    conforms, _, report = validate(graph, shacl_graph=shapes)
    assert conforms, report
    dcat = "http://www.w3.org/ns/dcat#downloadURL"
    offered = {str(address) for address in graph.objects(None, URIRef(dcat))}
    statistics = {path.name for path in (data / "statistics").iterdir()}
    assert statistics
    assert {f"{BASE}data/statistics/{name}" for name in statistics} <= offered
    title = URIRef("http://purl.org/dc/terms/title")
    graph.remove((URIRef(f"{BASE}data/catalog.ttl#cities"), title, None))
    assert not validate(graph, shacl_graph=shapes)[0]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
@every_table
def test_json_ld_is_rdf_that_names_rows_by_their_pages(
    data: Path, pages: Pages, table: Table
) -> None:
    graph = Graph().parse(data / f"{table.name}.jsonld", format="json-ld")
    named = {str(node) for node in graph.subjects() if isinstance(node, URIRef)}
    assert len(named) == len(lines(data, table))
    if table.has_pages:
        assert named == {line["url_zh"] for line in lines(data, table)}
    own = {str(name) for name in graph.predicates() if str(name).startswith(BASE)}
    page = pages[table.page]
    for name in own:
        address, _, field = name.partition("#")
        assert address == f"{BASE}{table.page}"
        assert page.get_element_by_id(field) is not None


@pytest.mark.parametrize("table", [table_of("homes"), table_of("cities")], ids=["homes", "cities"])
def test_geojson_has_points_on_the_earth(data: Path, table: Table) -> None:
    content = load(data / f"{table.name}.geojson")
    assert content["type"] == "FeatureCollection"
    points = [f["geometry"]["coordinates"] for f in content["features"] if f["geometry"]]
    assert points
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)
    assert any(lon > 90 for lon, _ in points), "longitude comes first"


def test_the_sums_are_those_of_the_files(data: Path) -> None:
    sums = {}
    for line in (data / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        sums[name] = digest
    paths = {path.relative_to(data).as_posix(): path for path in data.rglob("*") if path.is_file()}
    del paths["SHA256SUMS"]
    files = {name: path.read_bytes() for name, path in paths.items()}
    assert "statistics/ties-by-kind.csv" in files
    assert sums == {name: hashlib.sha256(text).hexdigest() for name, text in files.items()}
    for resource in load(data / "datapackage.json")["resources"]:
        assert resource["hash"] == f"sha256:{sums[resource['path']]}"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_page_offers_every_file_with_its_size(site: Path, pages: Pages, prefix: str) -> None:
    page = pages[f"{prefix}open-data/"]
    offered = {link.get("href") for link in page.iterfind(".//main//a[@download]")}
    up = "../../" if prefix else "../"
    files = filter(Path.is_file, (site / "data").iterdir())
    assert offered == {f"{up}data/{path.name}" for path in files}
    assert page.xpath("//main//a[@href='../statistics/']")
    license_ = page.xpath("//a[contains(@rel, 'license')]/@href")
    assert license_ == [f"https://data.gov.tw/{prefix}license"]
    assert "OGDL-Taiwan-1.0" in page.text_content()
    (cities,) = page.xpath("//tr[th/a[contains(@href, 'cities/')]]")
    rows = len(load(site / "data" / "cities.json"))
    assert cities.xpath("string(td[1])") == str(rows)


@every_table
def test_a_page_explains_every_column_in_both_languages(pages: Pages, table: Table) -> None:
    for prefix in ("", "en/"):
        page = pages[f"{prefix}{table.page}"]
        (first, *_) = page.find_class("dictionary")
        rows = first.xpath("./tbody/tr")
        assert [row.xpath("string(th)") for row in rows] == [c.name for c in table.columns]
        assert all(row.xpath("string(td[2])").strip() for row in rows)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_footer_and_site_map_lead_to_it(pages: Pages, prefix: str) -> None:
    for address in ("cities/", "site-map/"):
        page = pages[f"{prefix}{address}"]
        assert page.xpath("//footer//a[@href='../open-data/']")
    assert pages[f"{prefix}site-map/"].xpath("//main//a[@href='../open-data/']")
