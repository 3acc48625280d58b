"""A comparison tells nothing of what is kept back but the title and the moment of what will be public."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from secrecy.everything import read
from secrecy.marks import traces
from secrecy.sample import FIRST, Sample

from portal.comparison.comparison import compare_sides
from portal.comparison.in_json import in_json
from portal.comparison.in_markdown import in_markdown
from portal.comparison.side import Side
from portal.comparison.told import told

COMING = ("public_from", "date")
"""Ways in which a record is kept back only for a time."""


def texts(value: object) -> set[str]:
    """Every name and title of a record or of its language."""
    return set(value.values()) if isinstance(value, dict) else set()


@pytest.mark.parametrize("seed", FIRST)
def test_only_what_will_be_public_is_named(seed: int, tmp_path: Path) -> None:
    sample = Sample(seed)
    sample.write(tmp_path / "before", sample.rest().kept)
    sample.write(tmp_path / "after")
    before, after = (Side(read(tmp_path / name)) for name in ("before", "after"))
    for sides in ((before, after), (after, before)):
        found = compare_sides(*sides)
        data = in_json(found)
        times = data.pop("times")
        assert traces({"json": json.dumps(data, ensure_ascii=False).encode()}) == []
        named = {text for change in times for text in texts(change["title"])}
        never = [raw.data for raw in sample.records if raw.why and raw.why not in COMING]
        for record in never:
            assert not named & (texts(record.get("title")) | texts(record.get("name")))
        found.times.changes.clear()
        assert traces({"markdown": in_markdown(told(found)).encode()}) == []
