from __future__ import annotations

import re
from pathlib import Path

import yaml
from outputs.terminology.terms_portal import GLOSSARY, term_file, terms_portal


def test_the_rule_tells_what_to_write_in_place_of_a_word(portal_folder: Path) -> None:
    rule = yaml.safe_load(term_file(terms_portal(portal_folder), "substitutions"))
    assert rule["extends"] == "substitution"
    assert rule["message"].count("%s") == 2
    found = {
        right: [
            text
            for text in ("姐妹市", "a twin town (UK)", "twin towns (UK)")
            if re.search(wrong, text)
        ]
        for wrong, right in rule["swap"].items()
    }
    assert found == {"姊妹市": ["姐妹市"], "sister city": ["a twin town (UK)"]}


def test_a_word_that_is_right_for_something_else_is_not_told_of(portal_folder: Path) -> None:
    both = GLOSSARY.replace(
        "{term: tie, status: preferred}", "{term: twin town (UK), status: preferred}"
    )
    edition = terms_portal(portal_folder, both)
    assert term_file(edition, "reject") == b""
    assert "twin town" not in term_file(edition, "substitutions").decode()


def test_vocabularies_have_names_in_their_spelling_and_words_to_avoid(portal_folder: Path) -> None:
    edition = terms_portal(portal_folder)
    names = term_file(edition, "accept").decode().splitlines()
    assert {"2030 Agenda", "Alpha City Government", "Kaga", "SC"} <= set(names)
    assert "sister city" not in names
    assert term_file(edition, "reject").decode() == "(?i)twin town \\(UK\\)\n"


def test_the_dictionary_has_single_words_of_names_as_word_reads_it(portal_folder: Path) -> None:
    content = term_file(terms_portal(portal_folder), "dictionary")
    assert content.startswith(b"\xff\xfe")
    assert content.decode("utf-16").split("\r\n") == [
        "Agenda", "Alpha", "City", "Government", "Japan", "Kaga", "SC", "",
    ]  # fmt: skip
