"""The labels of one locale as HTML, made once for all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.model.records.label import Label
    from portal.pages.render.trace import Fact


class Wording(dict[str, "tuple[Markup, Fact]"]):
    """The labels of one locale as HTML by key, each with the fact that a page showed it. All views share them."""

    def __init__(self, labels: Mapping[str, Label], locale: str) -> None:
        super().__init__()
        self._labels, self._locale = labels, locale

    def __missing__(self, key: str) -> tuple[Markup, Fact]:
        found = self[key] = escape(self._labels[key][self._locale]), ("labels", key)
        return found
