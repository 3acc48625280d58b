"""The JSON-LD of each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.edition import Output
from portal.outputs.linked_data.data_block import linked_data

if TYPE_CHECKING:
    from portal.pages.render.renderer import Shown
    from portal.pages.render.view import View


class LinkedData(Output):
    """A block of JSON-LD in the head of every page that is about a record, or has nodes of its own."""

    SLOTS = ("linked_data",)

    def head(self, view: View, shown: Shown) -> dict[str, str]:
        """The block; nothing on lists, chapters and pages that are written by hand."""
        if shown.source is None or shown.head is None:
            return {"linked_data": ""}
        return {"linked_data": linked_data(view, shown.source, shown.head)}
