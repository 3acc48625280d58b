"""The pages of what governments share: organizations with those who meet there, and partners."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from portal.data.problem import Place
from portal.outputs.statistics.statistic_file import FOLDER
from portal.outputs.statistics.statistics_page import STATISTICS
from portal.pages.page import PageSource
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.statistics.network import Network
    from portal.model.statistics.shared_partners import SharedPartner
    from portal.model.statistics.statistic import Statistic
    from portal.pages.render.view import View

NETWORK_PAGE, SHARED_PAGE = "network/", "partners/shared/"
"""Addresses of the pages."""


def page_of(statistic: Statistic) -> str:
    """The address that shows a statistic."""
    own = {"shared-organizations": NETWORK_PAGE, "shared-partners": SHARED_PAGE}
    return own.get(statistic.name, f"{STATISTICS}#{statistic.name}")


def network_page(network: Network) -> PageSource:
    """Who meets in which organization, as a table and as a list."""
    return PageSource(
        path=NETWORK_PAGE,
        template="network.html.j2",
        head=_network_head,
        params={"network": network, "file": f"{FOLDER}shared-organizations.csv"},
        place=Place("data/organizations.yaml"),
        is_found=True,
    )


def shared_page(partners: tuple[SharedPartner, ...]) -> PageSource:
    """Places with which several governments have ties, then those with which several offices of one have."""
    return PageSource(
        path=SHARED_PAGE,
        template="shared_partners.html.j2",
        head=_shared_head,
        params={
            "shared": _by_number(one for one in partners if len(one.homes) > 1),
            "inside": _by_number(one for one in partners if len(one.homes) == 1),
            "file": f"{FOLDER}shared-partners.csv",
        },
        place=Place("data/cities.yaml"),
        is_found=True,
    )


def _by_number(partners: Iterable[SharedPartner]) -> list[list[SharedPartner]]:
    """Those of the most governments first; templates put each group into the order of its locale."""
    return [list(group) for _, group in groupby(partners, lambda one: len(one.homes))]


def _network_head(view: View) -> Head:
    return _head(view, "network")


def _shared_head(view: View) -> Head:
    return _head(view, "shared-partners")


def _head(view: View, name: str) -> Head:
    crumb = Crumb(view.plain("statistics.title"), STATISTICS)
    title, about = (view.plain(f"{name}.{part}") for part in ("title", "description"))
    return Head(title, about, (crumb,))
