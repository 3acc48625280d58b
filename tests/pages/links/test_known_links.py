"""Links that were found before are found again without a parser, and are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.assembly import read_portal
from portal.data.store import recall
from portal.model.values.moment import Moment
from portal.pages.links import known_links
from portal.pages.links.known_links import KnownLinks
from portal.text.markdown import links

TEXTS = (
    "[a](/cities/), [b][c] <https://example.org/>\n\n[c]: /sources/ 'C'",
    "見[加賀](/cities/jp-kaga/#partnerships)。",
    "No link at all.",
    "`[a](/xyzzy/)`",
)

SADO = """
- id: jp-sado
  name: {zh: 佐渡, en: Sado}
  level: city
  country: JP
"""


def test_they_are_those_that_the_parser_finds(tmp_path: Path) -> None:
    for _ in range(2):
        known = KnownLinks(tmp_path / "links")
        assert [known.of(text) for text in TEXTS] == [links(text) for text in TEXTS]
        known.save()


def test_a_text_is_parsed_again_only_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = KnownLinks(tmp_path / "links")
    for text in TEXTS:
        first.of(text)
    first.save()
    parsed: list[str] = []
    monkeypatch.setattr(known_links, "links", parsed.append)
    second = KnownLinks(tmp_path / "links")
    for text in (*TEXTS, f"{TEXTS[0]} more"):
        second.of(text)
    assert parsed == [TEXTS[2], f"{TEXTS[0]} more"]


def test_what_nobody_asked_for_is_forgotten(tmp_path: Path) -> None:
    first = KnownLinks(tmp_path / "links")
    for text in TEXTS:
        first.of(text)
    first.save()
    second = KnownLinks(tmp_path / "links")
    second.of(TEXTS[1])
    second.save()
    assert list(recall(tmp_path / "links").values()) == [links(TEXTS[1])]


def test_a_link_that_died_is_told_although_its_text_is_as_it_was(
    portal_folder: Path, tmp_path: Path
) -> None:
    homes, cities = (portal_folder / "data" / name for name in ("homes.yaml", "cities.yaml"))
    text = homes.read_text("utf-8").rstrip()
    summary = "  summary: {zh: '見[它](/cities/jp-sado/)。', en: 'See [it](/cities/jp-sado/).'}"
    homes.write_text(f"{text}\n{summary}\n", encoding="utf-8")
    found = []
    for other in (SADO, ""):
        before = cities.read_text("utf-8").replace(SADO, "")
        cities.write_text(before + other, encoding="utf-8")
        edition = read_portal(portal_folder, Moment.parse("2026-11-22"), kept=tmp_path / "kept")
        found.append([problem.code for problem in edition.problems])
        assert len(recall(tmp_path / "kept" / "links")) > 1
    assert found == [[], ["dead-link"]]
