from __future__ import annotations

from pathlib import Path

from portal.outputs.site.stylesheet import stylesheet


def test_a_portals_own_part_takes_the_place_of_its_namesake(tmp_path: Path) -> None:
    for folder, name, text in (
        ("generator", "2-base.css", "b { c: d }  /* Ours. */"),
        ("generator", "1-tokens.css", "a {}"),
        ("portal", "1-tokens.css", "own {}"),
        ("portal", "9-more.css", "more {}"),
    ):
        path = tmp_path / folder / "styles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ours, own = tmp_path / "generator", tmp_path / "portal"
    assert stylesheet(ours, own) == b"own {}\nb{c:d}\nmore {}"
    whole = stylesheet(ours, own, is_light=False)
    assert whole == b"own {}\nb { c: d }  /* Ours. */\nmore {}"
