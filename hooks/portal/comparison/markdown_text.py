"""Foreign text in Markdown: whatever it looks like, it stays text on GitHub and GitLab."""

from __future__ import annotations

import re
from urllib.parse import quote

import regex

from portal.text.visible import visible

_HARMLESS = regex.compile(
    r"[\p{L}\p{M}\p{Nd} ,()'\"/.:;?&’“”‘–—·，。、；：？！「」『』（）《》〈〉…％-]+"
)
"""Text in which few signs can mean anything in a line of Markdown."""

_MARKED = re.compile(
    r"[0-9a-fA-F]{7}|[A-Za-z]-\d|--|//|[.:&](?! |$)|^[^\w(（「『《〈“‘]|^\d+[.)]", re.I
)
"""What the forges turn into something nevertheless: commits, `GL-12`, `:tada:`, hosts, entities, items of lists."""

_BACKTICKS = re.compile("`+")


def markdown_text(text: str, *, is_exact: bool = False) -> str:
    """A text for a line of Markdown: as it is if nothing in it can be a mark, a mention or a link; else as code.

    Escapes with backslashes would not do: `@name`, `#1` and addresses of mail are looked for in the text that is shown.
    """
    shown = " ".join(visible(text.replace("\n", " ").replace("\t", " ")).split(" "))
    if not shown.strip():
        return ""
    if not is_exact and _HARMLESS.fullmatch(shown) and not _MARKED.search(shown):
        return shown
    longest = max(map(len, _BACKTICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    space = " " * (shown[0] in "` " or shown[-1] in "` ")
    return f"{fence}{space}{shown}{space}{fence}"


def markdown_link(text: str, url: str) -> str:
    """A link with such a text."""
    inner = markdown_text(text)
    return f"[{inner}]({url})" if inner else ""


def url_of(base: str, address: str) -> str:
    """An address below a base, with everything percent-encoded that could end it in Markdown."""
    return base.rstrip("/") + quote(address, safe="/")
