"""What written pages show besides their text, made from records: on the front page, and on the page about this site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.public_state import public_state
from portal.pages.about import ABOUT, ShownCommit, state_html
from portal.pages.front import front_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.pages.render.renderer import Renderer

FRONT = ""

ADDRESSES = (FRONT, ABOUT)
"""The addresses of such pages, below the root of a locale."""


def made_parts(renderer: Renderer, address: str) -> Mapping[str, str]:
    """The parts of a written page, by name, as someone sees them who wants to know whether they can be made."""
    if address == FRONT:
        return front_html(renderer)
    if address == ABOUT:
        state = public_state(renderer.catalog)
        shown = ShownCommit("0" * 40, "0" * 12, modified=True)
        return {"state": state_html(renderer, renderer.view(ABOUT), state, shown)}
    return {}
