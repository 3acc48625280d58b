"""Which files beside the written pages are used: shown or linked by pages, records, templates or style sheets."""

from __future__ import annotations

import re
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from portal.data.opening import Refused, read_regular
from portal.model.values.locale import BY_CODE, ZH
from portal.pages.links.link_address import resolved, scheme_of, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.pages.content import Asset
    from portal.pages.writing.written_page import WrittenPage

_TARGETS = ("href", "src")
_LOADED = re.compile(r"url\(\s*['\"]?([^'\")\s]+)")


def page_targets(pages: Iterable[WrittenPage]) -> Iterator[tuple[str, str]]:
    """What the pages show and link to: a locale and an address, however it is written."""
    for page in pages:
        for element in page.scan.elements:
            for link in (element.attrs[name] for name in _TARGETS if name in element.attrs):
                path = "" if scheme_of(link) else unquote(split(link)[0])
                if path.startswith("/"):
                    yield page.locale, path[1:]
                elif path:
                    yield from ((page.locale, address) for address in resolved(path, page.origin()))


def style_targets(styles: Iterable[Asset]) -> Iterator[tuple[str, str]]:
    """What style sheets load: a locale and an address."""
    for style in styles:
        try:
            text = read_regular(style.path).decode("utf-8", "replace")
        except Refused:
            continue
        folder = style.address.rpartition("/")[0]
        for link in _LOADED.findall(text):
            path = unquote(split(link)[0])
            yield ZH.code, path[1:] if path.startswith("/") else normpath(f"{folder}/{path}")


def used_assets(
    assets: Iterable[Asset], targets: Iterable[tuple[str, str]], texts: Callable[[], str]
) -> set[str]:
    """The names of the assets among the targets, or whose address stands in the texts of templates and styles."""
    left = {asset.address: asset for asset in assets}
    used: set[str] = set()
    for locale, target in targets if left else ():
        for address in (f"{BY_CODE[locale].prefix}{target}", target):
            if address in left:
                used.add(left[address].name)
                break
    return used | {a.name for a in left.values() if a.name not in used and a.address in texts()}
