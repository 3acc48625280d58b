"""Addresses of pages and files on other sites."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError


def check_url(text: str) -> str:
    """An absolute http(s) address; raises PydanticCustomError ``unsafe-link`` for every other scheme."""
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets without an IPv6 address
        parts = urlsplit("")
    is_one_word = text.isprintable() and " " not in text
    if not is_one_word or parts.scheme not in ("http", "https") or not parts.hostname:
        raise PydanticCustomError("unsafe-link", "unsafe-link", {"found": text})
    return text


def same_page(url: str) -> str:
    """The same text for all spellings of an address that lead to one page.

    >>> same_page("HTTP://Example.org:80/a/#") == same_page("https://example.org/a")
    True
    """
    parts = urlsplit(url)
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    query, fragment = parts.query and f"?{parts.query}", parts.fragment and f"#{parts.fragment}"
    return f"{parts.hostname}{port}{parts.path.rstrip('/')}{query}{fragment}"


Url = Annotated[str, AfterValidator(check_url), Field(json_schema_extra={"format": "uri"})]
"""An absolute http or https address."""
