"""A page that lists records of a kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from portal.data.problem import Place
from portal.pages.page import PageSource
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from portal.model.records.kind import Kind
    from portal.model.values.strict import Model
    from portal.pages.render.view import View

Title = Callable[["View"], str]
"""Returns a title in the locale of a view."""


def list_page(
    kind: Kind[Model],
    path: str,
    *,
    title: Title | None = None,
    template: str = "",
    is_leaf: bool = False,
    is_found: bool = False,
    after: str = "",
    **params: Any,
) -> PageSource:
    """A list in the section of a kind; without a title of its own, it takes the section's.

    Its template is named after the kind, unless another is given. Its labels begin with the first part of its address.
    """
    return PageSource(
        path=path,
        template=template or f"{kind.name}.html.j2",
        head=partial(_head, folder=path.partition("/")[0], title=title),
        params=params,
        place=Place(f"data/{kind.path}"),
        is_index=not is_leaf,
        is_found=is_found,
        after=after,
    )


def _head(view: View, *, folder: str, title: Title | None) -> Head:
    section = view.plain(f"{folder}.title")
    own = title(view) if title else section
    description = view.plain(f"{folder}.index_description", title=own)
    return Head(own, description, (Crumb(section, f"{folder}/"),) if title else ())
