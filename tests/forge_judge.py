"""What GitHub and GitLab make of Markdown: judged by a parser, and by what the forges look for in shown text."""

from __future__ import annotations

import re
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

FORGES = re.compile(
    r"(?<![\w`])@[\w-]|[#!~%$&][\w\"]|\b[A-Za-z][A-Za-z0-9]*-\d|\b[0-9a-f]{7,40}\b|https?://|www\.\w"
    r"|[\w.+-]+@[\w-]+\.\w|:[a-z0-9_+-]+:|\$[^ ].*\$|\[\[",
    re.IGNORECASE,
)
"""Mentions, references, commits, addresses, pictures of signs and formulas: what GitHub and GitLab link in text."""


def tokens(markdown: str) -> list[Token]:
    """All tokens of a document, those inside lines too."""
    return [t for token in PARSER.parse(markdown) for t in (token, *(token.children or ()))]


def seen(markdown: str) -> str:
    return "".join(t.content for t in tokens(markdown) if t.type in ("text", "code_inline"))


def linked_by_forges(markdown: str) -> list[str]:
    """Text outside code in which a forge would find a mention, a reference or an address."""
    shown = (t.content for t in tokens(markdown) if t.type == "text")
    return [text for text in shown if FORGES.search(unescape(text))]
