from __future__ import annotations

from pathlib import Path

import pytest
from outputs.terminology.terms_portal import GLOSSARY, SITE, term_file, terms_portal
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from portal.edition import Edition

SISTER, TIE, AGENDA = (
    URIRef(f"{SITE}glossary/{name}/") for name in ("sister-city", "tie", "2030-agenda")
)
ZH = "zh-Hant-TW"


def graph(edition: Edition) -> Graph:
    return Graph().parse(data=term_file(edition, "ttl"), format="turtle")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # of rdflib, about itself
def test_both_forms_say_the_same(edition: Edition) -> None:
    linked = Graph().parse(data=term_file(edition, "jsonld"), format="json-ld")
    assert len(linked) > 100
    assert isomorphic(graph(edition), linked)


def test_it_keeps_the_rules_of_skos(edition: Edition) -> None:
    """Those of the reference (S9, S13, S14, S27), and that no one stands outside of the scheme."""
    found = graph(edition)
    labels = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
    concepts = set(found.subjects(RDF.type, SKOS.Concept))
    assert concepts
    assert not concepts & set(found.subjects(RDF.type, SKOS.ConceptScheme))
    for one in concepts:
        assert list(found.objects(one, SKOS.inScheme))
        preferred = [getattr(label, "language", "") for label in found.objects(one, SKOS.prefLabel)]
        assert sorted(preferred) == ["en", ZH]
        every = [label for how in labels for label in found.objects(one, how)]
        assert len(every) == len(set(every))
        above = set(found.transitive_objects(one, SKOS.broader)) - {one}
        assert not above & set(found.objects(one, SKOS.related))
        assert above <= concepts
        assert bool(above) != bool(list(found.objects(one, SKOS.topConceptOf)))


def test_words_have_the_label_that_their_status_gives_them(portal_folder: Path) -> None:
    found = graph(terms_portal(portal_folder))
    assert set(found.objects(SISTER, SKOS.prefLabel)) == {
        Literal("姊妹市", ZH),
        Literal("sister city", "en"),
    }
    assert set(found.objects(SISTER, SKOS.altLabel)) == {Literal("締盟市", ZH), Literal("SC", "en")}
    assert set(found.objects(SISTER, SKOS.hiddenLabel)) == {
        Literal("姐妹市", ZH),
        Literal("twin town (UK)", "en"),
    }
    notes = set(found.objects(SISTER, SKOS.note))
    assert Literal("「姐妹市」：不宜使用。正式用字為「姊」。", ZH) in notes
    assert Literal("“twin town (UK)”: avoid", "en") in notes
    scopes = set(found.objects(SISTER, SKOS.scopeNote))
    assert Literal("“締盟市”: wording of Alpha. The word of Alpha.", "en") in scopes


def test_relations_go_both_ways(portal_folder: Path) -> None:
    found = graph(terms_portal(portal_folder))
    assert set(found.objects(TIE, SKOS.narrower)) == {SISTER}
    assert set(found.objects(SISTER, SKOS.broader)) == {TIE}
    assert set(found.objects(AGENDA, SKOS.related)) == {SISTER}
    assert set(found.objects(SISTER, SKOS.exactMatch)) == {
        URIRef("https://www.wikidata.org/wiki/Q181")
    }


def test_a_concept_is_not_related_to_what_it_is_a_kind_of(portal_folder: Path) -> None:
    """SKOS forbids it (S27); the broader one says more."""
    both = GLOSSARY.replace("related: [2030-agenda]", "related: [tie]")
    found = graph(terms_portal(portal_folder, both))
    assert (SISTER, SKOS.broader, TIE) in found
    assert (SISTER, SKOS.related, None) not in found
