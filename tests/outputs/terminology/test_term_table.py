from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

from outputs.terminology.terms_portal import GLOSSARY, SITE, term_file, terms_portal

from portal.edition import Edition


def rows(edition: Edition) -> dict[tuple[str, str], dict[str, str]]:
    text = term_file(edition, "csv").decode("utf-8-sig")
    return {(row["id"], row["term"]): row for row in csv.DictReader(StringIO(text))}


def test_a_row_is_a_word_with_both_languages_beside_each_other(portal_folder: Path) -> None:
    edition = terms_portal(portal_folder)
    assert term_file(edition, "csv").startswith(b"\xef\xbb\xbfkind,id,preferred_zh,preferred_en,")
    row = rows(edition)["sister-city", "締盟市"]
    assert (row["preferred_zh"], row["preferred_en"]) == ("姊妹市", "sister city")
    assert (row["status_zh"], row["status_en"]) == ("首選", "preferred")
    assert (row["homes"], row["homes_zh"], row["homes_en"]) == ("alpha", "甲市", "Alpha")
    assert row["definition_en"] == "A foreign city with ties that rest on a signed text."
    assert row["url_en"] == f"{SITE}en/glossary/sister-city/"
    assert rows(edition)["2030-agenda", "pledge"]["forms"] == "pledged|pledging"
    assert rows(edition)["jp-kaga", "Kaga"]["kind"] == "cities"


def test_no_cell_is_a_formula(portal_folder: Path) -> None:
    text = GLOSSARY.replace("term: twin town (UK)", 'term: "=twin(town)"')
    assert ("sister-city", "'=twin(town)") in rows(terms_portal(portal_folder, text))


def test_json_leaves_out_what_is_not_known(portal_folder: Path) -> None:
    entries = {one["id"]: one for one in json.loads(term_file(terms_portal(portal_folder), "json"))}
    assert entries["tie"]["terms"] == [
        {"language": "zh", "term": "關係", "status": "preferred", "part_of_speech": "noun"},
        {"language": "en", "term": "tie", "status": "preferred", "part_of_speech": "noun"},
    ]
    assert "definition" not in entries["2030-agenda"]
    assert entries["2030-agenda"]["related"] == ["sister-city"]
