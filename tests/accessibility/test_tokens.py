"""The colors of the style sheet keep their contrast: text 4.5:1, controls and marks of governments 3:1 (WCAG 2.2)."""

from __future__ import annotations

import re

import pytest

from portal.resources import TEMPLATES

SHEET = (TEMPLATES / "styles" / "1-tokens.css").read_text(encoding="utf-8")
LIGHT, _, DARK = SHEET.partition("@media (prefers-color-scheme: dark)")
HOMES = [f"home-{number}" for number in range(1, 9)]
LAND = 0.45
"""How much of its color the land lets through."""


def colors(text: str, selector: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in re.findall(re.escape(selector) + r" \{(.*?)\}", text, re.DOTALL):
        found |= dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block))
    return found


PAGE = {"light": colors(LIGHT, ":root"), "dark": colors(LIGHT, ":root") | colors(DARK, ":root")}
GROUNDS = {
    f"{mode}{' band' * on_band}": tokens | (colors(LIGHT, ".band") if on_band else {})
    for mode, tokens in PAGE.items()
    for on_band in (False, True)
}


def channels(color: str) -> list[float]:
    return [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def luminance(parts: list[float]) -> float:
    linear = [x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def land_on(tokens: dict[str, str], ground: str) -> list[float]:
    pairs = zip(channels(tokens["land"]), channels(tokens[ground]), strict=True)
    return [LAND * over + (1 - LAND) * under for over, under in pairs]


@pytest.mark.parametrize("mode", GROUNDS)
@pytest.mark.parametrize("home", HOMES)
def test_the_color_of_a_government_is_seen_on_every_ground(mode: str, home: str) -> None:
    tokens = GROUNDS[mode]
    names = ["band"] if mode.endswith("band") else ["paper", "panel", "sea"]
    grounds = [channels(tokens[name]) for name in names] + [land_on(tokens, names[-1])]
    assert all(contrast(channels(tokens[home]), ground) >= 3 for ground in grounds)


@pytest.mark.parametrize("mode", PAGE)
@pytest.mark.parametrize("ground", ["paper", "panel"])
@pytest.mark.parametrize(
    ("name", "least"),
    [("ink", 4.5), ("quiet", 4.5), ("accent", 4.5), ("doubt", 4.5), ("alarm", 4.5), ("edge", 3), ("focus", 3)],
)  # fmt: skip
def test_text_and_controls_are_seen(mode: str, ground: str, name: str, least: float) -> None:
    tokens = PAGE[mode]
    assert contrast(channels(tokens[name]), channels(tokens[ground])) >= least


@pytest.mark.parametrize("mode", PAGE)
@pytest.mark.parametrize("name", ["band-ink", "band-quiet", "brass"])
def test_text_on_the_band_is_read(mode: str, name: str) -> None:
    assert contrast(channels(PAGE[mode][name]), channels(PAGE[mode]["band"])) >= 4.5
