"""The pages of a portal as a Hugo site: content files, data in front matter, and a theme of the same parts.

The theme has our header, menu, language switch, breadcrumb, hreflang, footer, edit link, error pages and sitemap, and
every page shows the same text. Neither side has a feed: ours makes none, so Hugo is spared its own. Whatever is open
is decided in Hugo's favor: it is given what it would else have to work out (back-links, counts, the order of lists,
labels), its templates make headings, lists and facts out of plain data and print what is more intricate as it is,
and the footer is rendered once for each language. Markdown is left to its parser, Goldmark.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import material

from benchmarks.blocks import blocks
from portal.model.locale import LOCALES
from portal.pages.prose import PORTAL_LINK
from portal.portal import GENERATOR

if TYPE_CHECKING:
    from benchmarks.contents import Content, Corpus
    from portal.model.locale import Locale
    from portal.portal import Portal

THEME = Path(__file__).with_name("hugo")
SECTIONS = ("homes", "cities", "organizations", "exchanges", "press", "glossary")
RECORDS = ("needs-verification", "site-map")
LABELS = (
    "skip", "nav.main", "nav.home", "nav.about", "nav.crumbs", "nav.language", "foot.records", "foot.edit",
    "foot.edit_written", "foot.no_script", "not_found.title", "not_found.text", "site.tagline",
)  # fmt: skip


def write_hugo_site(corpus: Corpus, folder: Path) -> None:
    """Everything that ``hugo --source folder`` needs."""
    shutil.copytree(THEME, folder)
    shutil.copytree(GENERATOR / "overrides" / "assets", folder / "static" / "assets")
    sheets = folder / "static" / "assets" / "stylesheets"
    sheets.mkdir()
    found = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css*")
    for sheet in sorted(found, reverse=True):
        shutil.copy(sheet, sheets)
    settings = _settings(corpus, next(sheets.glob("*.css")).name)
    _write(folder / "hugo.json", json.dumps(settings, ensure_ascii=False))
    for content in corpus.contents:
        _write(folder / "content" / content.locale.code / _file(content), _text(content))
    for locale in LOCALES:  # no list of the written pages: ours has none
        unlisted = {"build": {"render": "never", "list": "never"}}
        _write(folder / "content" / locale.code / "about" / "_index.md", json.dumps(unlisted))


def _settings(corpus: Corpus, stylesheet: str) -> dict[str, Any]:
    return {
        "baseURL": "https://benchmark.example.org/",
        "defaultContentLanguage": LOCALES[0].code,
        "disableDefaultLanguageRedirect": True,
        "disableKinds": ["taxonomy", "term", "RSS"],
        "params": {"stylesheet": stylesheet},
        "languages": {
            locale.code: {
                "weight": number,
                "locale": locale.lang,
                "label": locale.own_name,
                "contentDir": f"content/{locale.code}",
                "title": str(corpus.portal.view(locale.code).t("site.name")),
                "params": _words(corpus.portal, locale, corpus.contents),
            }
            for number, locale in enumerate(LOCALES, 1)
        },
    }


def _words(portal: Portal, locale: Locale, contents: tuple[Content, ...]) -> dict[str, Any]:
    """What the frame says in a language: labels, menu, the links of the footer."""
    t = portal.view(locale.code).t
    root = f"/{locale.prefix}"
    about = [
        {"url": f"{root}{content.path}", "name": content.title}
        for content in contents
        if content.is_written and content.path and content.locale == locale
    ]
    menu = [{"url": f"{root}{name}/", "name": str(t(f"{name}.title"))} for name in SECTIONS]
    records = [{"url": f"{root}{name}/", "name": str(t(f"{name}.title"))} for name in RECORDS]
    return {
        "lang": locale.lang,
        "labels": {name.replace(".", "_"): str(t(name)) for name in LABELS},
        "menu": [*menu, {"url": about[0]["url"], "name": str(t("nav.about"))}],
        "about": about,
        "records": records,
    }


def _file(content: Content) -> str:
    """A list is a section of Hugo's, whatever lies below it."""
    return f"{content.path}_index.md" if content.is_index else content.source


def _text(content: Content) -> str:
    root = f"/{content.locale.prefix}"
    front = {
        "title": content.title,
        "description": content.description,
        "written": content.is_written,
        "crumbs": [
            [title, path if path is None else f"{root}{path}"] for title, path in content.crumbs
        ],
        "before": blocks(content.before),
        "after": blocks(content.after),
    }
    prose = PORTAL_LINK.sub(lambda link: f"]({root}{link[1][1:]}", content.prose)
    return f"{json.dumps(front, ensure_ascii=False)}\n\n{prose}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
