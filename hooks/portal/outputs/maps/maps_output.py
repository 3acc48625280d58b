"""The maps of pages, and the pictures of land that lie below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.edition import Output
from portal.outputs.maps.atlas import Atlas
from portal.outputs.maps.figures import front_windows, home_windows
from portal.outputs.maps.land_pictures import land_pictures
from portal.outputs.maps.locator import locator_window
from portal.outputs.maps.region_figure import region_windows
from portal.outputs.maps.world_figure import every_window
from portal.site_file import Files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.edition import Edition
    from portal.outputs.maps.window import Window
    from portal.pages.render.view import View


class Maps(Output):
    """Land without borders, one picture for each window that a page shows."""

    def helpers(self, view: View) -> Mapping[str, Any]:
        """``atlas``: the places and names that stand over the pictures."""
        return {"atlas": Atlas(view)}

    def files(self, edition: Edition) -> Files:  # noqa: ARG002 (the windows follow from the records)
        """The pictures."""
        return Files(whole=dict(land_pictures(self._windows(), self.basis.kept_at("land"))))

    def _windows(self) -> Iterator[Window]:
        catalog, relations = self.basis.catalog, self.basis.relations
        yield from filter(None, front_windows(catalog, relations) or ())
        for home in catalog.homes.values():
            yield from filter(None, home_windows(catalog, relations, home) or ())
        yield from region_windows(catalog)
        yield from every_window(catalog)
        for city in catalog.cities.values():
            if window := locator_window(catalog, relations, city):
                yield window
