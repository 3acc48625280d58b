"""A press release as an entry of feeds, made once for all feeds that have it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from portal.outputs.media.shown_media import Media
from portal.pages.address import address
from portal.pages.render.prose import show_prose

if TYPE_CHECKING:
    from portal.edition import Edition
    from portal.model.records.press_release import PressRelease
    from portal.pages.render.view import View


def feed_entry(edition: Edition, release: PressRelease, view: View) -> dict[str, str]:
    """An ``entry`` of Atom and an item of JSON Feed, by the names of their files; all links are absolute.

    Of a withdrawn release there is only when and why.
    """
    locale, renderer = view.locale, edition.renderer(view.locale)
    page = address("press_releases", release)
    base = f"{edition.basis.base}{view.prefix}"
    first = release.former_ids[0] if release.former_ids else release.id
    text = release.body[locale]
    body = show_prose(text, page, base=base, prefix=view.prefix, files=view.files)
    media, root = Media(view), edition.basis.base
    entry: dict[str, Any] = {
        "release": release,
        "author": _author(view, release),
        "url": f"{base}{page}",
        # Feed readers identify an entry by its id, so renaming the record must not make it unread again.
        "id": f"{base}{page.replace(f'/{release.id}/', f'/{first}/')}",
        "pictures": media.pictures(release, root),
        "downloads": media.downloads(release, root),
    }
    entry["content"] = renderer.fill(view, "feed_entry.html.j2", body=body, base=base, **entry)
    atom = renderer.fill(view, "atom_entry.xml.j2", **entry)
    item = {
        "id": entry["id"],
        "url": entry["url"],
        "title": release.title[locale],
        "content_html": entry["content"],
        "date_published": release.date.timestamp,
        "date_modified": release.modified.timestamp,
        "authors": [{"name": entry["author"]}],
        "tags": [view.plain(f"press.category.{release.category}")],
        "language": view.lang,
    }
    if lead := release.lead[locale]:
        item["summary"] = lead
    if entry["pictures"]:
        item["image"] = entry["pictures"][0].src
    if entry["downloads"]:
        item["attachments"] = [
            {"url": f.href, "mime_type": f.type, "title": f.title, "size_in_bytes": f.size}
            for f in entry["downloads"]
        ]
    text = json.dumps(item, ensure_ascii=False)
    return {"atom.xml": atom, "feed.json": text}


def _author(view: View, release: PressRelease) -> str:
    if release.issuer:
        return view.party(release.issuer).striptags()
    return view.plain("press.editors")
