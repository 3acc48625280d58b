"""What has not changed is looked at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import drawing

from portal.data import media_file
from portal.data.media_facts import Facts, MediaFacts
from portal.data.media_file import read_file

KEY, OTHER = b"k" * 16, b"o" * 16
FACTS: Facts = (3, 4, "", "")


def never() -> Facts:
    raise AssertionError("looked at again")


def test_facts_are_kept_for_the_next_time_and_forgotten_if_unused(tmp_path: Path) -> None:
    path = tmp_path / "state" / "decoded"
    first = MediaFacts(path)
    assert first.of(KEY, lambda: FACTS) == FACTS
    assert first.of(KEY, never) == FACTS
    first.save()
    second = MediaFacts(path)
    assert second.of(OTHER, lambda: FACTS) == FACTS
    second.save()
    third = MediaFacts(path)
    assert third.of(OTHER, never) == FACTS
    with pytest.raises(AssertionError):
        third.of(KEY, never)


def test_nothing_is_written_where_nothing_was_found(tmp_path: Path) -> None:
    MediaFacts(tmp_path / "state" / "decoded").save()
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    facts = MediaFacts(tmp_path / "state" / "decoded")
    assert facts.of(KEY, lambda: FACTS) == FACTS
    facts.save()


def test_a_picture_is_decoded_when_its_content_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data" / "2026" / "news"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(drawing(700, 300))

    def read() -> list[tuple[int, str]]:
        known = MediaFacts(tmp_path / "decoded")
        files = (read_file(path.name, path, known) for path in folder.iterdir())
        found = [(one.width, one.fault) for one in files]
        known.save()
        return found

    assert read() == [(700, "")]
    with monkeypatch.context() as patch:
        patch.setattr(media_file, "_facts", lambda raw, form: never())
        assert read() == [(700, "")]
        (folder / "a.png").rename(folder / "b.png")
        assert read() == [(700, "")]
    (folder / "b.png").write_bytes(drawing(800, 300))
    assert read() == [(800, "")]
