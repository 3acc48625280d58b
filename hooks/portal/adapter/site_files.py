"""Every file of a site besides its generated pages and feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from portal.pages.redirects import redirects
from portal.pages.written import written_addresses
from portal.portal import GENERATOR
from portal.publish.hosting import host_files
from portal.publish.llms import llms
from portal.publish.manifest import manifests
from portal.publish.media import media_files
from portal.publish.open_data.site import open_data
from portal.publish.pictures import pictures
from portal.publish.robots import robots
from portal.publish.search import CannotIndex, search_files
from portal.publish.sitemap import sitemap
from portal.publish.stylesheet import stylesheet

if TYPE_CHECKING:
    from portal.data.problem import Problem
    from portal.portal import Portal
    from portal.publish.publisher import Publisher
    from portal.publish.tree import Content

SCRIPTS = "assets/search"
"""How the scripts of the search page begin."""


def site_files(
    portal: Portal, publisher: Publisher, site_url: str, *, search: bool
) -> tuple[dict[str, Content], list[Problem]]:
    """The files by path, and what is wrong with media and the search index, which ``search`` asks for.

    A file of the portal's own wins over a picture, a manifest, or a file for hosts or robots of the same name.
    """
    staging, state = publisher.staging, publisher.state
    files: dict[str, Content] = {**pictures(portal.catalog, state / "pictures")}
    files |= manifests(portal.catalog)
    files |= host_files(urlsplit(site_url).path or "/")
    files["robots.txt"] = robots(site_url)
    files["llms.txt"] = llms(portal, site_url or "/")
    files |= {
        path.relative_to(staging).as_posix(): path.read_bytes()
        for path in sorted(staging.rglob("*"))
        if path.is_file()
    }
    if not search:
        files = {path: text for path, text in files.items() if not path.startswith(SCRIPTS)}
    for path, html in redirects(portal.moved, portal.env):
        files[f"{path}index.html"] = html.encode()
    media, problems = media_files(portal.catalog, state / "media")
    files |= media
    files |= open_data(portal, site_url or "/", state / "exports")
    files["assets/portal.css"] = stylesheet(GENERATOR / "templates", portal.root / "templates")
    files["sitemap.xml"] = sitemap(site_url, written_addresses(portal.root), portal.pages)
    if search:  # a preview makes the index once: its search finds what was there when it began
        try:
            files |= search_files(portal, state / "search", renew=not publisher.in_place)
        except CannotIndex as error:
            problems = [*problems, error.problem]
    return files, problems
