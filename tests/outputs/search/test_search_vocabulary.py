"""The names of an index, by which the page tells what is nearly a name without reading the index."""

from __future__ import annotations

import gzip

from portal.outputs.search.language_index import LanguageIndex
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_postings import postings
from portal.outputs.search.search_vocabulary import PARTS, vocabularies

KAGA = SearchDocument(
    "cities/jp-kaga/",
    "cities",
    "加賀市",
    names=["Kaga", "Daishoji"],
    text="A place by the sea.",
    called="加賀市",
)


def plainly(word: str) -> tuple[str, bool]:
    return word[1:], True


def test_names_are_apart_by_script_and_words_of_texts_are_not_among_them() -> None:
    found = vocabularies(
        {"=kaga": "1B", "=加贺": "1A2D", "kaga": "1A", "sea": "1A", ":kagajapan": "1A"}, plainly
    )
    assert {script: names.whole for script, names in found.items()} == {
        "characters": "加贺A",
        "letters": "kagaB",
    }


def test_of_several_things_of_one_name_the_weight_of_the_likeliest_is_told() -> None:
    assert vocabularies({"=perth": "3zD1aB2C"}, plainly)["letters"].whole == "perthB"


def test_what_nobody_types_as_a_whole_is_left_out() -> None:
    found = vocabularies({f"={'a' * 40}": "1A", f"={'加' * 20}": "1A", "=2014": "1A"}, plainly)
    for names in found.values():
        assert not names.whole
        assert not any(names.parts)


def test_a_name_lies_with_those_that_begin_as_it_does() -> None:
    letters = vocabularies({"=kaga": "1A", "=kobe": "1A", "=tsu": "1A"}, plainly)["letters"]
    assert letters.parts[ord("k") % PARTS] == "Akaga\nAkobe"
    assert letters.parts[ord("t") % PARTS] == "Atsu"


def lines(documents: list[SearchDocument]) -> set[str]:
    """All lines of the small files of an index."""
    index = LanguageIndex()
    index.update(documents, 100)
    files = index.files()
    small = [raw for path, raw in files.items() if path.startswith("names/") and "-" in path]
    return {line for raw in small for line in gzip.decompress(raw).decode().split("\n") if line}


def test_a_name_is_told_as_its_page_writes_it() -> None:
    shown = SearchDocument(
        "cities/jp-kaga/",
        "cities",
        "加賀市",
        names=["Kaga", "KAGA-SHI", "A=B"],
        shown_names=[("en", "City of Kaga"), ("en", "A=B")],
    )
    assert lines([shown]) == {"A加賀市".replace("A", weight) for weight in "C"} | {
        "C加賀",
        "DKaga",
        "D加賀市=kagashi",
        "DA=B=ab",
    }


def test_of_several_things_of_one_name_the_likeliest_tells_how_it_is_written() -> None:
    term = SearchDocument("glossary/perth/", "glossary", "PERTH")
    city = SearchDocument("cities/au-perth/", "cities", "Perth")
    assert lines([term, city]) == lines([city, term]) == {"CPerth"}


def test_what_is_written_otherwise_is_told_so_after_an_edit() -> None:
    index = LanguageIndex()
    for title in ("KAGA", "Kaga"):
        index.update([SearchDocument("cities/jp-kaga/", "cities", title)], 100)
    again = LanguageIndex()
    again.update([SearchDocument("cities/jp-kaga/", "cities", "Kaga")], 100)
    assert index.files() == again.files()


def test_a_name_changes_the_file_of_its_script_alone() -> None:
    index = LanguageIndex()
    index.update([KAGA], 100)
    before = index.files().keys()
    index.update([KAGA, SearchDocument("cities/jp-tsu/", "cities", "Tsu")], 100)
    gone = {path for path in before - index.files().keys() if path.startswith("names/")}
    assert len({path.split("-")[0].removesuffix(".piece") for path in gone}) == 1


def test_another_name_leads_to_the_one_that_texts_use() -> None:
    words = postings(KAGA)
    assert {"kaga==加贺", "daishoji==加贺"} <= words.keys()
    assert not {word for word in words if word.startswith("加贺") and "==" in word}
