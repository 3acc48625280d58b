"""The cards that networks show for a link, and the icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from portal.edition import Output
from portal.outputs.cards.card_problems import card_problems
from portal.outputs.cards.cards import card_paths, shared_card
from portal.outputs.cards.drawn_files import ICONS, drawn_files, icon_path
from portal.outputs.media.shown_media import shared_picture
from portal.site_file import Files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.data.problem import Problem
    from portal.edition import Edition
    from portal.pages.render.renderer import Shown
    from portal.pages.render.view import View


class Cards(Output):
    """A card for each section and locale; a release with a picture uses that instead."""

    SLOTS = ("card_url", "card_width", "card_height", "card_alt")

    def problems(self) -> Iterator[Problem]:
        """Text with characters that the font lacks."""
        return card_problems(self.basis.loaded)

    def replaceable(self) -> Iterator[str]:
        """All of them."""
        yield from card_paths()
        yield from map(icon_path, ICONS)

    def head(self, view: View, shown: Shown) -> dict[str, str]:
        """Where the picture is, how large it is, and what it shows."""
        own = shared_picture(view, shown.source) if shown.source else None
        card = own or shared_card(view, shown.path.partition("/")[0])
        return {
            "card_url": str(escape(card.url)),
            "card_width": str(card.width),
            "card_height": str(card.height),
            "card_alt": str(escape(card.alt)),
        }

    def files(self, edition: Edition) -> Files:
        """The pictures, which a portal may replace with its own."""
        drawn = drawn_files(edition.catalog, self.basis.kept_at("pictures"))
        return Files(defaults=dict(drawn))
