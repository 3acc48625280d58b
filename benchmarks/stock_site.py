"""The pages of a portal for stock MkDocs: Material, static-i18n, a Markdown file for each page and language.

The navigation is the automatic one, and all options keep their defaults. Parts made from data are HTML in the
files, which the Markdown parser passes through. That favors MkDocs: lists and headings in Markdown would take longer.
The text in Markdown stands between them, in no element that the part above it opens: there it would not be parsed.
"""

from __future__ import annotations

import json
import os.path
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from benchmarks.blocks import balanced
from benchmarks.contents import PORTAL_LINK
from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchmarks.contents import Content, Corpus


def write_stock_site(corpus: Corpus, folder: Path, *, search: bool) -> None:
    """Everything that ``mkdocs build -f folder/mkdocs.yml`` needs."""
    sources = {content.path: content.source for content in corpus.contents}
    for content in corpus.contents:
        path = folder / "content" / content.locale.code / content.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_text(content, sources), encoding="utf-8")
    languages = [
        {"locale": locale.code, "name": locale.own_name, "default": not locale.prefix}
        for locale in LOCALES
    ]
    i18n = {"i18n": {"docs_structure": "folder", "languages": languages}}
    settings = {
        "site_name": str(corpus.edition.view(LOCALES[0].code).t("site.name")),
        "site_url": "https://benchmark.example.org/",
        "docs_dir": "content",
        "theme": {"name": "material"},
        "plugins": [*(["search"] if search else []), i18n],
        "markdown_extensions": ["attr_list", "tables"],
    }
    # JSON is YAML.
    (folder / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")


def _text(content: Content, sources: Mapping[str, str]) -> str:
    folder = PurePosixPath(content.source).parent
    prose = PORTAL_LINK.sub(
        lambda link: f"]({os.path.relpath(sources[link[1][1:]], folder)}", content.prose
    )
    front = "\n".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in (("title", content.title), ("description", content.description))
    )
    parts = (content.hero, balanced(content.before), prose, balanced(content.after))
    return "\n\n".join([f"---\n{front}\n---", *parts, ""])
