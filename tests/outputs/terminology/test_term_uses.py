from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from outputs.terminology.used_terms import GLOSSARY, exchange, used_portal

from portal.edition import Edition
from portal.model.records.record import Record
from portal.outputs.terminology import term_uses as module
from portal.outputs.terminology.term_uses import TermUses
from portal.outputs.terminology.using_texts import UsingText, texts_of_record

BUREAU = exchange("a", "民政局是認養局處。", "It was the adopting bureau.")
OTHER = exchange("b", "參觀花園。", "They saw the garden.")


def uses(edition: Edition, concept: str, kept: Path | None = None) -> dict[str, tuple[str, str]]:
    """By the page that names the concept, its example in both languages, empty if there is none."""
    basis = edition.basis
    found = TermUses(basis.catalog, basis.terms, lambda: basis.written.pages, kept).of(concept)
    return {
        f"{use.kind}/{use.record}/{use.owner}".rstrip("/"): (
            (use.example.zh.text, use.example.en.text) if use.example else ("", "")
        )
        for use in found
    }


def test_a_text_that_names_a_concept_is_a_use(portal_folder: Path) -> None:
    found = uses(used_portal(portal_folder, BUREAU, OTHER), "bureau")
    assert found == {"exchanges/2020-a": ("民政局是認養局處。", "It was the adopting bureau.")}


def test_a_text_of_a_tie_is_used_on_its_page(portal_folder: Path) -> None:
    found = uses(used_portal(portal_folder), "sister-city")
    assert found["cities/jp-kaga/alpha"][0] == "甲市稱姊妹市為盟市。"
    assert "cities/jp-kaga" not in found


def test_definitions_use_other_concepts_and_never_themselves(portal_folder: Path) -> None:
    assert "glossary/bureau" in uses(used_portal(portal_folder), "sister-city")
    own = GLOSSARY.replace("長期往來的外地城市", "有姊妹市關係的城市")
    assert "glossary/sister-city" not in uses(
        used_portal(portal_folder, glossary=own), "sister-city"
    )


@pytest.mark.parametrize(
    ("zh", "en", "is_used"),
    [
        ("各單位到場。", "Each administrative unit came.", True),
        ("單位是公尺。", "It is given in meters.", False),
    ],
)
def test_a_short_word_is_meant_only_with_the_other_language(
    portal_folder: Path, zh: str, en: str, *, is_used: bool
) -> None:
    assert bool(uses(used_portal(portal_folder, exchange("a", zh, en)), "unit")) is is_used


def test_words_that_nothing_explains_are_no_use(portal_folder: Path) -> None:
    text = exchange("a", "民政局是[認養局處](#)。", "It was the [adopting bureau](#).")
    assert uses(used_portal(portal_folder, text), "bureau") == {}


def test_a_text_without_pairs_is_a_use_without_example(portal_folder: Path) -> None:
    text = exchange("a", "民政局來了。\n\n那是認養局處。", "It came: the adopting bureau.")
    assert uses(used_portal(portal_folder, text), "bureau") == {"exchanges/2020-a": ("", "")}


def test_what_is_not_public_uses_nothing(portal_folder: Path) -> None:
    hidden = exchange(
        "a", "民政局是認養局處。", "It was the adopting bureau.", more="draft: true\n"
    )
    assert uses(used_portal(portal_folder, hidden), "bureau") == {}


def test_only_changed_records_are_looked_into(
    portal_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "uses"
    looked: list[str] = []
    look = texts_of_record

    def noted(record: Record) -> Iterator[UsingText]:
        looked.append(record.id)
        return look(record)

    monkeypatch.setattr(module, "texts_of_record", noted)
    first = uses(used_portal(portal_folder, BUREAU, OTHER), "bureau", kept)
    looked.clear()
    assert uses(used_portal(portal_folder), "bureau", kept) == first
    assert looked == []
    changed = exchange("b", "那裡也有認養局處。", "It has an adopting bureau too.")
    assert len(uses(used_portal(portal_folder, changed), "bureau", kept)) == 2
    assert looked == ["2020-b"]


def test_another_word_is_looked_for_in_all_records(portal_folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "uses"
    assert "exchanges/2020-b" not in uses(used_portal(portal_folder, OTHER), "bureau", kept)
    other = GLOSSARY.replace("認養局處", "花園").replace("adopting bureau", "garden")
    assert "exchanges/2020-b" in uses(used_portal(portal_folder, glossary=other), "bureau", kept)
