"""By our own term base, the check of words tells what was found wrong in the first documents, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from worded import pair, said

from portal.edition import Edition
from portal.model.lint.word_check import WordCheck
from portal.model.terminology.term_base import build_term_base

NOTES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("seed_notes.yaml").read_text("utf-8")
)


def test_what_is_wrong_in_the_first_documents_is_told(edition: Edition) -> None:
    check = WordCheck(build_term_base(edition.catalog))
    told = {
        name: said(check.findings([pair(note["zh"], note["en"], note["home"])]))
        for name, note in NOTES.items()
    }
    assert told == {name: note["told"] for name, note in NOTES.items()}
