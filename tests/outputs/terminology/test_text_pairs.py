from __future__ import annotations

from pathlib import Path

from lxml import etree
from outputs.terminology.terms_portal import GLOSSARY, term_file, terms_portal

from portal.edition import Edition
from portal.outputs.terminology.text_pairs import text_pairs

TWO = GLOSSARY.replace(
    "{zh: 兩地政府間的長期往來。, en: Lasting relations of two governments.}",
    "{zh: 往來。也稱關係（簡稱）。, en: Relations (e.g. of St. Louis). Also called a tie.}",
)

RELEASE = """\
id: news
title: {zh: 新聞, en: News}
lead: {zh: 摘要。, en: A lead.}
date: 2026-01-05
category: announcements
issuer: alpha
homes: [alpha]
body:
  zh: |-
    第一段。

    第二段。
  en: |-
    The first.
"""


def pairs(edition: Edition) -> dict[str, tuple[str, bool]]:
    return {one.zh: (one.en, one.is_sentence) for one in text_pairs(edition.catalog)}


def test_sentences_are_paired_where_both_have_as_many(portal_folder: Path) -> None:
    found = pairs(terms_portal(portal_folder, TWO))
    assert found["往來。"] == ("Relations (e.g. of St. Louis).", True)
    assert found["也稱關係（簡稱）。"] == ("Also called a tie.", True)


def test_else_the_paragraph_is_the_pair(portal_folder: Path) -> None:
    one = TWO.replace(" Also called a tie.", "")
    found = pairs(terms_portal(portal_folder, one))
    assert found["往來。也稱關係（簡稱）。"] == ("Relations (e.g. of St. Louis).", False)


def test_texts_with_other_paragraphs_are_left_out(portal_folder: Path) -> None:
    files = {"data/press_releases/2026/news.yaml": RELEASE}
    assert "第一段。" not in pairs(terms_portal(portal_folder, more=files))
    files = {"data/press_releases/2026/news.yaml": f"{RELEASE}\n    The second.\n"}
    assert pairs(terms_portal(portal_folder, more=files))["第二段。"] == ("The second.", True)


def test_pairs_are_what_readers_see(portal_folder: Path) -> None:
    """Neither marks nor the ends of lines of the source, between Chinese characters not even a space."""
    body = RELEASE.replace("第一段。\n\n    第二段。", "兩地**締結**\n    [姊妹市](/cities/)。")
    body = body.replace("The first.", "The two became\n    [sister cities](/cities/).")
    found = pairs(terms_portal(portal_folder, more={"data/press_releases/2026/news.yaml": body}))
    assert found["兩地締結姊妹市。"] == ("The two became sister cities.", True)


def test_a_translation_memory_has_every_pair_in_both_languages(edition: Edition) -> None:
    root = etree.fromstring(term_file(edition, "memory"))
    header = root.find("header")
    assert header is not None
    assert (header.get("srclang"), header.get("segtype")) == ("zh-Hant-TW", "sentence")
    units = [[seg.text for seg in unit.iter("seg")] for unit in root.iter("tu")]
    assert units == [[one.zh, one.en] for one in text_pairs(edition.catalog)]
    assert len(units) > 50


def test_only_changed_records_are_looked_into(portal_folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "pairs"
    first = text_pairs(terms_portal(portal_folder).catalog, kept)
    assert text_pairs(terms_portal(portal_folder).catalog, kept) == first
    changed = text_pairs(terms_portal(portal_folder, TWO).catalog, kept)
    assert changed == text_pairs(terms_portal(portal_folder, TWO).catalog) != first
