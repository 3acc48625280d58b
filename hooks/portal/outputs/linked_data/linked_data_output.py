"""The JSON-LD of each page, and when a press release was published, as networks ask for it (ogp.me)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.edition import Output
from portal.model.records.press_release import PressRelease
from portal.outputs.linked_data.data_block import data_block, linked_data
from portal.outputs.linked_data.thing import document
from portal.outputs.linked_data.web_site import web_site

if TYPE_CHECKING:
    from portal.pages.page import PageSource
    from portal.pages.render.renderer import Shown
    from portal.pages.render.view import View


class LinkedData(Output):
    """A block of JSON-LD in the head of every page that is about a record, or has nodes of its own."""

    SLOTS = ("linked_data", "article_times")

    def head(self, view: View, shown: Shown) -> dict[str, str]:
        """The block: on the front page the site, nothing on other pages that are written by hand, and on lists."""
        if shown.source is None or shown.head is None:
            is_front = not shown.path and view.site
            block = data_block(document(view, web_site(view))) if is_front else ""
            return {"linked_data": block, "article_times": ""}
        block = linked_data(view, shown.source, shown.head)
        return {"linked_data": block, "article_times": _times(shown.source)}


def _times(page: PageSource) -> Markup:
    """When a press release was published and last changed."""
    record = page.subject[1] if page.subject else None
    if not isinstance(record, PressRelease):
        return Markup()
    times = {"published": record.date, "modified": record.modified}
    element = Markup('<meta property="article:{}_time" content="{}">')
    return Markup("\n").join(element.format(name, time.iso) for name, time in times.items())
