"""Files about the site as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.edition import Output
from portal.model.values.locale import LOCALES
from portal.outputs.site.llms import llms
from portal.outputs.site.manifest import manifests
from portal.outputs.site.notices import notices
from portal.outputs.site.page_assets import PageAssets
from portal.outputs.site.robots import robots
from portal.outputs.site.sitemap import sitemap
from portal.outputs.site.unbuilt_weight import heavy_unbuilt
from portal.pages.about import LICENSES
from portal.pages.redirects import redirects
from portal.site_file import BUILD, Files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from portal.data.problem import Problem
    from portal.edition import Basis, Edition
    from portal.pages.page import PageSource
    from portal.pages.render.view import View


class WholeSite(Output):
    """Sitemap, robots, language models, home screens, former addresses, the style sheet."""

    def __init__(self, basis: Basis) -> None:
        super().__init__(basis)
        self.assets = PageAssets(basis)

    def helpers(self, view: View) -> Mapping[str, Any]:  # noqa: ARG002 (the same on every page)
        """``asset``: where a file that pages load lies below the root of the site, by its name in ``assets/``.

        ``has_search``: whether there is a page that searches.
        """
        return {"asset": self.assets.address, "has_search": self.basis.has_search}

    def key(self, page: PageSource) -> bytes:  # noqa: ARG002 (the same on every page)
        """Pages name that folder, and the page that searches."""
        return self.assets.folder.encode() + bytes([self.basis.has_search])

    def advice(self, edition: Edition) -> Iterable[Problem]:
        """Pages of records that are too heavy."""
        return heavy_unbuilt(edition)

    def replaceable(self) -> tuple[str, ...]:
        """What robots and home screens ask for."""
        manifests = (f"{locale.prefix}manifest.webmanifest" for locale in LOCALES)
        return ("robots.txt", "llms.txt", *manifests)

    def downloads(self) -> tuple[str, ...]:
        """What says which pages there are, what they were made from, and under which licenses the programs are."""
        return ("sitemap.xml", "robots.txt", "llms.txt", LICENSES, BUILD)

    def files(self, edition: Edition) -> Files:
        """A portal may have its own manifest, and its own files for robots."""
        site = edition.site
        made = Files()
        made.defaults |= manifests(edition.catalog)
        made.defaults["robots.txt"] = robots(site)
        made.defaults["llms.txt"] = llms(edition, self.basis.base)
        for path, html in redirects(edition.moved, edition.env, self.assets.address("portal.css")):
            made.whole[f"{path}index.html"] = html.encode()
        made.whole[LICENSES] = notices()
        made.whole |= self.assets.published()
        made.whole["sitemap.xml"] = sitemap(site, self.basis.content.addresses, edition.pages)
        return made
