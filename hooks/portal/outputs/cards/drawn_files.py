"""The pictures that a build draws, kept for the next build: cards for social media, and icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.store import digest, keep, recall
from portal.outputs.cards.cards import cards
from portal.resources import FONT
from portal.spread import processors, spread

if TYPE_CHECKING:
    from pathlib import Path

    from portal.model.catalog.catalog import Catalog

ICONS = {180: False, 192: True, 512: True}
"""Side in pixels, and whether the corners are round; phones round those of 180 themselves."""


Words = tuple[str, str, str]
"""What a picture is made from: two lines and the digest of the font; or side, round corners and nothing."""


def icon_path(side: int) -> str:
    """The file of an icon below the root of the site."""
    return f"assets/portal-{side}.png"


def drawn_files(catalog: Catalog, kept: Path | None = None) -> dict[str, bytes]:
    """Every picture by its path below the root of the site, as PNG.

    In the file ``kept`` lie those of the last build. A picture is drawn, and its library imported, only if
    its text, the font or any code has changed.
    """
    known = (recall(kept) if kept else None) or {}
    font = digest(FONT.read_bytes()).hex()
    wanted = {card.path: (card.title, card.line, font) for card in cards(catalog)}
    wanted |= {icon_path(side): (str(side), str(rounded), "") for side, rounded in ICONS.items()}
    made = {path: known[path] for path in wanted if known.get(path, ("",))[0] == wanted[path]}
    missing = [(path, words) for path, words in wanted.items() if path not in made]
    for batch in spread(missing, _draw, processes=processors(), worth=5):
        made.update(batch)
    if kept and made != known:
        keep(kept, made)
    return {path: png for path, (_, png) in made.items()}


def _draw(job: tuple[str, Words]) -> tuple[str, tuple[Words, bytes]]:
    """A card with two lines of words, or, without a font, an icon of a side with round corners or not."""
    from portal.outputs.cards.drawing import draw_card, draw_icon  # noqa: PLC0415 (takes longer than a warm build)

    path, words = job
    first, second, font = words
    if font:
        return path, (words, draw_card(first, second, FONT))
    return path, (words, draw_icon(int(first), rounded=second == "True"))
