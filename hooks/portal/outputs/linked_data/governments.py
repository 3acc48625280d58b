"""The governments that publish here, and those that records mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.linked_data.node import Node, known, only, other_names, same_as
from portal.outputs.linked_data.places import place_type

if TYPE_CHECKING:
    from portal.model.records.home import Home
    from portal.pages.render.view import View


def home(view: View, record: Home) -> Node:
    """A government, and the place that it governs; of which body it is a member, the body's own node says."""
    return {
        "areaServed": {
            "@type": place_type(known(record, "level")),
            "name": record.name[view.locale],
        },
        **only(alternateName=other_names(view, record.full_name), sameAs=same_as(record)),
    }
