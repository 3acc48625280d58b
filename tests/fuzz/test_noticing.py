from __future__ import annotations

from pathlib import Path

import demonstration

from fuzz.noticing import copied, outcomes, reason
from fuzz.wrong_edits import sample, wrong_edits


def test_the_check_notices_what_is_wrong(tmp_path: Path) -> None:
    root = copied(demonstration.FOLDER, tmp_path)
    edits = sample(list(wrong_edits(root)), 150, number=20)
    passed = [edit for edit, noticed in outcomes(root, edits) if not noticed]
    assert [(edit.name, edit.where, edit.path) for edit in passed if not reason(edit)] == []
