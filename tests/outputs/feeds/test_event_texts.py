"""An event that is told as before is not written again, and one that is told otherwise always is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from portal.outputs.feeds.event_texts import EventTexts


class Writing:
    """What was written, in order."""

    def __init__(self, path: Path | None) -> None:
        self.texts, self.done = EventTexts(path), list[str]()

    def ask(self, *told: str) -> list[str]:
        return [self.texts.of((one, 2026), partial(self._write, one)) for one in told]

    def _write(self, one: str) -> str:
        self.done.append(one)
        return f"<{one}>"


def test_later_builds_write_what_is_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "events" / "zh"
    first = Writing(path)
    assert first.ask("a", "b", "a") == ["<a>", "<b>", "<a>"]
    assert first.done == ["a", "b"]
    first.texts.save()
    second = Writing(path)
    assert second.ask("b", "c") == ["<b>", "<c>"]
    assert second.done == ["c"]
    second.texts.save()
    third = Writing(path)
    third.ask("a", "b", "c")
    assert third.done == ["a"], "what nobody asked for is forgotten"


def test_nothing_is_kept_without_a_folder_or_in_one_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "events").write_text("in the way", encoding="utf-8")
    for path in (None, tmp_path / "events" / "zh"):
        for _ in range(2):
            writing = Writing(path)
            assert writing.ask("a") == ["<a>"]
            assert writing.done == ["a"]
            writing.texts.save()
