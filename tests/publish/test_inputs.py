from __future__ import annotations

import os
from pathlib import Path

from portal.publish.inputs import inputs_digest


def test_the_digest_changes_with_every_name_and_byte(tmp_path: Path) -> None:
    def now() -> bytes:
        return inputs_digest([tmp_path], ["2026-11-22"])

    found = [now()]
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    found.append(now())
    (tmp_path / "a.md").write_text("b", encoding="utf-8")
    found.append(now())
    (tmp_path / "a.md").rename(tmp_path / "b.md")
    found.append(now())
    (tmp_path / "b.md").rename(tmp_path / os.fsdecode(b"\xff.md"))
    found.append(now())
    assert len(set(found)) == len(found)
    assert now() == now() != inputs_digest([tmp_path], ["2026-11-23"])


def test_no_pipe_is_waited_for_and_no_link_followed(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    os.mkfifo(tmp_path / "inputs" / "pipe.yaml")
    (tmp_path / "outside").write_text("a", encoding="utf-8")
    (tmp_path / "inputs" / "link").symlink_to("../outside")
    before = inputs_digest([tmp_path / "inputs"], [])
    (tmp_path / "outside").write_text("b", encoding="utf-8")
    assert inputs_digest([tmp_path / "inputs"], []) == before
    (tmp_path / "inputs" / "pipe.yaml").unlink()
    assert inputs_digest([tmp_path / "inputs"], []) != before
