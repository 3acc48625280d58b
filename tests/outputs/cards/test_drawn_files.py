"""Cards and icons: the right size, the right letters, drawn only when something about them changed."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops

from portal.model.catalog.catalog import Catalog
from portal.outputs.cards import drawing
from portal.outputs.cards import drawn_files as module
from portal.outputs.cards.drawing import draw_card
from portal.outputs.cards.drawn_files import drawn_files
from portal.outputs.cards.letters import letters
from portal.resources import FONT

Read = Callable[[Mapping[str, str]], Catalog]

NAME = {"data/labels.yaml": "site.name: {zh: 烏坵鄉城市外交, en: Wuqiu City Diplomacy}\n"}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first words of everything that is drawn, in order."""
    words: list[str] = []

    def draw(job: tuple[str, tuple[str, str, str]]) -> tuple[str, tuple[object, bytes]]:
        words.append(job[1][0])
        return job[0], (job[1], "".join(job[1]).encode())

    monkeypatch.setenv("PORTAL_PROCESSES", "1")
    monkeypatch.setattr(module, "_draw", draw)
    return words


def test_each_kind_has_a_card_in_each_language_and_the_site_has_icons(
    catalog: Read, tmp_path: Path
) -> None:
    made = drawn_files(catalog({}), tmp_path / "kept")
    sizes = {path: Image.open(io.BytesIO(png)).size for path, png in made.items()}
    kinds = ("site", "home", "city", "organization", "exchange", "press_release", "trip_report")
    for kind in (*kinds, "plan", "concept"):
        for locale in ("zh", "en"):
            assert sizes.pop(f"assets/cards/{kind}.{locale}.png") == (1200, 630)
    assert sizes == {f"assets/portal-{side}.png": (side, side) for side in (180, 192, 512)}
    assert len(set(made.values())) == len(made)
    assert max(map(len, made.values())) < 60_000


def test_the_same_words_give_the_same_bytes(catalog: Read, tmp_path: Path) -> None:
    first = drawn_files(catalog({}), tmp_path / "first")
    drawing._ground.cache_clear()
    assert drawn_files(catalog({}), tmp_path / "second") == first


def test_what_has_not_changed_is_not_drawn_again(
    catalog: Read, tmp_path: Path, drawn: list[str]
) -> None:
    kept = tmp_path / "kept"
    first = drawn_files(catalog({}), kept)
    assert len(drawn) == len(first)
    drawn.clear()
    assert drawn_files(catalog({}), kept) == first
    assert drawn == []
    drawn_files(catalog({"data/labels.yaml": "cities.title: {zh: 姊妹市, en: Cities}\n"}), kept)
    assert drawn == ["姊妹市"]
    drawn.clear()
    assert drawn_files(catalog(NAME), kept)["assets/cards/site.zh.png"].startswith(
        "烏坵鄉".encode()
    )
    assert "180" not in drawn


def test_a_damaged_store_is_drawn_anew(catalog: Read, tmp_path: Path, drawn: list[str]) -> None:
    kept = tmp_path / "kept"
    first = drawn_files(catalog({}), kept)
    drawn.clear()
    kept.write_bytes(kept.read_bytes()[:-3] + b"bad")
    assert drawn_files(catalog({}), kept) == first
    assert len(drawn) == len(first)


def test_the_font_has_every_letter_that_is_promised() -> None:
    with TTFont(FONT, lazy=True) as font:
        assert set(map(ord, letters())) == set(font.getBestCmap())
    assert set("臺北市高雄臺中花蓮縣連江金門烏坵茄萣姊妹市ABCxyz019—’、，。（）") <= letters()
    assert not set("𡘙龘你们国") - set("你") <= letters()


@pytest.mark.parametrize(
    "title",
    [
        "市",
        "City Diplomacy Portal",
        "Kaohsiung City Government International Affairs and City Diplomacy Portal",
        "臺北市、高雄市、臺中市與花蓮縣國際事務暨城市外交資訊公開入口網",
        "無" * 400,
        "Llanfair" * 12,
    ],
)
def test_a_title_of_any_length_stays_inside_its_margin(title: str) -> None:
    card, bare = (
        Image.open(io.BytesIO(draw_card(words, "", FONT))).convert("L").crop((0, 180, 1200, 438))
        for words in (title, "")
    )
    box = ImageChops.difference(card, bare).point([0] * 60 + [255] * 196).getbbox()
    assert box is not None
    assert box[0] >= 76
    assert box[1] > 16
    assert box[2] <= 1124


def test_a_line_never_begins_with_a_comma() -> None:
    face = drawing._face(FONT, 48)
    lines = drawing._lines("臺北市、高雄市、" * 12, face)
    assert len(lines) > 2
    assert not [line for line in lines if line.startswith("、")]
    assert "".join(lines) == "臺北市、高雄市、" * 12
