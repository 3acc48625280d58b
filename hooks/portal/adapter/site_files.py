"""Every file of a site besides its generated pages and feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from portal.outputs.cards.drawn_files import pictures
from portal.outputs.media.media_files import media_files
from portal.outputs.open_data.open_data_files import open_data
from portal.outputs.search.search_index import CannotIndex, search_files
from portal.outputs.site.hosting import host_files
from portal.outputs.site.llms import llms
from portal.outputs.site.manifest import manifests
from portal.outputs.site.robots import robots
from portal.outputs.site.sitemap import sitemap
from portal.outputs.site.stylesheet import stylesheet
from portal.pages.redirects import redirects
from portal.pages.written import written_addresses
from portal.resources import TEMPLATES

if TYPE_CHECKING:
    from portal.data.problem import Problem
    from portal.edition import Edition
    from portal.publish.publisher import Publisher
    from portal.publish.tree import Content

SCRIPTS = "assets/search"
"""How the scripts of the search page begin."""


def site_files(
    edition: Edition, publisher: Publisher, site_url: str, *, search: bool
) -> tuple[dict[str, Content], list[Problem]]:
    """The files by path, and what is wrong with media and the search index, which ``search`` asks for.

    A file of the portal's own wins over a picture, a manifest, or a file for hosts or robots of the same name.
    """
    staging, state = publisher.staging, publisher.state
    files: dict[str, Content] = {**pictures(edition.catalog, state / "pictures")}
    files |= manifests(edition.catalog)
    files |= host_files(urlsplit(site_url).path or "/")
    files["robots.txt"] = robots(site_url)
    files["llms.txt"] = llms(edition, site_url or "/")
    files |= {
        path.relative_to(staging).as_posix(): path.read_bytes()
        for path in sorted(staging.rglob("*"))
        if path.is_file()
    }
    if not search:
        files = {path: text for path, text in files.items() if not path.startswith(SCRIPTS)}
    for path, html in redirects(edition.moved, edition.env):
        files[f"{path}index.html"] = html.encode()
    media, problems = media_files(edition.catalog, state / "media")
    files |= media
    files |= open_data(edition, site_url or "/", state / "exports")
    files["assets/portal.css"] = stylesheet(TEMPLATES, edition.root / "templates")
    files["sitemap.xml"] = sitemap(site_url, written_addresses(edition.root), edition.pages)
    if search:  # a preview makes the index once: its search finds what was there when it began
        try:
            files |= search_files(edition, state / "search", renew=not publisher.in_place)
        except CannotIndex as error:
            problems = [*problems, error.problem]
    return files, problems
