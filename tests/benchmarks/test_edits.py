"""Every edit that is measured leaves a portal without problems."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import TODAY, write_corpus
from benchmarks.edits import build_edits, preview_edits
from portal.assembly import read_portal
from portal.model.values.moment import Moment


def test_edits_can_be_made_again_and_again(tmp_path: Path) -> None:
    write_corpus(tmp_path, 20)
    for mark in ("7000001", "7000002"):
        for edit in (*build_edits(tmp_path), *preview_edits(tmp_path)):
            edit.make(tmp_path, mark)
        assert read_portal(tmp_path, Moment.parse(TODAY)).problems == []
    texts = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()]
    assert not [text for text in texts if "7000001" in text]
    assert sum("7000002" in text for text in texts) == 5
