"""``llms.txt``: a short guide to the site for language models (llmstxt.org), in English, then in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kinds import KINDS
from portal.model.values.locale import EN, ZH
from portal.pages.address import address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.edition import Edition
    from portal.model.values.locale import Locale

OPTIONAL = "Optional"
"""Title of the part that a short guide may skip; it is defined by the format, so it is not a label."""

LESS = ("sources/", "needs-verification/", "site-map/")
"""Lists that are not needed at first."""

_ROUND = str.maketrans("[]", "()")
"""Square brackets end a title, even escaped, for the parser of the format's makers."""


def llms(edition: Edition, site: str) -> bytes:
    """The guide; ``site`` is the absolute address of the root. It names lists and governments, not all records."""
    en, zh = EN, ZH
    t, t_zh = edition.view("en").plain, edition.view("zh").plain
    homes = [address("homes", home) for home in edition.catalog.publishers]
    feed = f"{site}{en.prefix}press/atom.xml"
    lists = (
        *(f"{kind.section}/" for kind in KINDS.with_pages),
        "map/",
        "statistics/",
        "open-data/",
    )
    parts = {
        t("foot.records"): _pages(edition, site, en, lists),
        t("homes.title"): _pages(edition, site, en, homes),
        t("press.title"): [_link(t("feed.title"), feed)] if edition.catalog.press_releases else [],
        zh.own_name: [
            _link(t_zh("site.name"), f"{site}{zh.prefix}", t_zh("site.description")),
            *_pages(edition, site, zh, lists),
        ],
        OPTIONAL: _pages(edition, site, en, LESS),
    }
    head = f"# {t('site.name')}\n\n> {t('site.description')}\n\n{t('llms.note')}\n"
    sections = (
        "\n".join(["", f"## {name}", "", *links, ""]) for name, links in parts.items() if links
    )
    return "".join([head, *sections]).encode()


def _pages(edition: Edition, site: str, locale: Locale, paths: Iterable[str]) -> list[str]:
    """A line for each of these pages that the portal has: its title, address and description."""
    lines = []
    for path in paths:
        if page := edition.pages.get(path):
            head = page.head(edition.view(locale.code, path))
            lines.append(_link(head.title, f"{site}{locale.prefix}{path}", head.description))
    return lines


def _link(title: str, url: str, note: str = "") -> str:
    return f"- [{title.translate(_ROUND)}]({url})" + (f": {note}" if note else "")
