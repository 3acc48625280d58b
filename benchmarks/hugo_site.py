"""The same pages as a portal's, as a Hugo site: content files, data in front matter, and a theme of the same parts.

Hugo is given what it would else have to work out: back-links, counts and the order of lists. Its templates make
headings, lists of facts, lists, tables and links out of data; Markdown is left to its parser, Goldmark.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lxml.html

from portal.model.locale import LOCALES
from portal.pages.prose import PORTAL_LINK

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from portal.model.locale import Locale
    from portal.pages.page import PageSource
    from portal.portal import Portal

THEME = Path(__file__).with_name("hugo")
PROSE = "prose-goes-here"
SECTIONS = ("homes", "cities", "organizations", "exchanges", "press", "glossary")


def write_hugo_site(portal: Portal, folder: Path) -> None:
    """Everything that ``hugo --source folder`` needs."""
    for file in THEME.rglob("*"):
        if file.is_file():
            _write(folder / file.relative_to(THEME), file.read_text(encoding="utf-8"))
    _write(folder / "hugo.toml", _settings(portal))
    for name in ("main.css", "portal.css"):
        _write(folder / "static" / "assets" / name, "/* the same in both */\n" * 1000)
    for locale in LOCALES:
        for page in portal.pages.values():
            _write(folder / "content" / locale.code / _file(page), _content(portal, page, locale))
        front = {"title": str(portal.view(locale.code).t("site.name")), "blocks": []}
        _write(folder / "content" / locale.code / "_index.md", _front_matter(front))


def _settings(portal: Portal) -> str:
    words = {code: portal.view(code).t for code in ("zh", "en")}
    menus = {
        code: ", ".join(
            f'{{name = "{t(f"{s}.title")}", url = "{"/en" if code == "en" else ""}/{s}/"}}'
            for s in SECTIONS
        )
        for code, t in words.items()
    }
    languages = "\n".join(
        f'[languages.{locale.code}]\nlocale = "{locale.lang}"\nlabel = "{locale.own_name}"\n'
        f'contentDir = "content/{locale.code}"\ntitle = "{words[locale.code]("site.name")}"\n'
        f'[languages.{locale.code}.params]\nlang = "{locale.lang}"\nmenu = [{menus[locale.code]}]\n'
        for locale in LOCALES
    )
    return (
        'baseURL = "https://benchmark.example.org/"\n'
        'defaultContentLanguage = "zh"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n'
        "[markup.goldmark.renderer]\nunsafe = false\n" + languages
    )


def _file(page: PageSource) -> str:
    """A list is a section of Hugo's, whatever lies below it."""
    return f"{page.path}_index.md" if page.is_index else f"{page.path.rstrip('/')}.md"


def _content(portal: Portal, page: PageSource, locale: Locale) -> str:
    record = next(iter(page.params.values()), None)
    prose = getattr(record, "body", None) or getattr(record, "summary", None)
    rendered = portal.render(page, locale.code)
    html = rendered.content
    if prose is not None:
        made = str(portal.view(locale.code).prose(prose))
        html = html.replace(made, f"<p>{PROSE}</p>")
    head = rendered.head
    front = {
        "title": head.title,
        "description": head.description,
        "crumbs": [[c.title, f"/{locale.prefix}{c.path}"] for c in head.crumbs],
        "blocks": _blocks(lxml.html.fragment_fromstring(html, create_parent="div")),
    }
    body = (
        PORTAL_LINK.sub(lambda m: f"](/{locale.prefix}{m[1][1:]}", prose[locale.code])
        if prose
        else ""
    )
    return _front_matter(front) + body


def _front_matter(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n\n"


def _blocks(parent: HtmlElement) -> list[dict[str, Any]]:
    """The parts of a page as data for templates."""
    blocks: list[dict[str, Any]] = []
    for element in parent:
        attributes = {"class": element.get("class", ""), "id": element.get("id", "")}
        match element.tag:
            case "h1" | "h2" | "h3":
                blocks.append({"kind": element.tag, "html": _inner(element), **attributes})
            case "dl":
                pairs = list(element)
                facts = [
                    [_inner(a), _inner(b)] for a, b in zip(pairs[::2], pairs[1::2], strict=False)
                ]
                blocks.append({"kind": "dl", "facts": facts, **attributes})
            case "ul" | "ol":
                items = [_inner(item) for item in element]
                blocks.append({"kind": element.tag, "items": items, **attributes})
            case "section" | "article" | "nav":
                blocks.append({"kind": element.tag, "blocks": _blocks(element), **attributes})
            case "p" if element.text == PROSE:
                blocks.append({"kind": "prose"})
            case "table":
                rows = [[[c.tag, _inner(c)] for c in row] for row in element.iter("tr")]
                caption = element.findtext("caption") or ""
                blocks.append({"kind": "table", "caption": caption, "rows": rows, **attributes})
            case _:
                blocks.append({"kind": "p", "html": _inner(element), **attributes})
    return blocks


def _inner(element: HtmlElement) -> str:
    html = lxml.html.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r"^<[^>]*>|</[^>]*>$", "", html)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
