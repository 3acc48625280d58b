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


def site_files(portal: Portal, publisher: Publisher, site_url: str) -> dict[str, Content]:
    """By path: what MkDocs has made, pictures, manifests, files for hosts, robots, redirects, sitemap, search, data.

    A file of the portal's own wins over a picture, a manifest, or a file for hosts or robots of the same name.
    """
    staging = publisher.staging
    files: dict[str, Content] = {}
    files |= pictures(portal.catalog, publisher.state / "pictures")
    files |= manifests(portal.catalog)
    files |= host_files(urlsplit(site_url).path or "/")
    files["robots.txt"] = robots(site_url)
    files["llms.txt"] = llms(portal, site_url or "/")
    files |= {
        path.relative_to(staging).as_posix(): path.read_bytes()
        for path in sorted(staging.rglob("*"))
        if path.is_file()
    }
    for path, html in redirects(portal.moved, portal.env):
        files[f"{path}index.html"] = html.encode()
    files |= open_data(portal, site_url or "/", publisher.state / "exports")
    files["assets/portal.css"] = stylesheet(GENERATOR / "templates", portal.root / "templates")
    files["sitemap.xml"] = sitemap(site_url, written_addresses(portal.root), portal.pages)
    return files


def search_index(portal: Portal, publisher: Publisher) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of the search index by path, or why there are none."""
    try:
        return search_files(portal, publisher.state / "search"), []
    except CannotIndex as error:
        return {}, [error.problem]
