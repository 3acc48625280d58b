"""Our own words, whatever they are, come back from the exchange formats as they went out."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.data.document import read_document
from portal.edition import Edition
from portal.model.terminology.term_base import build_term_base
from portal.outputs.terminology.terminology_output import PATHS, Terminology
from portal.term_import.glossary_merge import merge
from portal.term_import.term_file import read_term_file


@pytest.mark.parametrize("kind", ["csv", "tbx"])
def test_what_was_exported_changes_nothing(edition: Edition, tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"terms.{kind}"
    file.write_bytes(bytes(edition.output(Terminology).files(edition).whole[PATHS[kind]]))
    text = (edition.basis.root / "data" / "glossary.yaml").read_text(encoding="utf-8")
    records = read_document("", text).value
    given = read_term_file(file, file.name)
    change = merge(given.entries, records, build_term_base(edition.catalog))
    assert (given.problems, given.unread, change.problems, change.names) == ([], {}, [], [])
    assert [one.id for one in change.concepts if one.changes or one.kept] == []
    assert len(change.concepts) == len(edition.catalog.glossary) > 0
    assert change.same_names > 0
