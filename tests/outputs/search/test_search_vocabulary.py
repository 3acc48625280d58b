"""The names of an index, by which the page tells what is nearly a name without reading the index."""

from __future__ import annotations

from portal.outputs.search.language_index import LanguageIndex
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_postings import postings
from portal.outputs.search.search_vocabulary import vocabularies

KAGA = SearchDocument(
    "cities/jp-kaga/",
    "cities",
    "加賀市",
    names=["Kaga", "Daishoji"],
    text="A place by the sea.",
    called="加賀市",
)


def test_names_are_apart_by_script_and_words_of_texts_are_not_among_them() -> None:
    found = vocabularies(
        {"=kaga": "1B", "=加贺": "1A2D", "kaga": "1A", "sea": "1A", ":kagajapan": "1A"}
    )
    assert found == {"characters": "加贺A", "letters": "kagaB"}


def test_of_several_things_of_one_name_the_weight_of_the_likeliest_is_told() -> None:
    assert vocabularies({"=perth": "3zD1aB2C"})["letters"] == "perthB"


def test_what_nobody_types_as_a_whole_is_left_out() -> None:
    assert vocabularies({f"={'a' * 40}": "1A", f"={'加' * 20}": "1A", "=2014": "1A"}) == {
        "characters": "",
        "letters": "",
    }


def test_a_name_changes_the_file_of_its_script_alone() -> None:
    index = LanguageIndex()
    index.update([KAGA], 100)
    before = index.files().keys()
    index.update([KAGA, SearchDocument("cities/jp-tsu/", "cities", "Tsu")], 100)
    gone = {path for path in before - index.files().keys() if path.startswith("names/")}
    assert len(gone) == 1


def test_another_name_leads_to_the_one_that_texts_use() -> None:
    words = postings(KAGA)
    assert {"kaga==加贺", "daishoji==加贺"} <= words.keys()
    assert not {word for word in words if word.startswith("加贺") and "==" in word}
