"""The site as a whole, on its front page: what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.outputs.linked_data.node import Node
    from portal.pages.render.view import View


def web_site(view: View) -> Node:
    """The site in the language of the view: search engines take its name from here, and each language has its own.

    It names no search: engines no longer offer that of a site among their results.
    """
    return {
        "@type": "WebSite",
        "@id": view.site,
        "url": f"{view.site}{view.prefix}",
        "name": view.plain("site.name"),
        "description": view.plain("site.description"),
        "inLanguage": view.lang,
    }
