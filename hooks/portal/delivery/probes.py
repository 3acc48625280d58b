"""What a host does with addresses at which there is nothing: missing, gone, folders, pages without their slash."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from portal.delivery.at_once import at_once
from portal.delivery.deviations import Deviation
from portal.delivery.expected import ERROR_PAGE, INDEX, address_of, is_served
from portal.delivery.judging import REDIRECTS
from portal.delivery.stages import above

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.delivery.asking import Asker
    from portal.delivery.built_site import BuiltSite

_FOLDERS = 5
"""How many folders without a page are asked for."""


def probe(site: BuiltSite, asker: Asker, gone: Sequence[str] = ()) -> Iterator[Deviation]:
    """Everything that is wrong with them; ``gone``: addresses that the site had once, below its own."""
    soft = False
    for path in sorted(site.files):
        if path.rpartition("/")[2] == ERROR_PAGE:
            for deviation in _error_page(site, asker, path):
                soft = soft or deviation.code == "soft-404"
                yield deviation
    if not soft:
        yield from _listings(site, asker)
        yield from _still_served(gone, asker)
    yield from _slash(site, asker)


def _error_page(site: BuiltSite, asker: Asker, path: str) -> Iterator[Deviation]:
    folder = path.removesuffix(ERROR_PAGE)
    address = f"{folder}{secrets.token_hex(8)}/"
    answer = asker.ask(address)
    shown = f"{folder}…/"
    if answer.failure:
        yield Deviation(answer.failure, shown, (("reason", answer.reason or answer.failure),))
    elif answer.status not in {404, 410}:
        yield Deviation("soft-404", shown, (("status", str(answer.status)),))
    elif answer.sha256 != site.files[path].sha256:
        pages = {f.sha256: p for p, f in site.files.items() if p.rpartition("/")[2] == ERROR_PAGE}
        if other := pages.get(answer.sha256):
            yield Deviation("error-page-language", shown, (("page", path), ("shown", other)))
        else:
            yield Deviation("error-page", shown, (("page", path),))


def _listings(site: BuiltSite, asker: Asker) -> Iterator[Deviation]:
    folders = {folder for path in site.files if is_served(path) for folder in above(path)}
    bare = sorted(f for f in folders if f"{f}/{INDEX}" not in site.files)
    for folder in sorted(bare, key=lambda folder: folder.count("/"))[:_FOLDERS]:
        address = address_of(f"{folder}/")
        if asker.ask(address).status == 200:
            yield Deviation("listing", address)


def _still_served(gone: Sequence[str], asker: Asker) -> Iterator[Deviation]:
    for address, answer in at_once(asker.ask, gone):
        if answer.status == 200:
            yield Deviation("still-served", address)


def _slash(site: BuiltSite, asker: Asker) -> Iterator[Deviation]:
    pages = (p for p in sorted(site.files) if p.endswith(f"/{INDEX}") and is_served(p))
    if path := next(pages, None):
        right = address_of(path)
        bare = right.rstrip("/")
        answer = asker.ask(bare)
        to = urljoin(asker.base + bare, answer.header("location"))
        led = answer.status in REDIRECTS and to == asker.base + right
        same = answer.status == 200 and answer.sha256 == site.files[path].sha256
        if not led and not same and not answer.failure:
            what = to if answer.status in REDIRECTS else str(answer.status)
            yield Deviation("slash", bare, (("right", asker.base + right), ("to", what)))
