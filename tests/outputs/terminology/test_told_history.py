from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from damaged import MINIMAL
from lxml import etree
from outputs.terminology.tbx_judge import tbx_faults
from outputs.terminology.terms_portal import SITE, published_portal, term_file, terms_portal
from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from portal.edition import Edition

NS = {"t": "urn:iso:std:iso:30042:ed-2"}
Told = list[tuple[str, ...]]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = tmp_path_factory.mktemp("published") / "portal"
    return published_portal(Path(shutil.copytree(MINIMAL, folder)))


def transactions(edition: Edition, concept: str) -> Told:
    """Sort, day and words of each, in the file for translation tools."""
    root = etree.fromstring(term_file(edition, "tbx"))
    groups = root.iterfind(f".//t:conceptEntry[@id='glossary.{concept}']/t:transacGrp", NS)
    return [tuple(part.text or "" for part in group) for group in groups]


def notes(edition: Edition, concept: str, sort: URIRef) -> set[tuple[str, ...]]:
    """Day and words of each note of a sort, in the thesaurus."""
    graph = Graph().parse(data=term_file(edition, "ttl"), format="turtle")
    found = set()
    for note in graph.objects(URIRef(f"{SITE}glossary/{concept}/"), sort):
        day = graph.value(note, DCTERMS.date)
        assert isinstance(day, Literal)
        assert day.datatype == XSD.date
        words = sorted(graph.objects(note, RDF.value), key=lambda one: getattr(one, "language", ""))
        assert [getattr(one, "language", "") for one in words] == ["en", "zh-Hant-TW"]
        found.add((str(day), *map(str, words)))
    return found


def test_a_translation_tool_reads_what_became_of_an_entry_the_oldest_first(
    edition: Edition,
) -> None:
    assert tbx_faults(term_file(edition, "tbx")) == []
    assert transactions(edition, "tie") == [
        ("modification", "2020-03-01", "更正：原誤作「單位」。", "Corrected: It said unit (R&D)."),
        ("modification", "2020-05-01", "內容更新", "Content updated"),
        (
            "modification",
            "2020-05-02",
            "查證用語、定義與出處",
            "Terms, definition and sources verified",
        ),
    ]
    assert transactions(edition, "2030-agenda") == [
        ("origination", "2020-02-01", "首次發布", "First published"),
        ("modification", "2020-04-01", "發布變更：各語言用語", "Changes published: Terms"),
    ]


def test_nobody_is_told_that_an_entry_began_when_its_changes_began_to_be_noted(
    edition: Edition,
) -> None:
    """Translation tools would show the day as that of its origin; a thesaurus has a note for what was before."""
    assert not [one for one in transactions(edition, "tie") if one[0] == "origination"]
    assert transactions(edition, "sister-city")[0][0] == "modification"
    since = ("2020-01-01", "Already published; changes are recorded from this day on")
    assert {one[:2] for one in notes(edition, "tie", SKOS.historyNote)} == {since}
    assert notes(edition, "2030-agenda", SKOS.historyNote) == set()


def test_a_thesaurus_has_a_dated_note_of_each_change_in_both_languages(edition: Edition) -> None:
    assert notes(edition, "tie", SKOS.changeNote) == {
        ("2020-03-01", "Corrected: It said unit (R&D).", "更正：原誤作「單位」。"),
        ("2020-05-01", "Content updated", "內容更新"),
        ("2020-05-02", "Terms, definition and sources verified", "查證用語、定義與出處"),
    }
    assert notes(edition, "2030-agenda", SKOS.changeNote) == {
        ("2020-02-01", "First published", "首次發布"),
        ("2020-04-01", "Changes published: Terms", "發布變更：各語言用語"),
    }


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # of rdflib, about itself
def test_both_forms_of_the_thesaurus_tell_the_same_history(edition: Edition) -> None:
    turtle = Graph().parse(data=term_file(edition, "ttl"), format="turtle")
    linked = Graph().parse(data=term_file(edition, "jsonld"), format="json-ld")
    assert isomorphic(turtle, linked)


def test_a_program_reads_what_changed_by_the_names_of_columns(edition: Edition) -> None:
    entries = {one["id"]: one for one in json.loads(term_file(edition, "json"))}
    assert entries["2030-agenda"]["history"] == [
        {
            "date": "2020-02-01",
            "change": "added",
            "words": {"zh": "首次發布", "en": "First published"},
        },
        {
            "date": "2020-04-01",
            "change": "changed",
            "columns": ["terms"],
            "words": {"zh": "發布變更：各語言用語", "en": "Changes published: Terms"},
        },
    ]
    assert "history" not in entries["jp-kaga"]


def test_a_publication_alone_makes_the_files_anew(portal_folder: Path, tmp_path: Path) -> None:
    changed = published_portal(portal_folder, tmp_path)
    assert len(transactions(changed, "2030-agenda")) == 2
    glossary = (portal_folder / "data/glossary.yaml").read_text(encoding="utf-8")
    log = portal_folder / "published/changes.csv"
    kept = [line for line in log.read_text(encoding="utf-8").splitlines() if "2020-04" not in line]
    log.write_text("\n".join([*kept, ""]), encoding="utf-8")
    assert len(transactions(terms_portal(portal_folder, glossary, tmp_path), "2030-agenda")) == 1
