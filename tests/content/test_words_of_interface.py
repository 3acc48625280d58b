"""The words that the generator has for the interface of every portal are those of our term base."""

from __future__ import annotations

from portal.edition import Edition
from portal.model.lint.record_passages import is_a_list, label_passage
from portal.model.lint.word_check import WordCheck
from portal.model.records.kinds import LABELS
from portal.model.terminology.term_base import build_term_base


def test_no_label_has_a_word_that_the_check_would_tell(edition: Edition) -> None:
    check = WordCheck(build_term_base(edition.catalog))
    labels = [row for row in edition.basis.loaded.of(LABELS) if not is_a_list(row)]
    found = [
        (one.line.where, one.rule, one.found, one.cure)
        for row in labels
        for one in check.findings([label_passage(row)])
    ]
    assert len(labels) > 1000
    assert found == []
