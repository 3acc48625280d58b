"""Both forms of a graph say the same, whatever its words hold."""

from __future__ import annotations

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from portal.outputs.open_data.rdf import json_ld, turtle

PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "x": "https://x.example/#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # of rdflib, about itself
@pytest.mark.parametrize("text", ['"quoted"', "a\\b", "line\nline", "\u0007 bell", "臺灣", "'''"])
def test_they_are_the_same_graph(text: str) -> None:
    part = {"@id": "https://x.example/b", "@type": "x:Part", "x:name": text}
    graph = {
        "@id": "https://x.example/a",
        "@type": "x:Whole",
        "dct:title": [{"@value": text, "@language": "zh-Hant-TW"}],
        "x:size": {"@value": "12", "@type": "xsd:integer"},
        "x:has": [part, {"@id": "https://x.example/c", "x:has": part}],
        "x:sum": {"@type": "x:Sum", "x:value": text},
    }
    first = Graph().parse(data=turtle(graph, PREFIXES), format="turtle")
    second = Graph().parse(data=json_ld(graph, PREFIXES), format="json-ld")
    assert len(first) == 11
    assert isomorphic(first, second)
