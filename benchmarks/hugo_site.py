"""The pages of a portal as a Hugo site: content files, data in front matter, and a theme of the same parts.

The theme has our header, menu, language switch, breadcrumb, hreflang, metadata, footer, edit link, error pages and
sitemap, and every page shows the same text. Hugo makes no feeds.
Every doubt is decided in Hugo's favor: it is given what it would otherwise have to compute (back-links, counts, sorted
lists, labels, JSON-LD, links to feeds) or draw (maps, cards, icons); its templates make headings, lists and facts from
plain data and print more complex parts as they are; the footer is rendered once for each language. Its parser,
Goldmark, handles Markdown.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.blocks import blocks
from benchmarks.contents import PORTAL_LINK
from benchmarks.corpus import SITE
from benchmarks.hugo_files import write_static
from portal.adapter.context import LISTED
from portal.adapter.menu_files import menu_pages
from portal.model.values.locale import LOCALES
from portal.outputs.site.security import policy
from portal.outputs.site.site_output import WholeSite
from portal.pages.render.icons import icon_drawn

if TYPE_CHECKING:
    from benchmarks.contents import Content, Corpus
    from portal.edition import Edition
    from portal.model.values.locale import Locale

THEME = Path(__file__).with_name("hugo")
EDIT_ROOT = "https://git.example.org/city-diplomacy/portal/blob/main/examples/hualien-city/"
"""The edit links of the portal that provides the settings of the corpus."""
LABELS = (
    "skip", "key.U", "key.C", "key.Z", "nav.main", "nav.menu", "nav.close", "nav.home", "nav.about", "nav.crumbs",
    "nav.language", "list.colon", "foot.records", "foot.edit", "foot.edit_written", "foot.promise", "foot.no_script",
    "not_found.title", "not_found.text", "site.tagline",
)  # fmt: skip


def write_hugo_site(corpus: Corpus, folder: Path) -> None:
    """Everything that ``hugo --source folder`` needs."""
    shutil.copytree(THEME, folder)
    write_static(corpus.edition, folder / "static")
    _write(folder / "hugo.json", json.dumps(_settings(corpus), ensure_ascii=False))
    for content in corpus.contents:
        _write(
            folder / "content" / content.locale.code / _file(content),
            _text(content),
        )
    own = {content.section for content in corpus.contents if content.path.count("/") < 2}
    unlisted = {"build": {"render": "never", "list": "never"}}
    for content in corpus.contents:  # Hugo would make a list of a folder that has no page
        if content.section not in own:
            path = folder / "content" / content.locale.code / content.section / "_index.md"
            _write(path, json.dumps(unlisted))


def _settings(corpus: Corpus) -> dict[str, Any]:
    return {
        "baseURL": SITE,
        "defaultContentLanguage": LOCALES[0].code,
        "disableDefaultLanguageRedirect": True,
        "disableKinds": ["taxonomy", "term", "RSS"],
        "params": {
            "policy": policy(in_page=True),
            "edit_root": EDIT_ROOT,
            "assets": f"/{corpus.edition.output(WholeSite).assets.folder}",
        },
        "languages": {
            locale.code: {
                "weight": number,
                "locale": locale.lang,
                "label": locale.own_name,
                "contentDir": f"content/{locale.code}",
                "title": corpus.edition.view(locale.code).plain("site.name"),
                "params": _words(corpus.edition, locale, corpus.contents),
            }
            for number, locale in enumerate(LOCALES, 1)
        },
    }


def _words(edition: Edition, locale: Locale, contents: tuple[Content, ...]) -> dict[str, Any]:
    """The text of the frame in a language: labels, menu, links of the footer."""
    view, root = edition.view(locale.code), f"/{locale.prefix}"
    about = [
        {"url": f"{root}{content.path}", "name": content.title}
        for content in contents
        if content.is_written and content.path and content.locale == locale
    ]
    listed = [edition.pages[f"{name}/"] for name in LISTED if f"{name}/" in edition.pages]
    menu, records = (
        [{"url": f"{root}{page.path}", "name": page.head(view).title} for page in pages]
        for pages in (menu_pages(edition.pages), listed)
    )
    records.append({"url": f"{root}press/atom.xml", "name": view.plain("feed.title")})
    return {
        "lang": locale.lang,
        "posix": locale.posix,
        "description": view.plain("site.description"),
        "labels": {name.replace(".", "_"): view.plain(name) for name in LABELS},
        "icons": {name: icon_drawn(name) for name in ("menu", "close")},
        "menu": menu,
        "about": about,
        "records": records,
        "elsewhere": None if locale.prefix else _elsewhere(edition),
    }


def _elsewhere(edition: Edition) -> dict[str, str]:
    """The text of the error page in the other language, for servers with a single error page."""
    other = next(locale for locale in LOCALES if locale.prefix)
    view = edition.view(other.code)
    words = {"title": "not_found.title", "text": "not_found.text", "name": "site.name"}
    return {
        "lang": other.lang,
        "url": f"/{other.prefix}",
        **{name: view.plain(label) for name, label in words.items()},
    }


def _file(content: Content) -> str:
    """In Hugo, a list is a section, whatever is below it."""
    return f"{content.path}_index.md" if content.is_index else content.source


def _text(content: Content) -> str:
    root = f"/{content.locale.prefix}"
    front = {
        "title": content.title,
        "window": content.window or content.title,
        "description": content.description,
        "written": content.is_written,
        "article": content.is_article,
        "edit": content.edit,
        "added": dict(content.added),
        "crumbs": [
            [title, path if path is None else f"{root}{path}"] for title, path in content.crumbs
        ],
        "before": blocks(content.before),
        "after": blocks(content.after),
        "hero": content.hero,
    }
    prose = PORTAL_LINK.sub(lambda link: f"]({root}{link[1][1:]}", content.prose)
    return f"{json.dumps(front, ensure_ascii=False)}\n\n{prose}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
