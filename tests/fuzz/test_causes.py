from __future__ import annotations

from pathlib import Path

import demonstration

from fuzz.causes import chosen, reason, told
from fuzz.noticing import copied


def test_one_slip_gives_one_problem(tmp_path: Path) -> None:
    root = copied(demonstration.FOLDER, tmp_path)
    found = told(root, chosen(root, 25, number=22))
    several = [(slip, problems) for slip, problems in found if len(problems) > 1]
    assert [
        (s.name, s.where, str(s.path), *(p.line("en") for p in ps))
        for s, ps in several
        if not reason(s)
    ] == []
