"""Both statements on accessibility say what was kept of the last run over the whole site."""

from __future__ import annotations

import pytest
from accessibility import results, wording


@pytest.mark.parametrize("lang", wording.STATEMENTS)
def test_the_statement_says_when_and_with_what(lang: str) -> None:
    part = wording.SECTION.search(wording.STATEMENTS[lang].read_text(encoding="utf-8"))
    assert part is not None
    assert part[0] == wording.statement(results.read(), lang)
