"""Draws a card for social media: the portal's sign, a title, and a line below. Imported only to draw."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from portal.outputs.cards.cards import HEIGHT, WIDTH
from portal.outputs.cards.emblem import BAND, GOLD, WHITE, icon, rings

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image as Picture

_EDGE, _STRIP, _RULE = 80, 438, 8
"""From the left edge to the words, from the top to the bright strip, height of the rule above it."""

_ROOM = WIDTH - 2 * _EDGE
"""Width that the words may take."""

_PAPER, _SHADE = "#f7faf9", "#115865"
"""The strip, and the large rings in the ground."""

_TITLE_FOOT, _LINE_MIDDLE = 366, 538
"""Base line of the title's last line; middle of the line in the strip."""

_COLORS = 128
"""Of the palette: the edges of letters need shades between the few colors that are used."""

_WORD = re.compile(r"[⺀-￯][、。，；：？！）」』]*|[^\s⺀-￯]+\s*|\s+")
"""A unit that is not broken across lines: a Chinese character with the marks that follow it, or a word."""


def draw_card(title: str, line: str, font: Path) -> bytes:
    """The card as a PNG; a title too long for one line takes two, or gets smaller."""
    ground = _ground().copy()
    draw = ImageDraw.Draw(ground)
    face, lines = _fit(title, font, range(116, 19, -4))
    step = round(face.size * 1.18)
    foot = _TITLE_FOOT - step * (len(lines) - 1)
    for number, text in enumerate(lines):
        draw.text((_EDGE, foot + step * number), text, WHITE, face, anchor="ls")
    face, lines = _fit(line, font, range(48, 19, -2))
    step = round(face.size * 1.3)
    top = _LINE_MIDDLE - step * (len(lines) - 1) / 2
    for number, text in enumerate(lines):
        draw.text((_EDGE, top + step * number), text, BAND, face, anchor="lm")
    return _png(ground)


def draw_icon(side: int, *, rounded: bool) -> bytes:
    """The sign as a square PNG."""
    return _png(icon(side, rounded=rounded))


@cache
def _ground() -> Picture:
    """What all cards have in common."""
    ground = Image.new("RGB", (WIDTH, HEIGHT), BAND)
    shade = rings(560, _SHADE, _SHADE, times=2)  # finer takes 80 MB
    ground.paste(shade, (WIDTH - shade.width + 170, -120), shade)
    sign = rings(104)
    ground.paste(sign, (_EDGE, 72), sign)
    draw = ImageDraw.Draw(ground)
    draw.rectangle((0, _STRIP, WIDTH, HEIGHT), _PAPER)
    draw.rectangle((0, _STRIP, WIDTH, _STRIP + _RULE - 1), GOLD)
    return ground


def _fit(text: str, font: Path, sizes: range) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The size at which the text fits on one line, or otherwise on two, and its lines.

    One line in one of the larger sizes is better than two. Text that does not fit at the smallest size is cut off.
    """
    for most, tried in ((1, sizes[: len(sizes) // 2]), (2, sizes)):
        for size in tried:
            face = _face(font, size)
            lines = _lines(text, face)
            if len(lines) <= most and max(map(face.getlength, lines)) <= _ROOM:
                return face, lines
    return face, lines[:2]


def _lines(text: str, face: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in _WORD.findall(text):
        if lines[-1] and face.getlength((lines[-1] + word).rstrip()) > _ROOM:
            lines.append("")
        lines[-1] += word
    return [line.strip() for line in lines]


def _face(font: Path, size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own text layout; the other one depends on libraries that not every machine has."""
    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)


def _png(picture: Picture) -> bytes:
    few = picture.quantize(_COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG")
    return file.getvalue()
