"""A record comes at its minute, without any change of the files; the build says when."""

from __future__ import annotations

from pathlib import Path

from building import build, small_portal
from releases import release

PAGE = "press/2026/news/index.html"


def test_a_build_holds_until_the_next_record_is_due(tmp_path: Path) -> None:
    config = small_portal(tmp_path / "portal")
    for path, text in release("news", "2026-12-01T10:00").items():
        file = config.parent / path
        file.parent.mkdir(parents=True)
        file.write_text(text.replace("alpha", "hualien-city"), encoding="utf-8")

    def outcome(moment: str) -> tuple[str, bool]:
        built = build(config, tmp_path / "site", PORTAL_TODAY=moment)
        assert built.code == 0, built.output
        return built.output, (built.folder / PAGE).is_file()

    first, is_out = outcome("2026-12-01T09:58")
    assert "Build again at 2026-12-01T10:00+08:00" in first
    assert "news" not in first
    assert not is_out
    again, is_out = outcome("2026-12-01T09:59")
    assert "Nothing has changed" in again
    assert not is_out
    after, is_out = outcome("2026-12-01T10:00")
    assert is_out
    assert "Build again at 2026" not in after  # later, ties without exchanges become quiet
    assert "Nothing has changed" in outcome("2026-12-01T10:01")[0]
    assert outcome("2026-12-01T09:59")[1] is False
