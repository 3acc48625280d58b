"""The way from the front page to a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.linked_data.node import only

if TYPE_CHECKING:
    from portal.outputs.linked_data.node import Node
    from portal.pages.render.head import Head
    from portal.pages.render.view import View


def breadcrumbs(view: View, head: Head) -> Node:
    """The pages above a page; where there is only one, the page itself too, as a way has two steps or more."""
    above = f"{view.site}{view.prefix}"
    steps: list[tuple[str, Node | None]] = [
        (crumb.title, {"@id": f"{above}{crumb.path}"}) for crumb in head.crumbs
    ]
    if len(steps) < 2:
        steps.append((head.title, None))
    items = [
        {"@type": "ListItem", "position": position, **only(name=name, item=item)}
        for position, (name, item) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
