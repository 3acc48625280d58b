"""A page as it opens from a folder: its links name files, and it says that it is a preview."""

from __future__ import annotations

import re
from html import escape
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from portal.unserved.html_tags import element_end, start_tags

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from portal.unserved.html_tags import Tag

INDEX = "index.html"

NOTE = {
    "zh": "預覽：這是尚未公開的版本，從資料夾開啟。",
    "en": "Preview: a version that is not public yet, opened from a folder.",
}
NO_SEARCH = {
    "zh": "這一頁的功能需要網站伺服器，從資料夾開啟時無法使用，例如站內搜尋；請改從清單查找。",
    "en": "What this page does needs a web server and cannot work from a folder, such as the search: use the lists.",
}
_LABEL = {"zh": "預覽說明", "en": "About this preview"}

_LINKS = {
    "a": ("href",), "area": ("href",), "link": ("href",), "form": ("action",), "button": ("formaction",),
    "img": ("src",), "script": ("src",), "source": ("src",), "iframe": ("src",), "use": ("href",),
}  # fmt: skip
_REFRESH = re.compile(r"(\s*[\d.]*\s*[;,]?\s*url\s*=\s*)(.*)", re.IGNORECASE | re.DOTALL)
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def unserved_page(html: str, path: str, files: Collection[str]) -> str:
    """The page in the file ``path`` below the root of the site, which has these ``files``.

    Absolute addresses, such as the canonical one, stay. Everything else but what is told here stays byte for byte.
    """
    edits: list[tuple[int, int, str]] = []
    lang, body, head, lacks, is_hidden = "en", -1, -1, False, False
    for tag in start_tags(html):
        match tag.name:
            case "html":
                lang = "zh" if tag.value("lang").lower().startswith("zh") else "en"
            case "head":
                head = tag.end
            case "body":
                body = tag.end
            case "meta":
                is_hidden |= tag.value("name").lower() == "robots" and "noindex" in tag.value(
                    "content"
                )
            case "link" if tag.value("rel") == "manifest":  # browsers do not load it from a file
                edits.append((tag.start, tag.end, ""))
                continue
            case "link" if tag.value("rel") in ("preload", "modulepreload"):  # nor these
                edits.append((tag.start, tag.end, ""))
                continue
            case "script" if tag.value("type") == "module":  # nor modules
                edits.append((tag.start, element_end(html, tag), ""))
                lacks = True
                continue
        edits += _links(tag, path, files)
    if not is_hidden and head >= 0:
        edits.append((head, head, '\n<meta name="robots" content="noindex">'))
    if body >= 0:
        edits.append((body, body, _note(lang, lacks=lacks)))
    return _edited(html, edits)


def _note(lang: str, *, lacks: bool) -> str:
    texts = [NOTE[lang], *([NO_SEARCH[lang]] * lacks)]
    inner = "".join(f"<p>{escape(text)}</p>" for text in texts)
    label = escape(_LABEL[lang])
    return f'\n<aside class="problems" aria-label="{label}"><div class="wrap">{inner}</div></aside>'


def _edited(html: str, edits: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, text in sorted(edits):
        parts += [html[at:start], text]
        at = end
    return "".join([*parts, html[at:]])


def _links(tag: Tag, path: str, files: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """The values of a tag that have to name a file."""
    for name in _LINKS.get(tag.name, ()):
        found = tag.attributes.get(name)
        if found and (way := file_way(found.value, path, files)) != found.value:
            yield found.start, found.end, f'"{escape(way)}"'
    if tag.name == "meta" and tag.value("http-equiv").lower() == "refresh":
        found = tag.attributes["content"]
        if parts := _REFRESH.fullmatch(found.value):
            way = file_way(parts[2].strip(), path, files)
            yield found.start, found.end, f'"{escape(parts[1] + way)}"'


def file_way(link: str, path: str, files: Collection[str]) -> str:
    """A link of the page in a file, so that it names the file that a server would send.

    >>> file_way("../cities/#asia", "en/index.html", {"cities/index.html"})
    '../cities/index.html#asia'
    >>> file_way("#main", "index.html", ()), file_way("https://example.org/", "index.html", ())
    ('#main', 'https://example.org/')
    """
    parts = _PARTS.fullmatch(link)
    assert parts is not None, "every text has these parts"
    target, rest = parts[1], parts[2]
    if not target or _SCHEME.match(link):
        return link
    if target.startswith("/"):  # from the root of a host, which a folder does not have
        target = "../" * path.count("/") + target.lstrip("/") or "./"
    place = normpath(join(dirname(path), unquote(target)))
    inside = INDEX if place == "." else f"{place}/{INDEX}"
    if place in files or inside not in files:
        return target + rest
    return f"{target.removesuffix('/')}/{INDEX}{rest}" if target != "./" else f"{INDEX}{rest}"
