"""What record pages say to machines: right in schema.org's words, right as RDF, and the same in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from building import BASE
from parsed import Pages
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from vocabulary import objections

from portal.edition import Edition
from portal.model.values.locale import LOCALES
from portal.text.policy import HAN

SCHEMA = Namespace("https://schema.org/")

Document = dict[str, Any]

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib's own parser of JSON-LD still uses it."""


@pytest.fixture(scope="module")
def documents(pages: Pages) -> dict[str, Document]:
    """The data block of every page that has one, by the page's address."""
    found: dict[str, Document] = {}
    for path, page in pages.items():
        blocks = page.xpath("/html/head/script[@type='application/ld+json']/text()")
        assert len(blocks) < 2, path
        if blocks:
            found[path] = json.loads(blocks[0])
    return found


@pytest.fixture(scope="module")
def graph(documents: dict[str, Document]) -> Graph:
    """All that the site says, as RDF; schema.org's own context cannot be fetched, and names every term like this."""
    found = Graph()
    for path, document in documents.items():
        address, language = document["@context"]
        assert address == "https://schema.org"
        context = [{"@vocab": str(SCHEMA)}, language]
        text = json.dumps({**document, "@context": context})
        found.parse(data=text, format="json-ld", base=f"{BASE}{path}")
    return found


def test_the_front_page_and_those_of_records_say_what_they_are_about_and_no_list_does(
    documents: dict[str, Document], edition: Edition
) -> None:
    about = {page.path for page in edition.pages.values() if page.subject or page.nodes or page.tie}
    assert documents.keys() == {locale.prefix + path for path in ("", *about) for locale in LOCALES}


def test_types_and_properties_are_those_of_schema_org(documents: dict[str, Document]) -> None:
    for path, document in documents.items():
        for node in document["@graph"]:
            assert list(objections(node)) == [], path


def test_each_kind_of_record_has_the_narrowest_type(documents: dict[str, Document]) -> None:
    types = {node["@type"] for document in documents.values() for node in document["@graph"]}
    assert types > {"GovernmentOrganization", "City", "State", "Organization", "NGO", "Event"}
    assert types > {"NewsArticle", "Report", "CreativeWork", "DefinedTerm", "BreadcrumbList"}


def test_the_judge_finds_fault() -> None:
    faults: dict[str, Document] = {
        "Town": {"@type": "Town"},
        "headline": {"@type": "City", "headline": "x"},
        "containedIn is superseded": {"@type": "City", "containedIn": {"@type": "Place"}},
        "Person stands where": {"@type": "City", "address": {"@type": "Person"}},
        "eventStatus": {"@type": "Event", "eventStatus": "https://schema.org/Held"},
        "no property box": {"@type": "City", "geo": {"@type": "GeoCoordinates", "box": 1}},
        "City.name is no number": {"@type": "City", "name": 1},
    }
    for part, node in faults.items():
        assert any(part in line for line in objections(node)), part


def test_a_page_and_its_counterpart_speak_of_the_same_thing_in_their_own_words(
    documents: dict[str, Document],
) -> None:
    for path, document in documents.items():
        if path.startswith("en/"):
            continue
        zh, en = document["@graph"][0], documents[f"en/{path}"]["@graph"][0]
        assert zh["@type"] == en["@type"]
        if zh["@type"] in ("Article", "NewsArticle", "WebPage"):
            assert (zh["@id"], en["@id"]) == (f"{BASE}{path}", f"{BASE}en/{path}")
            assert (zh["inLanguage"], en["inLanguage"]) == ("zh-Hant-TW", "en")
            for node in (zh, en):
                assert node.get("mainEntityOfPage", node["@id"]) == node["@id"]
        else:
            assert zh["@id"] == en["@id"] == f"{BASE}{path}"
            assert (zh["url"], en["url"]) == (f"{BASE}{path}", f"{BASE}en/{path}")


def test_every_address_of_ours_is_that_of_a_page_or_a_file(
    graph: Graph, pages: Pages, site: Path
) -> None:
    found = {str(node) for triple in graph for node in triple}
    ours = {address for address in found if address.startswith(BASE)}
    assert ours
    for address in ours:
        path, _, anchor = address.removeprefix(BASE).partition("#")
        assert path in pages or (site / path).is_file(), address
        assert not anchor or pages[path].xpath("//*[@id=$id]", id=anchor), address


def test_names_carry_their_language(graph: Graph) -> None:
    shirasagi = URIRef(f"{BASE}cities/jp-shirasagi/")
    assert set(graph.objects(shirasagi, SCHEMA.name)) == {
        Literal("白鷺市", lang="zh-Hant-TW"),
        Literal("Shirasagi", lang="en"),
    }
    saebit = URIRef(f"{BASE}cities/kr-saebit/")
    names = set(graph.objects(saebit, SCHEMA.alternateName))
    assert {name.language for name in names if isinstance(name, Literal)} == {
        "zh-Hant-TW",
        "en",
        "ko",
    }
    assert (shirasagi, RDF.type, SCHEMA.City) in graph


def test_words_without_a_language_of_their_own_are_english_on_english_pages(
    documents: dict[str, Document],
) -> None:
    tagged = re.compile(r'{"@language": "[a-zA-Z-]+", "@value": "[^"]*"}')
    for path, document in documents.items():
        if path.startswith("en/"):
            text = json.dumps(document, ensure_ascii=False)
            assert not HAN.search(tagged.sub("", text)), path


def test_the_way_to_a_page_is_the_one_that_it_shows(
    documents: dict[str, Document], pages: Pages
) -> None:
    for path, document in documents.items():
        if path in ("", "en/") or path.endswith("open-data/"):
            continue  # nothing stands above it
        way = document["@graph"][-1]["itemListElement"]
        shown = pages[path].xpath("//nav[@class='crumbs']//li")[1:]
        titles = [item.text_content().strip() for item in shown]
        assert len(way) >= 2, path
        assert [step["name"] for step in way] == titles[: len(way)], path
        assert [step["position"] for step in way] == list(range(1, len(way) + 1))


def test_no_person_is_named(graph: Graph) -> None:
    assert not set(graph.subjects(RDF.type, SCHEMA.Person))
